/** One thing that two versions of a form say differently. */
export interface FormDifference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** What differs: the form itself, a part, a question, a choice of a question, a check between answers. */
  readonly of: 'form' | 'group' | 'field' | 'option' | 'check';
  /** The title of the part and the label of the question, where there are any. */
  readonly group: LooseWords | null;
  readonly field: LooseWords | null;
  readonly option: LooseWords | null;
  /** Which property changed: `label.vi`, `when`, `maxLength`; empty for a thing as a whole. */
  readonly part: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface LooseWords {
  readonly vi: string;
  readonly en: string;
}

type Plain = Readonly<Record<string, unknown>>;
type Place = Pick<FormDifference, 'of' | 'group' | 'field' | 'option'>;

const NOWHERE = { group: null, field: null, option: null } as const;
/** What every version changes by itself. */
const OWN_OF_VERSION = new Set(['code', 'version', 'validFrom', 'groups', 'checks']);

/**
 * What differs between two definitions of one form as they were written, in the order of the newer one. Parts are known by their ids, questions by theirs wherever
 * they stand, so that a question that went to another part is told as moved and not as lost.
 */
export function diffForms(before: object | undefined, after: object): readonly FormDifference[] {
  const found: FormDifference[] = [];
  const [old, fresh] = [(before ?? {}) as Plain, after as Plain];
  compareParts(old, fresh, { of: 'form', ...NOWHERE }, found, OWN_OF_VERSION);
  const [groupsBefore, groups] = [plainList(old['groups']), plainList(fresh['groups'])];
  const fieldsBefore = fieldsOf(groupsBefore);
  const fields = fieldsOf(groups);
  for (const group of groups) {
    const known = groupsBefore.find(({ id }) => id === group['id']);
    const place: Place = { of: 'group', ...NOWHERE, group: wordsOf(group['title']) };
    if (known === undefined) found.push({ kind: 'added', ...place, part: '', before: null, after: null });
    else compareParts(known, group, place, found, new Set(['fields', 'id']));
    for (const one of fields.filter((field) => field.group === group)) {
      const twin = fieldsBefore.find(({ key }) => key === one.key);
      const here: Place = { of: 'field', group: wordsOf(group['title']), field: nameOf(one.field), option: null };
      if (twin === undefined) found.push({ kind: 'added', ...here, part: '', before: null, after: null });
      else compareField(twin, one, here, found);
    }
  }
  for (const one of fieldsBefore) {
    if (!fields.some(({ key }) => key === one.key)) found.push({ kind: 'removed', of: 'field', group: wordsOf(one.group['title']), field: nameOf(one.field), option: null, part: '', before: null, after: null });
  }
  for (const group of groupsBefore) {
    if (!groups.some(({ id }) => id === group['id'])) found.push({ kind: 'removed', of: 'group', ...NOWHERE, group: wordsOf(group['title']), part: '', before: null, after: null });
  }
  compareOrder(groupsBefore.map(({ id }) => String(id)), groups.map(({ id }) => String(id)), { of: 'form', ...NOWHERE }, found);
  compareChecks(plainList(old['checks']), plainList(fresh['checks']), found);
  return found;
}

interface PlacedField {
  readonly key: string;
  readonly group: Plain;
  readonly field: Plain;
}

/** Questions by their ids; one that stands for a person may stand in several parts, so that the second is another. */
function fieldsOf(groups: readonly Plain[]): readonly PlacedField[] {
  const seen = new Map<string, number>();
  return groups.flatMap((group) => plainList(group['fields']).map((field) => {
    const id = `${field['kind'] === 'person' ? 'person ' : ''}${String(field['id'])}`;
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return { key: `${id} ${String(count)}`, group, field };
  }));
}

