import { type Answer, type AnswerRow, type Answers, isRows } from './answers.ts';
import { type FormField } from './form-definition.ts';

/** A button of a table: one row more, or the row at this place, from 0, taken out. */
export type TableStep = { readonly kind: 'add'; readonly of: string } | { readonly kind: 'remove'; readonly of: string; readonly row: number };

/** The button of a table by its value, `them:<table>` or `bo:<table>:<row>`; undefined for any other button. */
export function readTableStep(pressed: string): TableStep | undefined {
  const [word, of = '', row = ''] = pressed.split(':');
  if (word === 'them' && of !== '') return { kind: 'add', of };
  return word === 'bo' && of !== '' && /^\d{1,3}$/u.test(row) ? { kind: 'remove', of, row: Number(row) } : undefined;
}

/** Answers after a button of one of these tables was pressed: never more rows than it may have. Any other button changes nothing. */
export function withTableStep(fields: readonly FormField[], answers: Answers, step: TableStep | undefined): Answers {
  const table = fields.find(({ id }) => id === step?.of);
  if (step === undefined || table?.kind !== 'table') return answers;
  const kept: Answer | undefined = answers[table.id];
  const rows: readonly AnswerRow[] = isRows(kept) ? kept : [];
  const changed = step.kind === 'add' ? (rows.length < table.maxRows ? [...rows, {}] : rows) : rows.filter((_, index) => index !== step.row);
  return { ...answers, [table.id]: changed };
}
