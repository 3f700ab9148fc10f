import { type TObject, type TSchema, Type } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { type PersonMacro, type SharedParts, type SourceDefinition } from '../domain/source-definition.ts';
import { checkExpressionShape, checkRuleShape, type ShapeFault } from './rule-shape.ts';

const TEXT = Type.String({ minLength: 1 });
const WORDS = Type.Object({ vi: TEXT, en: TEXT }, { additionalProperties: false });
/** Rules and values are checked by their own words: a union of twenty shapes would only say that none fits. */
const ANY = Type.Unknown();
const NAMES = Type.Record(Type.String(), TEXT);
const DAY = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const BASE = {
  id: TEXT,
  label: WORDS,
  official: TEXT,
  help: Type.Optional(WORDS),
  example: Type.Optional(TEXT),
  required: Type.Optional(ANY),
  when: Type.Optional(ANY),
  sameAs: Type.Optional(Type.Array(Type.Object({ field: TEXT, when: ANY }, { additionalProperties: false }))),
  fact: Type.Optional(TEXT),
  exchange: Type.Optional(NAMES),
};

const OPTION = Type.Object({ value: TEXT, label: WORDS, help: Type.Optional(WORDS), when: Type.Optional(ANY) }, { additionalProperties: false });
const NUMBER = Type.Optional(Type.Number());
const COUNT = Type.Optional(Type.Integer({ minimum: 1 }));

function field(kind: string, own: Readonly<Record<string, TSchema>>): TObject {
  return Type.Object({ ...BASE, kind: Type.Literal(kind), ...own }, { additionalProperties: false });
}

const COLUMNS: Readonly<Record<string, TObject>> = {
  text: field('text', { maxLength: COUNT, lines: COUNT, format: Type.Optional(Type.Union([Type.Literal('person-name'), Type.Literal('email'), Type.Literal('plain')])) }),
  number: field('number', { min: NUMBER, max: NUMBER, decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })), unit: Type.Optional(WORDS) }),
  money: field('money', { min: NUMBER, max: NUMBER }),
  date: field('date', { precision: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('month'), Type.Literal('year')])), span: Type.Optional(Type.Union([Type.Literal('past'), Type.Literal('future')])) }),
  choice: field('choice', { options: Type.Optional(Type.Array(OPTION)), many: Type.Optional(Type.Boolean()), list: Type.Optional(TEXT) }),
  'citizen-number': field('citizen-number', {}),
  phone: field('phone', {}),
};

const FIELDS: Readonly<Record<string, TObject>> = {
  ...COLUMNS,
  time: field('time', {}),
  address: field('address', { abroad: Type.Optional(Type.Boolean()) }),
  table: field('table', { columns: Type.Array(ANY, { minItems: 1 }), minRows: COUNT, maxRows: Type.Integer({ minimum: 1, maximum: 200 }) }),
  paper: field('paper', { paperId: TEXT }),
  statement: field('statement', {}),
  consent: field('consent', { purpose: TEXT }),
  computed: field('computed', { value: ANY, shown: Type.Union(['text', 'number', 'money', 'date', 'date-in-words'].map((one) => Type.Literal(one))) }),
};

const PERSON = Type.Object({ kind: Type.Literal('person'), id: TEXT, of: WORDS, parts: Type.Array(Type.Union([TEXT, Type.Object({ part: TEXT })]), { minItems: 1 }), when: Type.Optional(ANY), same: Type.Optional(Type.Object({ as: TEXT, when: ANY }, { additionalProperties: false })), fact: Type.Optional(TEXT), official: Type.Optional(NAMES), exchange: Type.Optional(Type.Record(Type.String(), NAMES)) }, { additionalProperties: false });

const GROUP = Type.Object({ id: TEXT, title: WORDS, help: Type.Optional(WORDS), when: Type.Optional(ANY), fields: Type.Array(ANY) }, { additionalProperties: false });

const CHECK = Type.Object({
  id: TEXT, when: Type.Optional(ANY), holds: ANY, at: TEXT, message: WORDS, level: Type.Union([Type.Literal('refuse'), Type.Literal('warn')]), basis: Type.Optional(TEXT),
}, { additionalProperties: false });

