import { type ReactElement, useId, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { dateAt } from '../../../../../kernel/local-time.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type HandOverResponse } from '../../../contract/paper-order-schemas.ts';
import { type FilterChoicesResponse } from '../../../contract/work-filter-schemas.ts';
import { MadeNotice } from './made-notice.tsx';
import { PAPER_BOOK_WORDS } from './paper-book-messages.ts';
import { NeighbourDays } from './neighbour-days.tsx';
import { PapersFrame } from './papers-frame.tsx';
import { type Chosen, useChosen } from './use-chosen.ts';
import { usePaperOrder } from './use-paper-order.ts';

/** A slip takes no more. */
const MOST = 200;
const WHATS = ['dossiers', 'results'] as const;

function useSlipQuery() {
  const given = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const what = WHATS.find((one) => one === given.get('what')) ?? 'dossiers';
  const query = { what, unit: given.get('unit') ?? '', day: given.get('day') ?? dateAt(Date.now()) };
  const change = (part: Partial<typeof query>) => { navigate(`${STAFF_PATHS.papers('hand-over')}?${new URLSearchParams({ ...query, ...part }).toString()}`, { replace: true }); };
  return { query, change };
}

function Rows({ items, chosen }: { readonly items: HandOverResponse['items']; readonly chosen: Chosen }): ReactElement {
  const t = useWords(PAPER_BOOK_WORDS);
  const { locale } = useLocale();
  const moment = (at: string) => momentWords(Date.parse(at), locale, 'without-year');
  return (
    <div className="papers-scroll" tabIndex={0} role="region" aria-label={t('tab.hand-over')}>
      <table className="papers-table">
        <thead>
          <tr>
            <th scope="col"><input type="checkbox" aria-label={t('choose-all')} checked={chosen.ids.length === items.length} onChange={chosen.turnAll} /></th>
            {(['code', 'procedure', 'person', 'papers', 'went', 'due'] as const).map((word) => <th key={word} scope="col">{t(word)}</th>)}
            <th scope="col">{t('tab.hand-over')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td><input type="checkbox" aria-label={t('choose-one', { name: item.code })} checked={chosen.has(item.id)} onChange={() => { chosen.turn(item.id); }} /></td>
              <td><Link href={STAFF_PATHS.inList('all', item.id)}>{item.code}</Link></td>
              <td lang="vi">{item.procedureName}</td>
              <td>{item.applicant}</td>
              <td className="papers-number">{item.papers}</td>
              <td>{moment(item.at)}</td>
              <td>{item.dueAt === null ? '' : moment(item.dueAt)}</td>
              <td>{item.slip === null ? <span className="quiet">{t('no-slip')}</span> : t('on-slip', { number: item.slip })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The slips of a day: what went to a unit, ticked as long as it is on no slip, becomes one paper that both sides sign. */
export function HandOverScreen(): ReactElement {
  const t = useWords(PAPER_BOOK_WORDS);
  const id = useId();
  const { query, change } = useSlipQuery();
  const [toName, setToName] = useState('');
  const [note, setNote] = useState('');
  const choices = useApi<FilterChoicesResponse>('/api/dossiers/choices');
  const address = new URLSearchParams(query).toString();
  const reading = useApi<HandOverResponse>(`/api/papers/hand-over?${address}`, { enabled: query.unit !== '' });
  const ordering = usePaperOrder('/api/papers/hand-over-slips');
  const items = reading.data?.items ?? [];
  const chosen = useChosen(`${address} ${items.map(({ slip }) => slip ?? '').join()}`, items.map((item) => item.id), items.filter(({ slip }) => slip === null).map((item) => item.id));
  const make = () => {
    void ordering.order({ dossierIds: chosen.ids, what: query.what, toUnitId: query.unit, toName: toName.trim() === '' ? null : toName.trim(), note: note.trim() === '' ? null : note.trim() });
  };
  return (
    <PapersFrame tab="hand-over">
      <div className="papers-query">
        <div className="chips" role="group" aria-label={t('what')}>
          {WHATS.map((what) => <button key={what} type="button" className="chip" aria-pressed={what === query.what} onClick={() => { change({ what }); }}>{t(`what.${what}`)}</button>)}
        </div>
        <DayField id={`${id}-day`} label={t('day')} needed value={query.day} onChange={(day) => { change({ day }); }} />
        <NeighbourDays day={query.day} onChange={(day) => { change({ day }); }} />
        <Field id={`${id}-unit`} label={t('to-unit')}>
          {(control) => (
            <select {...control} className="box" value={query.unit} onChange={(event) => { change({ unit: event.target.value }); }}>
              <option value="">{t('choose-unit')}</option>
              {(choices.data?.units ?? []).map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}
            </select>
          )}
        </Field>
        <Field id={`${id}-name`} label={t('to-name')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={200} value={toName} onChange={(event) => { setToName(event.target.value); }} />}
        </Field>
        <Field id={`${id}-note`} label={t('note')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={500} value={note} onChange={(event) => { setNote(event.target.value); }} />}
        </Field>
        {chosen.ids.length === 0 || chosen.ids.length > MOST ? null : <Button busy={ordering.busy} onPress={make}>{t('make-slip', { count: chosen.ids.length })}</Button>}
      </div>
      {chosen.ids.length > MOST ? <p role="status">{t('most', { count: MOST })}</p> : null}
      <MadeNotice ordering={ordering} title={t('kind.hand-over-slip')} />
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {query.unit === '' ? <p className="quiet">{t('hand-over-hint')}</p> : reading.isPending ? <Skeleton lines={5} /> : null}
      {reading.isSuccess && items.length === 0 ? <p className="quiet" role="status">{t(query.what === 'dossiers' ? 'hand-over-none' : 'results-none')}</p> : null}
      {items.length === 0 ? null : <Rows items={items} chosen={chosen} />}
    </PapersFrame>
  );
}
