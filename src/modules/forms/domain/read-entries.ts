import { type Answer, type AnswerRow, type Answers } from './answers.ts';
import { type ColumnField, type FormField } from './form-definition.ts';

/** What a posted form holds: the texts of every name, in their order. */
export type Entries = ReadonlyMap<string, readonly string[]>;

/** More than any form has; what lies beyond is not read. */
const MOST_ROWS = 200;
const LONGEST_ENTRY = 20_000;

/**
 * The raw answers of some fields as a browser sends them: one entry a field, three boxes a date (`id-day`, `id-month`, `id-year`), the text,
 * the chosen commune and the country of a place (`id`, `id-commune`, `id-country`), `id.0.column` in tables. Nothing is judged here, and an emptied box is an
 * empty answer, so that what stood there before goes.
 */
export function readEntries(fields: readonly FormField[], entries: Entries): Answers {
  const answers: Record<string, Answer> = {};
  for (const field of fields) {
    const answer = answerOf(field, entries);
    if (answer !== undefined) answers[field.id] = answer;
  }
  return answers;
}

/** The name of a box of a field in HTML. */
export function entryName(field: string, part?: 'day' | 'month' | 'year' | 'commune' | 'country'): string {
  return part === undefined ? field : `${field}-${part}`;
}

function answerOf(field: FormField, entries: Entries): Answer | undefined {
  switch (field.kind) {
    case 'computed':
    case 'paper': return undefined;
    case 'statement':
    case 'consent': return entries.has(field.id);
    case 'address': {
      const country = one(entries, entryName(field.id, 'country'));
      return { text: one(entries, field.id), commune: /^\d{5}$/u.test(one(entries, entryName(field.id, 'commune'))) ? one(entries, entryName(field.id, 'commune')) : null, ...(country === '' ? {} : { country }) };
    }
    case 'table': return rowsOf(field.id, field.columns, entries);
    default: return plainOf(field, field.id, entries);
  }
}

function plainOf(field: Exclude<FormField, { kind: 'computed' | 'paper' | 'statement' | 'consent' | 'address' | 'table' }>, name: string, entries: Entries): AnswerRow[string] {
  if (field.kind === 'choice' && field.many === true) return (entries.get(name) ?? []).map(cut).filter((value) => value !== '');
  if (field.kind === 'date') return dateText(one(entries, entryName(name, 'day')), one(entries, entryName(name, 'month')), one(entries, entryName(name, 'year')));
  return one(entries, name);
}

/** The three boxes as one text that `readPartialDate` reads; a day without a month stays visible as what it is. */
function dateText(day: string, month: string, year: string): string {
  const parts = [day.trim(), month.trim(), year.trim()];
  if (parts.every((part) => part === '')) return '';
  return parts[0] === '' ? (parts[1] === '' ? (parts[2] ?? '') : parts.slice(1).join('/')) : parts.join('/');
}

function rowsOf(id: string, columns: readonly ColumnField[], entries: Entries): readonly AnswerRow[] {
  const rows: AnswerRow[] = [];
  for (let row = 0; row < MOST_ROWS; row += 1) {
    const prefix = `${id}.${String(row)}.`;
    const sent = columns.some((column) => entries.has(`${prefix}${column.id}`) || entries.has(entryName(`${prefix}${column.id}`, 'year')));
    if (!sent) break;
    rows.push(Object.fromEntries(columns.map((column) => [column.id, plainOf(column, `${prefix}${column.id}`, entries)])));
  }
  return rows;
}

function one(entries: Entries, name: string): string {
  return cut(entries.get(name)?.[0] ?? '');
}

function cut(text: string): string {
  return text.slice(0, LONGEST_ENTRY);
}