const SIGNATURE = Type.Object({ title: TEXT, note: Type.Optional(TEXT), name: Type.Optional(TEXT), declares: Type.Optional(ANY), dated: Type.Optional(Type.Boolean()), when: Type.Optional(ANY) }, { additionalProperties: false });

const DEFINITION = Type.Object({
  code: Type.String({ pattern: '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$' }),
  version: Type.Integer({ minimum: 1 }),
  validFrom: DAY,
  validTo: Type.Union([DAY, Type.Null()]),
  title: WORDS,
  official: Type.Object({
    title: TEXT, number: Type.Union([TEXT, Type.Null()]), basis: Type.Union([TEXT, Type.Null()]), addressee: TEXT,
    signatures: Type.Optional(Type.Array(SIGNATURE, { minItems: 1, maxItems: 4 })), signaturesSource: Type.Optional(TEXT), dateLabel: Type.Optional(TEXT),
  }, { additionalProperties: false }),
  procedures: Type.Array(Type.String({ pattern: '^\\d\\.\\d{6}$' })),
  source: TEXT,
  groups: Type.Array(ANY, { minItems: 1 }),
  checks: Type.Array(ANY),
}, { additionalProperties: false });

const LISTS = Type.Record(Type.String(), Type.Array(OPTION, { minItems: 1 }));
const PERSONS = Type.Record(Type.String(), Type.Array(Type.Object({ end: TEXT, kind: TEXT }), { minItems: 1 }));

export type Shaped<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly ShapeFault[] };

/**
 * Whether a parsed file has the shape of a definition; what is wrong is named place by place, each place once. Of an expanded definition the options
 * that came from lists are left out: a list is checked once, where it stands.
 */
export function shapeOfDefinition(value: unknown, expanded = false): Shaped<SourceDefinition> {
  const faults: ShapeFault[] = [];
  check(DEFINITION, value, '', faults);
  const { groups, checks, official } = (value ?? {}) as { groups: unknown; checks: unknown; official?: { signatures?: unknown } | null };
  for (const [place, one] of (Array.isArray(official?.signatures) ? (official.signatures as readonly ({ when?: unknown; declares?: unknown } | null)[]) : []).entries()) {
    const at = `official.signatures.${String(place)}`;
    if (one?.when !== undefined) checkRuleShape(one.when, `${at}.when`, faults);
    if (one?.declares !== undefined && typeof one.declares !== 'boolean') checkRuleShape(one.declares, `${at}.declares`, faults);
  }
  if (!Array.isArray(groups) || !Array.isArray(checks)) return { ok: false, faults };
  for (const [place, group] of (groups as readonly unknown[]).entries()) checkGroup(group, `groups.${String(place)}`, expanded, faults);
  for (const [place, one] of (checks as readonly unknown[]).entries()) {
    const at = `checks.${String(place)}`;
    if (!check(CHECK, one, at, faults)) continue;
    const { when, holds } = one as { when?: unknown; holds: unknown };
    if (when !== undefined) checkRuleShape(when, `${at}.when`, faults);
    checkRuleShape(holds, `${at}.holds`, faults);
  }
  return faults.length === 0 ? { ok: true, value: value as SourceDefinition } : { ok: false, faults };
}

/** The same for the two files that many forms share. */
export function shapeOfShared(lists: unknown, persons: unknown): Shaped<SharedParts> {
  const faults: ShapeFault[] = [];
  check(LISTS, lists, 'lists', faults);
  if (check(PERSONS, persons, 'persons', faults)) {
    for (const [part, templates] of Object.entries(persons as Readonly<Record<string, readonly { end: string }[]>>)) {
      for (const { end, ...rest } of templates) checkField({ ...rest, id: end }, `persons.${part}.${end}`, FIELDS, faults);
    }
  }
  return faults.length === 0 ? { ok: true, value: { lists, persons } as SharedParts } : { ok: false, faults };
}

function checkGroup(group: unknown, at: string, expanded: boolean, faults: ShapeFault[]): void {
  if (!check(GROUP, group, at, faults)) return;
  const { when, fields } = group as { when?: unknown; fields: readonly unknown[] };
  if (when !== undefined) checkRuleShape(when, `${at}.when`, faults);
  for (const [place, one] of fields.entries()) {
    const here = `${at}.fields.${String(place)}`;
    if (kindOf(one) === 'person') checkPerson(one, here, faults);
    else checkField(expanded ? withoutListed(one) : one, here, FIELDS, faults);
  }
}

