import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Answer, type Answers, isAddress, isRows } from './answers.ts';
import { checkLetters } from './check-sum.ts';
import { type ColumnField, type FormDefinition, type FormField } from './form-definition.ts';

/** The longest text that is taken apart: many times what the longest form holds. */
const MOST_LETTERS = 60_000;

/** What the code on a printed form says. */
export interface ScannedAnswers {
  readonly definition: FormDefinition;
  readonly procedureCode: string;
  readonly answers: Answers;
  /** The id of the draft that it was printed from, so that it is not sent a second time; null where there is none. */
  readonly draftId: string | null;
}

/** Finds a form that answers were given to. */
export type FindDefinition = (code: string, version: number) => FormDefinition | undefined;

type Packed = null | number | string | readonly Packed[];

/**
 * Canonical answers as a short text: the form and its version, the procedure, a check sum of the order of the questions, then one place for every
 * question in the order of the form; options by their place in the list; the draft it comes from. `definition` is the form as it was asked, with its page
 * for the contact.
 */
export function encodeAnswers(definition: FormDefinition, procedureCode: string, answers: Answers, draftId: string | null): string {
  const packed: Packed[] = asked(definition).map((field) => packAnswer(field, answers[field.id]));
  while (packed.length > 0 && packed.at(-1) === null) packed.pop();
  const whole = [definition.code, definition.version, procedureCode, orderOf(definition), packed];
  return JSON.stringify(draftId === null ? whole : [...whole, draftId.replaceAll('-', '')]);
}

/**
 * The answers again. Refuses what is too large or no such text, a form or version that is not known here, and a version whose questions
 * stand in another order than when it was printed. The answers are as good as when they were printed: whoever takes them judges them again.
 */
export function decodeAnswers(text: string, find: FindDefinition): Result<ScannedAnswers> {
  if (text.length > MOST_LETTERS) return refuse('form.scan-too-large');
  const read = readList(text);
  if (read === undefined) return refuse('form.scan-unreadable');
  const [code, version, procedureCode, order, packed, from] = read;
  if (typeof code !== 'string' || typeof version !== 'number' || typeof procedureCode !== 'string' || !Array.isArray(packed)) return refuse('form.scan-unreadable');
  const draftId = read.length === 5 ? null : idOf(from);
  if (draftId === undefined) return refuse('form.scan-unreadable');
  const definition = find(code, version);
  if (definition === undefined || orderOf(definition) !== order) return refuse('form.scan-other-version');
  const fields = asked(definition);
  if (packed.length > fields.length) return refuse('form.scan-unreadable');
  const answers: Record<string, Answer> = {};
  for (const [index, field] of fields.entries()) {
    const value: unknown = packed[index] ?? null;
    if (value === null) continue;
    const answer = unpackAnswer(field, value);
    if (answer === undefined) return refuse('form.scan-unreadable');
    answers[field.id] = answer;
  }
  return ok({ definition, procedureCode, answers, draftId });
}

/** The id of a draft as it is written everywhere else; undefined for what is none. */
function idOf(packed: unknown): string | undefined {
  const [, ...parts] = typeof packed === 'string' ? (/^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/u.exec(packed) ?? []) : [];
  return parts.length === 5 ? parts.join('-') : undefined;
}

/** Papers are kept elsewhere, and what follows from other answers follows again. */
function asked(definition: FormDefinition): readonly FormField[] {
  return definition.groups.flatMap(({ fields }) => fields).filter(({ kind }) => kind !== 'paper' && kind !== 'computed');
}

function orderOf(definition: FormDefinition): string {
  const names = asked(definition).map((field) => {
    const parts = field.kind === 'table' ? field.columns : [field];
    return [field.id, ...parts.flatMap((part) => [part.id, ...(part.kind === 'choice' ? part.options.map(({ value }) => value) : [])])].join(' ');
  });
  return checkLetters(names.join('\n'));
}

function readList(text: string): readonly unknown[] | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && (read.length === 5 || read.length === 6) ? (read as readonly unknown[]) : undefined;
  } catch {
    return undefined;
  }
}

function packAnswer(field: FormField, answer: Answer | undefined): Packed {
  if (answer === undefined || answer === false) return null;
  if (answer === true) return 1;
  if (isAddress(answer)) return answer.country === undefined ? [answer.text, answer.commune] : [answer.text, answer.commune, answer.country];
  if (field.kind === 'table') {
    return isRows(answer) ? answer.map((row) => field.columns.map((column) => packAnswer(column, row[column.id]))) : null;
  }
  if (field.kind === 'choice') {
    const place = (value: unknown): Packed => {
      const index = field.options.findIndex((option) => option.value === value);
      return index === -1 ? String(value) : index;
    };
    return Array.isArray(answer) ? answer.map(place) : place(answer);
  }
  return typeof answer === 'string' || typeof answer === 'number' ? answer : null;
}

/** Undefined for what no answer to the question is packed as. */
function unpackAnswer(field: FormField, value: unknown): Answer | undefined {
  switch (field.kind) {
    case 'statement':
    case 'consent':
      return value === 1 ? true : undefined;
    case 'address': {
      if (!Array.isArray(value)) return undefined;
      const [text, commune, country] = value as readonly unknown[];
      if (typeof text !== 'string' || (commune !== null && typeof commune !== 'string') || (country !== undefined && typeof country !== 'string')) return undefined;
      return country === undefined ? { text, commune } : { text, commune, country };
    }
    case 'table': {
      if (!Array.isArray(value)) return undefined;
      const rows = value.map((row: unknown) => unpackRow(field.columns, row));
      return rows.includes(undefined) ? undefined : rows.filter((row) => row !== undefined);
    }
    case 'choice':
      if (Array.isArray(value)) {
        const values = value.map((one: unknown) => optionAt(field, one));
        return values.includes(undefined) ? undefined : values.filter((one) => one !== undefined);
      }
      return optionAt(field, value);
    default:
      return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  }
}

function unpackRow(columns: readonly ColumnField[], row: unknown): Readonly<Record<string, string | number | readonly string[]>> | undefined {
  if (!Array.isArray(row) || row.length > columns.length) return undefined;
  const cells: Record<string, string | number | readonly string[]> = {};
  for (const [index, column] of columns.entries()) {
    const value: unknown = row[index] ?? null;
    if (value === null) continue;
    const cell = unpackAnswer(column, value);
    if (cell === undefined || typeof cell === 'boolean' || isAddress(cell) || (typeof cell === 'object' && column.kind !== 'choice')) return undefined;
    cells[column.id] = cell as string | number | readonly string[];
  }
  return cells;
}

function optionAt(field: Extract<FormField, { kind: 'choice' }>, value: unknown): string | undefined {
  return typeof value === 'number' ? field.options[value]?.value : typeof value === 'string' ? value : undefined;
}
