import { personFields } from './expand-definition.ts';
import { type ChoiceField, type FormField } from './form-definition.ts';
import { type PersonMacro, type SharedParts, type SourceChoice, type SourceDefinition, type SourceField } from './source-definition.ts';

/** The lists and the parts of persons that a definition names, as they stand here: what has to go along when it goes elsewhere. */
export function partsUsed({ groups }: SourceDefinition, shared: SharedParts): SharedParts {
  const [lists, persons] = [new Set<string>(), new Set<string>()];
  for (const field of groups.flatMap(({ fields }) => fields)) {
    if (field.kind === 'person') for (const named of field.parts) persons.add(typeof named === 'string' ? named : named.part);
    else for (const list of listsOf(field)) lists.add(list);
  }
  for (const part of persons) for (const template of shared.persons[part] ?? []) if (typeof template['list'] === 'string') lists.add(template['list']);
  return { lists: picked(shared.lists, lists), persons: picked(shared.persons, persons) };
}

/**
 * The definition so that it asks here what it asked where it comes from: persons and lists that stand here otherwise, or not at all, are written out; all others
 * stay named. The definition and what it brought must have their shape.
 */
export function withBroughtParts(source: SourceDefinition, brought: SharedParts, own: SharedParts): SourceDefinition {
  const asked = new Set<string>();
  const groups = source.groups.map((group) => ({
    ...group,
    fields: group.fields.flatMap((field): readonly SourceField[] => {
      const made = field.kind === 'person' ? personFields(field, brought.persons, asked, () => undefined) : [field];
      for (const { id } of made) asked.add(id);
      return field.kind === 'person' && isKnown(field, brought, own) ? [field] : made.map((one) => settled(one, brought, own));
    }),
  }));
  return { ...source, groups };
}

function listsOf(field: FormField | SourceChoice): readonly string[] {
  if (field.kind === 'choice') return field.list === undefined ? [] : [field.list];
  return field.kind === 'table' ? field.columns.flatMap((column) => listsOf(column)) : [];
}

function picked<T>(all: Readonly<Record<string, T>>, names: ReadonlySet<string>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}

function isKnown(person: PersonMacro, brought: SharedParts, own: SharedParts): boolean {
  return person.parts.every((named) => {
    const part = typeof named === 'string' ? named : named.part;
    const templates = brought.persons[part] ?? [];
    return isSame(own.persons[part], brought.persons[part]) && templates.every(({ list }) => typeof list !== 'string' || isSame(own.lists[list], brought.lists[list]));
  });
}

function settled(field: SourceField, brought: SharedParts, own: SharedParts): SourceField {
  if (field.kind === 'table') return { ...field, columns: field.columns.map((column) => (column.kind === 'choice' ? settledChoice(column, brought, own) : column)) };
  return field.kind === 'choice' ? settledChoice(field, brought, own) : field;
}

function settledChoice<T extends SourceChoice>(field: T, brought: SharedParts, own: SharedParts): T | ChoiceField {
  const { list, ...rest }: SourceChoice = field;
  const options = list === undefined || !Object.hasOwn(brought.lists, list) ? undefined : brought.lists[list];
  return list === undefined || options === undefined || isSame(own.lists[list], options) ? field : { ...rest, options: [...(rest.options ?? []), ...options] };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