/** A person; what it says otherwise about a part is checked when the part is filled in. */
function checkPerson(person: unknown, at: string, faults: ShapeFault[]): void {
  if (!check(PERSON, person, at, faults)) return;
  const { when, same } = person as PersonMacro;
  if (when !== undefined) checkRuleShape(when, `${at}.when`, faults);
  if (same !== undefined) checkRuleShape(same.when, `${at}.same.when`, faults);
}

function checkField(value: unknown, at: string, known: Readonly<Record<string, TObject>>, faults: ShapeFault[]): void {
  const kind = kindOf(value);
  const schema = kind === undefined || !Object.hasOwn(known, kind) ? undefined : known[kind];
  if (schema === undefined) {
    faults.push({ at: `${at}.kind`, why: 'unknown-kind', needed: Object.keys(known).join(', ') });
    return;
  }
  if (!check(schema, value, at, faults)) return;
  const { when, sameAs, required, value: computed, columns, options } = value as { when?: unknown; sameAs?: readonly { when: unknown }[]; required?: unknown; value?: unknown; columns?: readonly unknown[]; options?: readonly { when?: unknown }[] };
  if (when !== undefined) checkRuleShape(when, `${at}.when`, faults);
  for (const [place, same] of (sameAs ?? []).entries()) checkRuleShape(same.when, `${at}.sameAs.${String(place)}.when`, faults);
  if (required !== undefined && typeof required !== 'boolean') checkRuleShape(required, `${at}.required`, faults);
  if (kind === 'computed') checkExpressionShape(computed, `${at}.value`, faults);
  for (const [place, column] of (columns ?? []).entries()) checkField(column, `${at}.columns.${String(place)}`, COLUMNS, faults);
  for (const [place, option] of (options ?? []).entries()) if (option.when !== undefined) checkRuleShape(option.when, `${at}.options.${String(place)}.when`, faults);
}

function withoutListed(field: unknown): unknown {
  return typeof field === 'object' && field !== null && 'list' in field && 'options' in field ? Object.fromEntries(Object.entries(field).filter(([key]) => key !== 'options')) : field;
}

function kindOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string' ? value.kind : undefined;
}

/** Compiled once: walking the schemas anew for every field took seconds for all forms together. */
const validators = new Map<TSchema, Validator>();

function validatorOf(schema: TSchema): Validator {
  const known = validators.get(schema) ?? Compile(schema);
  validators.set(schema, known);
  return known;
}

/** Checks one value with one schema; true when nothing was wrong. */
function check(schema: TSchema, value: unknown, at: string, faults: ShapeFault[]): boolean {
  const validator = validatorOf(schema);
  if (validator.Check(value)) return true;
  const named = new Map<string, ShapeFault>();
  for (const error of validator.Errors(value)) {
    const path = [at, ...error.instancePath.split('/').filter(Boolean)].filter(Boolean).join('.');
    const { params } = error as unknown as { params: Readonly<Record<string, unknown>> };
    for (const fault of faultsOf(error.keyword, path, params)) if (!named.has(fault.at)) named.set(fault.at, fault);
  }
  faults.push(...named.values());
  return false;
}

function faultsOf(keyword: string, path: string, params: Readonly<Record<string, unknown>>): readonly ShapeFault[] {
  const below = (names: unknown, why: ShapeFault['why']) => (Array.isArray(names) ? names.map((name) => ({ at: path === '' ? String(name) : `${path}.${String(name)}`, why })) : []);
  if (keyword === 'required') return below(params['requiredProperties'], 'missing');
  if (keyword === 'additionalProperties') return below(params['additionalProperties'], 'unknown');
  // What stands under a name that is not known is told by that name.
  if (keyword === 'boolean') return [];
  if (keyword === 'type') return [params['type'] === 'object' ? { at: path, why: 'not-an-object' } : { at: path, why: 'unreadable', needed: String(params['type']) }];
  const needed = params['pattern'] ?? params['allowedValue'] ?? params['limit'];
  return [{ at: path, why: 'unreadable', ...(typeof needed === 'string' || typeof needed === 'number' ? { needed: String(needed) } : {}) }];
}
