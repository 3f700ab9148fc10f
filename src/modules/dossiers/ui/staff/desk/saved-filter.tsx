import { type ReactElement, useId, useState } from 'react';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { SAVED_FILTERS } from '../../../../../web/staff/shell/work-counts.ts';
import { type SavedFilterResponse, type SavedFiltersResponse } from '../../../contract/saved-filter-schemas.ts';
import { type WorkList } from '../../../contract/work-lists.ts';
import { type FilterKey, queryOf, writeFilter } from './filter-query.ts';
import { SAVED_FILTER_WORDS } from './saved-filter-messages.ts';

export interface SavedFilterProps {
  readonly list: WorkList;
  readonly filter: ReadonlyMap<FilterKey, string>;
}

type Entries = { readonly name: string; readonly unitId: string };

/** Keeps the present filter under a name; of one that is kept already it shows the name, to be changed or removed. */
export function SavedFilter({ list, filter }: SavedFilterProps): ReactElement | null {
  const t = useWords(SAVED_FILTER_WORDS);
  const shell = useWords(STAFF_WORDS);
  const id = useId();
  const saved = useApi<SavedFiltersResponse>(SAVED_FILTERS, { every: 60_000, keepLast: true }).data;
  const [entries, setEntries] = useState<Entries | null>(null);
  const { busy, refusal, send, forget } = useCommand<SavedFilterResponse>(() => { setEntries(null); });
  const query = writeFilter(filter);
  const kept = saved?.items.find((one) => one.list === list && queryOf(one.filter) === query);
  if (query === '' || saved === undefined) return null;
  const fault = refusal === null ? undefined : refusal.message === '' ? shell('no-answer') : refusal.message;
  const remove = async (filterId: string) => {
    if (await send(`${SAVED_FILTERS}/${filterId}/remove`, {})) announce(t('done-removed'));
  };
  const open = (name: string) => { forget(); setEntries({ name, unitId: '' }); };
  if (entries === null) {
    if (kept === undefined) return <Button kind="plain" onPress={() => { open(''); }}>{t('save')}</Button>;
    return (
      <span className="saved-filter">
        <b>{t('saved', { name: kept.name })}</b>
        {kept.unitName === null ? null : <small className="quiet">{t('of-unit', { unit: kept.unitName })}</small>}
        {kept.mayChange ? (
          <>
            <Button kind="plain" onPress={() => { open(kept.name); }}>{t('rename')}</Button>
            <Button kind="plain" busy={busy} onPress={() => { void remove(kept.id); }}>{t('remove')}</Button>
          </>
        ) : null}
        {fault === undefined ? null : <span role="alert">{fault}</span>}
      </span>
    );
  }
  const submit = async () => {
    const done = kept === undefined
      ? await send(SAVED_FILTERS, { name: entries.name, list, filter: Object.fromEntries(filter), unitId: entries.unitId === '' ? null : entries.unitId })
      : await send(`${SAVED_FILTERS}/${kept.id}/rename`, { name: entries.name });
    if (done) announce(t(kept === undefined ? 'done-saved' : 'done-renamed', { name: entries.name }));
  };
  return (
    <form className="saved-filter-form" onSubmit={(event) => { event.preventDefault(); void submit(); }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setEntries(null); } }}>
      <Field id={`${id}-name`} label={t('name')} fault={fault}>
        {(control) => <input {...control} className="box" type="text" required maxLength={60} placeholder={t('name-hint')} autoFocus value={entries.name} onChange={(event) => { setEntries({ ...entries, name: event.target.value }); }} />}
      </Field>
      {kept !== undefined || saved.units.length === 0 ? null : (
        <Field id={`${id}-for`} label={t('for')}>
          {(control) => (
            <select {...control} className="box" value={entries.unitId} onChange={(event) => { setEntries({ ...entries, unitId: event.target.value }); }}>
              <option value="">{t('for-me')}</option>
              {saved.units.map((unit) => <option key={unit.id} value={unit.id}>{t('for-unit', { unit: unit.name })}</option>)}
            </select>
          )}
        </Field>
      )}
      <div className="button-row">
        <Button submit busy={busy}>{t('confirm')}</Button>
        <Button kind="quiet" onPress={() => { setEntries(null); }}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