function compareField(before: PlacedField, after: PlacedField, place: Place, found: FormDifference[]): void {
  if (before.group['id'] !== after.group['id']) found.push({ kind: 'moved', ...place, part: 'group', before: wordsOf(before.group['title']), after: wordsOf(after.group['title']) });
  compareParts(before.field, after.field, place, found, new Set(['id', 'options', 'columns', 'parts']));
  if (!isSame(before.field['parts'], after.field['parts'])) found.push({ kind: 'changed', ...place, part: 'parts', before: partNames(before.field['parts']), after: partNames(after.field['parts']) });
  for (const [name, key] of [['options', 'value'], ['columns', 'id']] as const) {
    const [old, fresh] = [plainList(before.field[name]), plainList(after.field[name])];
    for (const one of fresh) {
      const twin = old.find((other) => other[key] === one[key]);
      const here: Place = { ...place, of: 'option', option: wordsOf(one['label']) };
      if (twin === undefined) found.push({ kind: 'added', ...here, part: '', before: null, after: null });
      else compareParts(twin, one, here, found, new Set([key]));
    }
    for (const one of old) if (!fresh.some((other) => other[key] === one[key])) found.push({ kind: 'removed', ...place, of: 'option', option: wordsOf(one['label']), part: '', before: null, after: null });
    compareOrder(old.map((one) => String(one[key])), fresh.map((one) => String(one[key])), place, found);
  }
}

function compareChecks(before: readonly Plain[], after: readonly Plain[], found: FormDifference[]): void {
  for (const check of after) {
    const twin = before.find(({ id }) => id === check['id']);
    const place: Place = { of: 'check', ...NOWHERE, option: wordsOf(check['message']) };
    if (twin === undefined) found.push({ kind: 'added', ...place, part: '', before: null, after: null });
    else compareParts(twin, check, place, found, new Set(['id']));
  }
  for (const check of before) if (!after.some(({ id }) => id === check['id'])) found.push({ kind: 'removed', of: 'check', ...NOWHERE, option: wordsOf(check['message']), part: '', before: null, after: null });
}

function compareParts(before: Plain, after: Plain, place: Place, found: FormDifference[], without: ReadonlySet<string>): void {
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
    if (without.has(key)) continue;
    const [old, fresh] = [before[key], after[key]];
    if (isWords(old) && isWords(fresh)) {
      for (const language of ['vi', 'en'] as const) if (old[language] !== fresh[language]) found.push({ kind: 'changed', ...place, part: `${key}.${language}`, before: old[language], after: fresh[language] });
    } else if (key === 'official' && isPlain(old) && isPlain(fresh)) {
      for (const inner of new Set([...Object.keys(fresh), ...Object.keys(old)])) if (!isSame(old[inner], fresh[inner])) found.push({ kind: 'changed', ...place, part: `official.${inner}`, before: old[inner] ?? null, after: fresh[inner] ?? null });
    } else if (isEmpty(old) !== isEmpty(fresh) || (!isEmpty(old) && !isSame(old, fresh))) {
      found.push({ kind: isEmpty(old) ? 'added' : isEmpty(fresh) ? 'removed' : 'changed', ...place, part: key, before: old ?? null, after: fresh ?? null });
    }
  }
}

/** The order of what both have. */
function compareOrder(before: readonly string[], after: readonly string[], place: Place, found: FormDifference[]): void {
  const [old, fresh] = [before.filter((one) => after.includes(one)), after.filter((one) => before.includes(one))];
  if (old.join('\n') !== fresh.join('\n')) found.push({ kind: 'moved', ...place, part: 'order', before: null, after: null });
}

function partNames(parts: unknown): string {
  return Array.isArray(parts) ? parts.map((part: unknown) => (isPlain(part) ? String(part['part']) : String(part))).join(', ') : '';
}

function nameOf(field: Plain): LooseWords {
  const label = wordsOf(field['label']) ?? wordsOf(field['of']);
  const id = typeof field['id'] === 'string' ? field['id'] : '';
  return label === null || (label.vi === '' && label.en === '') ? { vi: id, en: id } : label;
}

function wordsOf(value: unknown): LooseWords | null {
  return isWords(value) ? { vi: value.vi, en: value.en } : null;
}

function isWords(value: unknown): value is LooseWords {
  return isPlain(value) && typeof value['vi'] === 'string' && typeof value['en'] === 'string';
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plainList(value: unknown): readonly Plain[] {
  return Array.isArray(value) ? value.filter(isPlain) : [];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Sameness whatever the order of keys. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, index) => isSame(value, other[index]));
  if (isPlain(one) && isPlain(other)) return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => isSame(one[key], other[key]));
  return one === other;
}
