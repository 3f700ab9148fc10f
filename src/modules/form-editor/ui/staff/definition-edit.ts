import { type FormDraftResponse } from '../../contract/form-editor-schemas.ts';

/** A piece of the definition, sound or not. */
export type Plain = Readonly<Record<string, unknown>>;
/** Where something stands: names and positions in lists. */
export type Path = readonly (string | number)[];
export type Known = FormDraftResponse['known'];

/** Narrows to an object that is no list. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none where there is no list. */
export function listOf(value: unknown): readonly Plain[] {
  return Array.isArray(value) ? value.filter(isPlain) : [];
}

/** A text; empty where there is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** What stands at a path; undefined where the path ends early. */
export function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string | number, unknown>>)[key] : undefined), content);
}

/** The same content with another value at a path; `undefined` takes an entry of an object away. */
export function withValue(content: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof key === 'number') return (Array.isArray(content) ? (content as readonly unknown[]) : []).map((entry, position) => (position === key ? withValue(entry, rest, value) : entry));
  const { [key]: inner, ...others } = isPlain(content) ? content : {};
  const next = withValue(inner, rest, value);
  if (next === undefined) return others;
  // The order of the entries stays as it was written.
  return isPlain(content) && key in content ? Object.fromEntries(Object.entries(content).map(([name, old]) => [name, name === key ? next : old])) : { ...others, [key]: next };
}

/** A list with one entry moved up or down by one; at the end it stays. */
export function moved(list: readonly unknown[], from: number, by: -1 | 1): readonly unknown[] {
  const to = from + by;
  if (to < 0 || to >= list.length) return list;
  const copy = [...list];
  [copy[from], copy[to]] = [copy[to], copy[from]];
  return copy;
}

/** A list with an entry put back where it stood. */
export function putBack(list: readonly unknown[], position: number, value: unknown): readonly unknown[] {
  return [...list.slice(0, position), value, ...list.slice(position)];
}

/** A sign that nothing in the list has yet: `cau3`, `phan-2`. */
export function freshId(stem: string, taken: ReadonlySet<string>): string {
  for (let number = taken.size + 1; ; number += 1) if (!taken.has(`${stem}${String(number)}`)) return `${stem}${String(number)}`;
}

export const FIELD_KINDS = ['text', 'choice', 'number', 'money', 'date', 'time', 'address', 'phone', 'citizen-number', 'table', 'person', 'paper', 'statement', 'consent', 'computed'] as const;
export type EditedKind = (typeof FIELD_KINDS)[number];
export const COLUMN_KINDS = ['text', 'choice', 'number', 'money', 'date', 'phone', 'citizen-number'] as const;

const NO_WORDS = { vi: '', en: '' };
const SHARED = ['id', 'label', 'official', 'help', 'example', 'required', 'when', 'sameAs', 'fact', 'exchange'];
const OWN: Readonly<Record<EditedKind, Plain>> = {
  'text': {}, 'number': {}, 'money': {}, 'date': {}, 'time': {}, 'address': {}, 'phone': {}, 'citizen-number': {}, 'statement': {},
  'choice': { options: [] }, 'table': { columns: [], maxRows: 10 }, 'person': { of: NO_WORDS, parts: ['fullName'] }, 'paper': { paperId: '', required: false }, 'consent': { purpose: '' }, 'computed': { value: '', shown: 'text' },
};

/** A new question of a kind. */
export function emptyField(kind: EditedKind, id: string): Plain {
  return kind === 'person' ? { kind, id, ...OWN.person } : { kind, id, label: NO_WORDS, official: '', ...OWN[kind] };
}

/** The same question as another kind: what both have stays, what only the other has begins empty. */
export function ofKind(field: Plain, kind: EditedKind): Plain {
  if (kind === 'person') return { kind, id: field['id'], of: NO_WORDS, parts: ['fullName'], ...(field['when'] === undefined ? {} : { when: field['when'] }) };
  const kept = Object.fromEntries(Object.entries(field).filter(([name]) => SHARED.includes(name)));
  return { kind, label: NO_WORDS, official: '', ...kept, ...OWN[kind] };
}

/** Ids of all questions, persons included. */
export function fieldIds(content: Plain): ReadonlySet<string> {
  return new Set(listOf(content['groups']).flatMap((group) => listOf(group['fields']).map(({ id }) => textOf(id))));
}

/** A question that a condition can speak of. */
export interface Candidate {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The questions before a place, in their order; `field` undefined: before the whole part. Without a place all of them. */
export function candidatesBefore(content: Plain, known: Known, locale: 'vi' | 'en', group?: number, field?: number): readonly Candidate[] {
  const groups = listOf(content['groups']);
  return groups.flatMap((one, at) => (group !== undefined && at > group ? [] : listOf(one['fields']).slice(0, at === group ? (field ?? 0) : undefined).flatMap((asked) => candidatesOf(asked, known, locale))));
}

function candidatesOf(field: Plain, known: Known, locale: 'vi' | 'en'): readonly Candidate[] {
  const id = textOf(field['id']);
  const kind = textOf(field['kind']);
  const optionsOf = (list: string | null) => known.lists.find((one) => one.list === list)?.options.map(({ value, label }) => ({ value, label: label[locale] })) ?? [];
  if (kind === 'person') {
    const of = textOf(valueAt(field, ['of', locale])) || id;
    const names = Array.isArray(field['parts']) ? field['parts'].map((part: unknown) => (isPlain(part) ? textOf(part['part']) : textOf(part))) : [];
    return names.flatMap((name) => known.parts.find(({ part }) => part === name)?.fields ?? []).map((part) => ({ id: `${id}.${part.end}`, label: `${part.label[locale]} (${of})`, kind: part.kind, options: optionsOf(part.list) }));
  }
  if (kind === 'paper') return [];
  const own = listOf(field['options']).map((option) => ({ value: textOf(option['value']), label: textOf(valueAt(option, ['label', locale])) || textOf(option['value']) }));
  return [{ id, label: textOf(valueAt(field, ['label', locale])) || textOf(valueAt(field, ['label', 'vi'])) || id, kind, options: [...own, ...optionsOf(textOf(field['list']) || null)] }];
}

/** Texts that may be left out: empty ones are. */
const OPTIONAL = new Set(['help', 'example', 'basis', 'fact', 'list', 'unit', 'note', 'name', 'dateLabel', 'signaturesSource']);

/** The content as it is sent: texts without stray spaces, and nothing where something may be left out and is empty. What people are typing stays as they type it. */
export function tidyForm(content: Plain): Plain {
  const tidy = tidyValue(content) as Plain;
  const official = isPlain(tidy['official']) ? tidy['official'] : {};
  const orNull = (value: unknown): unknown => (value === undefined || value === '' ? null : value);
  return { ...tidy, validTo: orNull(tidy['validTo']), official: { ...official, number: orNull(official['number']), basis: orNull(official['basis']) } };
}

function tidyValue(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (Array.isArray(value)) return value.map(tidyValue);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, tidyValue(inner)] as const).filter(([name, inner]) => !(OPTIONAL.has(name) && isNothing(inner)) && inner !== undefined));
}

function isNothing(value: unknown): boolean {
  return value === '' || value === null || (isPlain(value) && 'vi' in value && value['vi'] === '' && (value['en'] === '' || value['en'] === undefined));
}

/** The id of the control at a path. */
export function controlId(path: Path): string {
  return `mau-${path.join('-').replaceAll('.', '-')}`;
}
