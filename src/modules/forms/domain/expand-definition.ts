import { type ChoiceField, type FormDefinition, type FormField, type Words } from './form-definition.ts';
import { type Rule } from './rules.ts';
import { type PartField, type PersonMacro, type SharedParts, type SourceChoice, type SourceDefinition, type SourceField } from './source-definition.ts';

/** A name that a form uses and that nothing stands for. */
export interface ExpansionFault {
  readonly at: string;
  readonly why: 'unknown-list' | 'unknown-part';
  readonly facts: { readonly name: string };
}

export type Expanded = { readonly ok: true; readonly definition: FormDefinition } | { readonly ok: false; readonly faults: readonly ExpansionFault[] };

/**
 * Puts the fields of persons and the options of lists where a definition names them. The source must have its shape
 * (`contract/form-definition-schema.ts`); the fields that came out are judged with `check-definition.ts`.
 */
export function expandDefinition(source: SourceDefinition, shared: SharedParts): Expanded {
  const faults: ExpansionFault[] = [];
  const asked = new Set<string>();
  const groups = source.groups.map((group) => ({
    ...group,
    fields: group.fields.flatMap((field) => {
      const made = expandField(field, `groups.${group.id}`, shared, asked, (fault) => faults.push(fault));
      for (const { id } of made) asked.add(id);
      return made;
    }),
  }));
  return faults.length === 0 ? { ok: true, definition: { ...source, groups } } : { ok: false, faults };
}

/** From here on a list is searched instead of shown whole. */
const LONG_LIST = 15;

type Report = (fault: ExpansionFault) => void;

function expandField(field: SourceField, at: string, shared: SharedParts, asked: ReadonlySet<string>, report: Report): readonly FormField[] {
  switch (field.kind) {
    case 'person': return expandPerson(field, `${at}.${field.id}`, shared, asked, report);
    case 'choice': return [withOptions(field, at, shared, report)];
    case 'table': return [{ ...field, columns: field.columns.map((column) => (column.kind === 'choice' ? withOptions(column, `${at}.${field.id}`, shared, report) : column)) }];
    default: return [field];
  }
}

function withOptions(field: SourceChoice, at: string, shared: SharedParts, report: Report): ChoiceField {
  const own = field.options ?? [];
  if (field.list === undefined) return { ...field, options: own };
  const listed = Object.hasOwn(shared.lists, field.list) ? shared.lists[field.list] : undefined;
  if (listed === undefined) report({ at: `${at}.${field.id}`, why: 'unknown-list', facts: { name: field.list } });
  const { list, ...rest } = field;
  // One list for all who use it, as long as nobody adds to it.
  const options = own.length === 0 && listed !== undefined ? listed : [...own, ...(listed ?? [])];
  return options.length < LONG_LIST ? { ...rest, options } : { ...rest, list, options };
}

function expandPerson(person: PersonMacro, at: string, shared: SharedParts, asked: ReadonlySet<string>, report: Report): readonly FormField[] {
  return personFields(person, shared.persons, asked, (name) => { report({ at, why: 'unknown-part', facts: { name } }); })
    .map((made) => (made.kind === 'choice' ? withOptions(made, at, shared, report) : made));
}

/** The fields that a person stands for, lists still by their names; `asked` are the ids before it, `unknown` hears of parts that nothing stands for. */
export function personFields(person: PersonMacro, persons: SharedParts['persons'], asked: ReadonlySet<string>, unknown: (part: string) => void): readonly (FormField | SourceChoice)[] {
  return person.parts.flatMap((named) => {
    const { part, ends, ...changes } = typeof named === 'string' ? { part: named, ends: undefined } : named;
    const templates = Object.hasOwn(persons, part) ? persons[part] : undefined;
    if (templates === undefined) {
      unknown(part);
      return [];
    }
    return templates.flatMap((template): readonly (FormField | SourceChoice)[] => {
      // `ends` says something else about single fields of a part of several: `{"ends": {"number": {"official": "Số"}}}`.
      const own = typeof ends === 'object' && ends !== null && Object.hasOwn(ends, template.end) ? (ends as Readonly<Record<string, object | null>>)[template.end] : undefined;
      return own === null ? [] : [makeField(person, template, { ...changes, ...own }, asked)];
    });
  });
}

/** One field of a person: the template with what the form says otherwise; a rule of `null` is no rule. */
function makeField(person: PersonMacro, template: PartField, changes: Readonly<Record<string, unknown>>, asked: ReadonlySet<string>): FormField | SourceChoice {
  const filled = fill({ ...template, ...changes }, person) as Readonly<Record<string, unknown>>;
  const { end, when, ...rest } = filled as { end: string; when?: Rule | null } & Readonly<Record<string, unknown>>;
  const rules = [person.when, when ?? undefined].filter((rule) => rule !== undefined);
  const [first] = rules;
  const names = Object.entries(person.exchange ?? {}).flatMap(([system, byEnd]) => (byEnd[end] === undefined ? [] : [[system, byEnd[end]] as const]));
  const official = person.official?.[end];
  const twin = person.same === undefined || !asked.has(`${person.same.as}.${end}`) ? undefined : [{ field: `${person.same.as}.${end}`, when: person.same.when }];
  // What came out is checked as a field of a form by whoever reads the file.
  return {
    ...rest,
    ...(official === undefined ? {} : { official }),
    ...(twin === undefined ? {} : { sameAs: twin }),
    ...(names.length === 0 ? {} : { exchange: Object.fromEntries(names) }),
    id: `${person.id}.${end}`,
    fact: typeof rest['fact'] === 'string' ? rest['fact'] : `${person.fact ?? person.id}.${end}`,
    ...(first === undefined ? {} : { when: rules.length === 1 ? first : { all: rules } }),
  } as unknown as FormField | SourceChoice;
}

function fill(value: unknown, person: PersonMacro): unknown {
  if (typeof value === 'string') return value.replaceAll('{id}', person.id);
  if (Array.isArray(value)) return value.map((one) => fill(one, person));
  if (typeof value !== 'object' || value === null) return value;
  if (isWords(value)) return { vi: fillOf(value.vi, person.of.vi), en: fillOf(value.en, person.of.en) };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, person)]));
}

function isWords(value: object): value is Words {
  return 'vi' in value && 'en' in value && typeof value.vi === 'string' && typeof value.en === 'string';
}

function fillOf(text: string, of: string): string {
  return text.replaceAll('{of}', of).replaceAll('{Of}', `${of.charAt(0).toUpperCase()}${of.slice(1)}`);
}
