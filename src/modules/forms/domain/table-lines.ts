import { type AnswerRow } from './answers.ts';
import { type ColumnField } from './form-definition.ts';

/** Stands between two cells of a line. */
const BETWEEN = '|';
/** A line that stands for a table without any row. */
const NOTHING = '-';

/**
 * The rows of a table as an officer types them: a line for each row, its cells in the order of the columns with “|” between them. A choice is named by its
 * words; “-” alone says that the table has no row. What stands beyond the last column belongs to it, so that nothing typed is lost unseen.
 */
export function readTableLines(columns: readonly ColumnField[], text: string): readonly AnswerRow[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '' && line !== NOTHING);
  return lines.map((line) => {
    const cells = line.split(BETWEEN).map((cell) => cell.trim());
    const whole = cells.length <= columns.length ? cells : [...cells.slice(0, columns.length - 1), cells.slice(columns.length - 1).join(` ${BETWEEN} `)];
    return Object.fromEntries(columns.map((column, index) => [column.id, cellOf(column, whole[index] ?? '')]));
  });
}

/** Rows as `readTableLines` reads them. */
export function tableLines(columns: readonly ColumnField[], rows: readonly AnswerRow[]): string {
  return rows.map((row) => columns.map((column) => cellText(column, row[column.id])).join(` ${BETWEEN} `)).join('\n');
}

function cellOf(column: ColumnField, typed: string): AnswerRow[string] {
  if (column.kind !== 'choice') return typed;
  const valueOf = (words: string) => column.options.find(({ value, label }) => [value, label.vi, label.en].some((one) => one.toLowerCase() === words.trim().toLowerCase()))?.value ?? words.trim();
  return column.many === true ? typed.split(';').map(valueOf).filter((value) => value !== '') : valueOf(typed);
}

function cellText(column: ColumnField, answer: AnswerRow[string] | undefined): string {
  if (answer === undefined) return '';
  const wordsOf = (value: unknown) => (column.kind === 'choice' ? column.options.find((option) => option.value === value)?.label.vi : undefined) ?? String(value);
  return Array.isArray(answer) ? answer.map(wordsOf).join('; ') : wordsOf(answer);
}
