import { type ReactElement, useId, useState } from 'react';
import { plainDateWords } from '../../../../../kernel/date-words.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type FilterChoicesResponse } from '../../../contract/work-filter-schemas.ts';
import { FIGURES } from '../../../domain/report-figures.ts';
import { REPORT_WORDS } from '../report/report-messages.ts';
import { type WorkList } from '../../../contract/work-lists.ts';
import { FILTER_WORDS } from './filter-messages.ts';
import { countInBar, type FilterKey, withFilter, writeFilter } from './filter-query.ts';
import { SavedFilter } from './saved-filter.tsx';
import './filter-bar.css';

export interface FilterBarProps {
  readonly filter: ReadonlyMap<FilterKey, string>;
  readonly onChange: (filter: ReadonlyMap<FilterKey, string>) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The choices of every part that is chosen from a list; read when the filter is opened. */
function useChoices(enabled: boolean): Readonly<Record<'procedure' | 'field' | 'unit' | 'holder' | 'channel' | 'way' | 'supplements', readonly Choice[]>> {
  const t = useWords(FILTER_WORDS);
  const { data } = useApi<FilterChoicesResponse>('/api/dossiers/choices', { enabled });
  const procedures = data?.procedures ?? [];
  return {
    procedure: procedures.map(({ code, name }) => ({ value: code, label: name })),
    field: [...new Set(procedures.map(({ field }) => field))].map((field) => ({ value: field, label: field })),
    unit: (data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
    holder: [{ value: 'nobody', label: t('holder.nobody') }, ...(data?.officers ?? []).map(({ id, fullName }) => ({ value: id, label: fullName }))],
    channel: (['counter', 'online', 'post', 'kiosk', 'home'] as const).map((value) => ({ value, label: t(`channel.${value}`) })),
    way: (['counter', 'post', 'home', 'electronic'] as const).map((value) => ({ value, label: t(`way.${value}`) })),
    supplements: (['1', '2'] as const).map((value) => ({ value, label: t(`supplements.${value}`) })),
  };
}

function FilterPanel({ filter, onChange }: FilterBarProps): ReactElement {
  const t = useWords(FILTER_WORDS);
  const id = useId();
  const choices = useChoices(true);
  const set = (key: FilterKey, value: string) => { onChange(withFilter(filter, key, value)); };
  return (
    <div className="filter-panel">
      {(['field', 'procedure', 'unit', 'holder', 'channel', 'way', 'supplements'] as const).map((key) => (
        <Field key={key} id={`${id}-${key}`} label={t(key)}>
          {(control) => (
            <select {...control} className="box" value={filter.get(key) ?? ''} onChange={(event) => { set(key, event.target.value); }}>
              <option value="">{t('any')}</option>
              {choices[key].map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
            </select>
          )}
        </Field>
      ))}
      {(['receivedFrom', 'receivedTo', 'dueFrom', 'dueTo'] as const).map((key) => (
        <DayField key={key} id={`${id}-${key}`} label={t(key)} value={filter.get(key) ?? ''} onChange={(day) => { set(key, day); }} />
      ))}
      <label className="filter-late">
        <input type="checkbox" checked={filter.get('late') === 'yes'} onChange={(event) => { set('late', event.target.checked ? 'yes' : ''); }} />
        {t('late')}
      </label>
    </div>
  );
}

/** The filter of a list: what it is narrowed down by, everything that it can be narrowed down by, and keeping it under a name. */
export function FilterBar({ list, filter, onChange }: FilterBarProps & { readonly list: WorkList }): ReactElement {
  const t = useWords(FILTER_WORDS);
  const figures = useWords(REPORT_WORDS);
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const figure = FIGURES.find((name) => name === filter.get('figure'));
  const count = countInBar(filter);
  return (
    <div className="filter">
      <div className="filter-line">
        <button type="button" className="chip" aria-expanded={open} onClick={() => { setOpen(!open); }}>{count === 0 ? t('open') : t('open-count', { count })}</button>
        {figure === undefined ? null : (
          <span className="filter-figure">
            {t('figure', { figure: figures(`figure.${figure}`), from: plainDateWords(filter.get('from') ?? '', locale), to: plainDateWords(filter.get('to') ?? '', locale) })}
          </span>
        )}
        {count === 0 ? null : <Button kind="quiet" onPress={() => { onChange(new Map()); }}>{t('clear')}</Button>}
        <SavedFilter key={`${list} ${writeFilter(filter)}`} list={list} filter={filter} />
      </div>
      {open ? <FilterPanel filter={filter} onChange={onChange} /> : null}
    </div>
  );
}
