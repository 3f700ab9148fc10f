import { type ReactElement, useState } from 'react';
import { foldForSearch } from '../../../../kernel/text-folding.ts';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_LIST_WORDS } from './staff-messages.ts';

export interface PositionFieldsProps {
  /** Begins the ids of the controls. */
  readonly id: string;
  /** Every field of the catalogue in force. */
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly fault: string | undefined;
  /** What is chosen, and what it means that nothing is; left out: for a position, which then handles every field. */
  readonly label?: string;
  readonly none?: string;
  readonly note?: string | null;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The fields (lĩnh vực) that a position is limited to, folded until somebody limits it; fields held before stay offered. */
export function PositionFields({ id, offered, chosen, fault, label, none, note, onChange }: PositionFieldsProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const [typed, setTyped] = useState('');
  const [former] = useState(() => chosen.filter((field) => !offered.includes(field)));
  const folded = foldForSearch(typed);
  const shown = [...former, ...offered].filter((field) => foldForSearch(field).includes(folded));
  return (
    <details className="staff-fields field-wide" {...(fault === undefined ? {} : { open: true })}>
      <summary aria-describedby={fault === undefined ? undefined : `${id}-fault`}>
        {chosen.length === 0 ? `${label ?? t('fields')}: ${none ?? t('every-field')}` : t('fields-chosen', { count: chosen.length })}
      </summary>
      {note === null ? null : <p className="field-note">{note ?? t('fields-note')}</p>}
      {chosen.length === 0 ? null : <p className="staff-fields-chosen">{chosen.join(' · ')}</p>}
      <input className="box" type="text" role="searchbox" autoComplete="off" aria-label={t('fields-search')} placeholder={t('fields-search')} value={typed} onChange={(event) => { setTyped(event.target.value); }} />
      <fieldset className="staff-fields-list" aria-label={t('fields')}>
        {shown.length === 0 ? <p className="quiet" role="status">{t('fields-none')}</p> : shown.map((field) => (
          <label key={field} className="staff-tick">
            <input
              type="checkbox" checked={chosen.includes(field)}
              onChange={(event) => { onChange(event.target.checked ? [...chosen, field] : chosen.filter((other) => other !== field)); }}
            />
            <span>{field}</span>
          </label>
        ))}
      </fieldset>
      {fault === undefined ? null : <p className="field-fault" id={`${id}-fault`}>{fault}</p>}
    </details>
  );
}
