/** Where something stands in the definition that is being written, by positions; -1 where there is no part or question. */
export interface FormPlace {
  readonly group: number;
  readonly field: number;
  /** What lies below, such as `label.vi` or an option. */
  readonly rest: string;
}

interface Loose {
  readonly id?: unknown;
  readonly fields?: unknown;
}

/**
 * Finds the part and the question of a place such as `groups.child.fields.child.fullName`, `groups.child.mother` or `groups.0.fields.2.label.en` in a
 * definition of any shape. A question that stands for a person answers for all of its fields.
 */
export function placeOfFault(at: string, content: unknown): FormPlace {
  const groups = listOf((content as { groups?: unknown } | null)?.groups);
  const [, named, below = ''] = /^groups\.([^.]+)(?:\.(.*))?$/u.exec(at) ?? [];
  if (named === undefined) return { group: -1, field: -1, rest: at };
  const group = /^\d+$/u.test(named) ? Number(named) : groups.findIndex(({ id }) => id === named);
  const fields = listOf(groups[group]?.fields);
  const inside = below.replace(/^fields\.?/u, '');
  const positioned = below.startsWith('fields') ? /^(\d+)(?:\.(.*))?$/u.exec(inside) : null;
  if (positioned !== null) return { group, field: Number(positioned[1]), rest: positioned[2] ?? '' };
  // The longest id that the place begins with.
  const fits = fields.map(({ id }, index) => ({ id: typeof id === 'string' ? id : '', index })).filter(({ id }) => id !== '' && (inside === id || inside.startsWith(`${id}.`)));
  const best = fits.sort((one, other) => other.id.length - one.id.length)[0];
  return best === undefined ? { group, field: -1, rest: inside } : { group, field: best.index, rest: inside.slice(best.id.length + 1) };
}

function listOf(value: unknown): readonly Loose[] {
  // What is no object keeps its place.
  return Array.isArray(value) ? value.map((one: unknown): Loose => (typeof one === 'object' && one !== null ? one : {})) : [];
}

/** What stands at a dotted path. */
export function valueAtPath(content: unknown, at: string): unknown {
  return at.split('.').reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, unknown>>)[key] : undefined), content);
}
