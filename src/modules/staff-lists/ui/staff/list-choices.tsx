import { type ReactElement } from 'react';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_LIST_WORDS } from './staff-list-messages.ts';

export interface ListChoicesProps {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly detail: string; readonly fixed?: string | undefined }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** What the list does not name, each to be ticked by hand; nothing is ticked at first. */
export function ListChoices({ id, title, note, items, chosen, onChange }: ListChoicesProps): ReactElement | null {
  const t = useWords(STAFF_LIST_WORDS);
  if (items.length === 0) return null;
  const free = items.filter(({ fixed }) => fixed === undefined);
  const toggle = (item: string, on: boolean) => { onChange(on ? [...chosen, item] : chosen.filter((one) => one !== item)); };
  return (
    <fieldset className="lists-choices">
      <legend>{title}</legend>
      <p className="quiet" id={`${id}-note`}>{note}</p>
      <ul aria-describedby={`${id}-note`}>
        {items.map((item) => (
          <li key={item.id}>
            <label>
              <input type="checkbox" disabled={item.fixed !== undefined} checked={chosen.includes(item.id)} onChange={(event) => { toggle(item.id, event.target.checked); }} />
              <span><b>{item.name}</b> <span className="quiet">{[item.detail, item.fixed].filter((part) => part !== undefined && part !== '').join(' · ')}</span></span>
            </label>
          </li>
        ))}
      </ul>
      {free.length < 2 ? null : (
        <label className="lists-all">
          <input type="checkbox" checked={chosen.length === free.length} onChange={(event) => { onChange(event.target.checked ? free.map((item) => item.id) : []); }} />
          <span>{t('all-chosen')}</span>
        </label>
      )}
    </fieldset>
  );
}
