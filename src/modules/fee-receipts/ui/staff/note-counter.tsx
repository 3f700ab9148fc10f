import { type ReactElement, useId } from 'react';
import { formatDong } from '../../../../kernel/money.ts';
import { useWords } from '../../../../web/staff/locale.tsx';
import { CASHIER_WORDS } from './cashier-messages.ts';
import { wholeNumber } from './small-form.tsx';

/** How many of each note were typed, by its value. */
export type TypedNotes = Readonly<Record<string, string>>;

/** The count as it is sent: a field left empty is none; what is no number is sent as one that the rule refuses. */
export function countedNotes(typed: TypedNotes): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(typed).filter(([, pieces]) => pieces.trim() !== '').map(([note, pieces]) => [note, wholeNumber(pieces)]));
}

/** The sum of what is readable so far, in đồng. */
export function sumTyped(typed: TypedNotes): number {
  return Object.entries(countedNotes(typed)).reduce((sum, [note, pieces]) => sum + (pieces > 0 ? Number(note) * pieces : 0), 0);
}

/** Counting of money note by note, largest first; Enter and Tab go from one to the next. */
export function NoteCounter({ notes, typed, onChange }: { readonly notes: readonly number[]; readonly typed: TypedNotes; readonly onChange: (typed: TypedNotes) => void }): ReactElement {
  const t = useWords(CASHIER_WORDS);
  const id = useId();
  return (
    <table className="receipts-notes">
      <thead><tr><th scope="col">{t('note')}</th><th scope="col">{t('pieces')}</th><th scope="col">{t('sum')}</th></tr></thead>
      <tbody>
        {notes.map((note) => {
          const pieces = typed[String(note)] ?? '';
          return (
            <tr key={note}>
              <th scope="row"><label htmlFor={`${id}-${String(note)}`}>{formatDong(note)}</label></th>
              <td><input id={`${id}-${String(note)}`} className="box" type="text" inputMode="numeric" autoComplete="off" placeholder="0" value={pieces} onChange={(event) => { onChange({ ...typed, [String(note)]: event.target.value }); }} /></td>
              <td>{formatDong(Math.max(0, wholeNumber(pieces)) * note)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot><tr><th scope="row" colSpan={2}>{t('total')}</th><td aria-live="polite">{formatDong(sumTyped(typed))}</td></tr></tfoot>
    </table>
  );
}
