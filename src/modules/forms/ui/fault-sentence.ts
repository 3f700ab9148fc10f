import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { FAULT_WORDS } from '../contract/fault-words.ts';
import { type FormDefinition, type FormField, type Words } from '../domain/form-definition.ts';
import { type FormFault } from '../domain/form-fault.ts';

/** The most of a label that stands in a sentence; statements are whole paragraphs. */
const LONGEST_LABEL = 80;

/** What a person reads about one fault; `row` counts from 1 in the words. */
export function faultSentence(definition: FormDefinition, fault: FormFault, locale: Locale): string {
  if (fault.why === 'check') return definition.checks.find(({ id }) => id === fault.check)?.message[locale] ?? '';
  return fillMessage(FAULT_WORDS[locale][fault.why], { ...fault.facts, label: labelOf(definition, fault.field, locale) });
}

/** The label of a field; inside a table with its row: “Thành viên – dòng 2 – Họ tên”. */
export function labelOf(definition: FormDefinition, field: string, locale: Locale): string {
  const found = findField(definition, field);
  if (found === undefined) return field;
  const { own, column, row } = found;
  if (column === undefined) return shortened(own.label[locale]);
  return `${shortened(own.label[locale])} – ${locale === 'vi' ? 'dòng' : 'row'} ${String(row + 1)} – ${shortened(column.label[locale])}`;
}

interface FoundField {
  readonly own: FormField;
  readonly column?: { readonly label: Words };
  readonly row: number;
}

/** The field that a fault stands at: itself, or the column and row of a table (`members.2.name`). */
function findField(definition: FormDefinition, at: string): FoundField | undefined {
  const fields = definition.groups.flatMap(({ fields: own }) => own);
  const own = fields.find(({ id }) => id === at);
  if (own !== undefined) return { own, row: 0 };
  for (const table of fields) {
    if (table.kind !== 'table' || !at.startsWith(`${table.id}.`)) continue;
    const [row = '', ...rest] = at.slice(table.id.length + 1).split('.');
    const column = table.columns.find(({ id }) => id === rest.join('.'));
    if (/^\d+$/u.test(row) && column !== undefined) return { own: table, column, row: Number(row) };
  }
  return undefined;
}

function shortened(label: string): string {
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}
