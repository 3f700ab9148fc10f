import { type Answer, type AnswerRow, type Answers, isAddress, isRows } from './answers.ts';
import { type ColumnField, type FormDefinition, type FormField } from './form-definition.ts';
import { readTableLines } from './table-lines.ts';

/** A field that a fault stands at, and the place in a table where it stands in one. */
export interface FaultyField {
  readonly field: FormField | ColumnField;
  /** The table and the row from 0; undefined for a field of its own. */
  readonly within?: { readonly table: string; readonly row: number };
}

/** The field behind the name of a fault: `child.fullName`, or `members.2.name` in a table; undefined for a name that the form does not have. */
export function faultyField({ groups }: FormDefinition, name: string): FaultyField | undefined {
  const fields = groups.flatMap((group) => group.fields);
  const own = fields.find(({ id }) => id === name);
  if (own !== undefined) return { field: own };
  for (const table of fields) {
    if (table.kind !== 'table' || !name.startsWith(`${table.id}.`)) continue;
    const [, row = '', column = ''] = /^(\d{1,3})\.(.+)$/u.exec(name.slice(table.id.length + 1)) ?? [];
    const found = table.columns.find(({ id }) => id === column);
    if (row !== '' && found !== undefined) return { field: found, within: { table: table.id, row: Number(row) } };
  }
  return undefined;
}

/**
 * Answers with what an officer typed in their place, by the names of their faults; an address keeps no commune, so that it is looked up again. What the form
 * does not know and what cannot be typed in one box is left alone.
 */
export function mendAnswers(definition: FormDefinition, answers: Answers, mended: Readonly<Record<string, string>>): Answers {
  const changed: Record<string, Answer> = { ...answers };
  // Whole tables first: what was typed for one of their cells belongs to the rows that were typed.
  const whole = (name: string) => definition.groups.some(({ fields }) => fields.some(({ id }) => id === name));
  const inOrder = Object.entries(mended).sort(([one], [other]) => Number(whole(other)) - Number(whole(one)));
  for (const [name, typed] of inOrder) {
    const at = faultyField(definition, name);
    if (at === undefined) continue;
    const value = typedAnswer(at.field, typed);
    if (value === undefined) continue;
    if (at.within === undefined) {
      changed[at.field.id] = value;
      continue;
    }
    const rows = changed[at.within.table];
    if (!isRows(rows) || at.within.row >= rows.length) continue;
    changed[at.within.table] = rows.map((row, index): AnswerRow => (index === at.within?.row ? { ...row, [at.field.id]: value as string } : row));
  }
  return changed;
}

/** How a field is put right in one box. Undefined: only on paper. */
export function entryKind(field: FormField | ColumnField): 'text' | 'choice' | 'tick' | 'rows' | undefined {
  switch (field.kind) {
    case 'statement':
    case 'consent': return 'tick';
    case 'choice': return field.many === true ? undefined : 'choice';
    case 'table': return 'rows';
    case 'paper':
    case 'computed': return undefined;
    default: return 'text';
  }
}

/** An answer as it stands in the box. */
export function typedText(answer: Answer | undefined): string {
  return isAddress(answer) ? answer.text : typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
}

function typedAnswer(field: FormField | ColumnField, typed: string): Answer | undefined {
  switch (entryKind(field)) {
    case undefined: return undefined;
    case 'tick': return typed === 'true';
    case 'rows': return field.kind === 'table' ? readTableLines(field.columns, typed) : undefined;
    default: return field.kind === 'address' ? { text: typed, commune: null } : typed;
  }
}
