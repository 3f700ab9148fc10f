/** One place where two versions of a procedure say different things. */
export interface PackDifference {
  /** Path in the pack: `fee.lines[2].amount`; entries of lists that have a name of their own by it: `papers[birth-notice].name.vi`. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly before: unknown;
  readonly after: unknown;
}

type Plain = Readonly<Record<string, unknown>>;

/** What every version changes by itself. */
const OWN_OF_VERSION = new Set(['version', 'validFrom', 'validTo']);

/**
 * The differences between the version in force and a draft, in the order of the draft. Entries of lists are told apart by their id where they
 * have one, so that one more paper at the top is one difference and not twenty.
 */
export function diffPacks(before: object | undefined, after: object): readonly PackDifference[] {
  const found: PackDifference[] = [];
  compareObjects('', (before ?? {}) as Plain, after as Plain, found);
  return found.filter(({ path }) => !OWN_OF_VERSION.has(path));
}

function compare(path: string, before: unknown, after: unknown, found: PackDifference[]): void {
  if (Array.isArray(before) && Array.isArray(after)) compareLists(path, before, after, found);
  else if (isPlain(before) && isPlain(after)) compareObjects(path, before, after, found);
  else if (isEmpty(before) && !isEmpty(after)) found.push({ path, kind: 'added', before: null, after });
  else if (!isEmpty(before) && isEmpty(after)) found.push({ path, kind: 'removed', before, after: null });
  else if (!isEmpty(before) && before !== after) found.push({ path, kind: 'changed', before, after });
}

function compareObjects(path: string, before: Plain, after: Plain, found: PackDifference[]): void {
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) compare(path === '' ? key : `${path}.${key}`, before[key], after[key], found);
}

function compareLists(path: string, before: readonly unknown[], after: readonly unknown[], found: PackDifference[]): void {
  const nameOf = namer([...before, ...after]);
  const [old, fresh] = [byName(before, nameOf), byName(after, nameOf)];
  for (const [name, { value }] of fresh) {
    const known = old.get(name);
    const place = `${path}[${name}]`;
    if (known === undefined) found.push({ path: place, kind: 'added', before: null, after: value });
    else compare(place, known.value, value, found);
  }
  for (const [name, { value }] of old) if (!fresh.has(name)) found.push({ path: `${path}[${name}]`, kind: 'removed', before: value, after: null });
  const kept = [...fresh.keys()].filter((name) => old.has(name));
  const order = [...old.keys()].filter((name) => fresh.has(name));
  if (kept.join('\n') !== order.join('\n')) found.push({ path, kind: 'moved', before: order, after: kept });
}

type Namer = (value: unknown, position: number) => string;

/** Entries with ids are told apart by them, plain words by themselves, everything else by its position. */
function namer(values: readonly unknown[]): Namer {
  if (values.every((value) => typeof value === 'string')) return String;
  if (values.every((value) => isPlain(value) && typeof value['id'] === 'string')) return (value) => String((value as Plain)['id']);
  return (_value, position) => String(position);
}

function byName(values: readonly unknown[], nameOf: Namer): ReadonlyMap<string, { readonly value: unknown }> {
  return new Map(values.map((value, position) => [nameOf(value, position), { value }]));
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
