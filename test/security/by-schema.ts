import { randomUUID } from 'node:crypto';
import { type Route } from '../../src/platform/http/route.ts';

/** A schema of a contract, as far as it matters here. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

type Path = readonly (string | number)[];

/** Texts that the patterns of contracts ask for; a fresh id comes first. */
const TEXTS = ['Thử', '2026-11-23', '2026-11-23T08:00:00.000Z', '1.004873', '003190999901', '0900000012', 'a'.repeat(64), '1', '12', '1234', '2026', 'vi', 'mau', 'AB', 'ABCD2345EFGH', '08:00', 'thu-tuc', 'a'.repeat(43)];

/** A value that fits a schema, as far as the schema alone can say. */
export function sampleOf(schema: unknown): unknown {
  const { type, anyOf, ...rest } = schema as Schema;
  if (rest.const !== undefined) return rest.const;
  if (rest.enum !== undefined) return rest.enum[0];
  // Whatever carries more is tried before null.
  if (anyOf !== undefined) return sampleOf(anyOf.find((one) => one.type !== 'null') ?? anyOf[0]);
  if (type === 'object') return Object.fromEntries(Object.entries(rest.properties ?? {}).map(([name, inner]) => [name, sampleOf(inner)]));
  if (type === 'array') return Array.from({ length: Math.max(1, rest.minItems ?? 0) }, () => sampleOf(rest.items ?? {}));
  if (type === 'integer' || type === 'number') return Math.max(1, rest.minimum ?? 1);
  if (type === 'boolean') return true;
  if (type === 'null') return null;
  return textFor(rest);
}

function textFor({ pattern, format, minLength = 0, maxLength = 100 }: Schema): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2026-11-23';
  if (format === 'date-time') return '2026-11-23T08:00:00.000Z';
  const candidates = [randomUUID(), ...TEXTS, 'x'.repeat(minLength)];
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(text));
  return pattern === undefined ? ['Thử', 'x'.repeat(minLength)].find(fits) ?? '' : candidates.find(fits) ?? '';
}

/** Where in a value that fits the schema a person may write a text of their own. */
export function textPlaces(schema: unknown, path: Path = []): readonly Path[] {
  const { type, anyOf, properties, items, ...rest } = schema as Schema;
  if (rest.const !== undefined || rest.enum !== undefined) return [];
  if (anyOf !== undefined) return textPlaces(anyOf.find((one) => one.type !== 'null') ?? {}, path);
  if (type === 'object') return Object.entries(properties ?? {}).flatMap(([name, inner]) => textPlaces(inner, [...path, name]));
  if (type === 'array') return items === undefined ? [] : textPlaces(items, [...path, 0]);
  return type === 'string' ? [path] : [];
}

/** A copy of a value with another one at a place. */
export function putAt(value: unknown, [first, ...rest]: Path, what: unknown): unknown {
  if (first === undefined) return what;
  if (value === undefined || value === null) return typeof first === 'number' ? [putAt(undefined, rest, what)] : { [first]: putAt(undefined, rest, what) };
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === first ? putAt(one, rest, what) : one));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [first]: putAt(record[String(first)], rest, what) };
}

/** Every object inside a schema, with where it stands. */
export function objectsIn(schema: unknown, path: Path = []): readonly { readonly path: Path; readonly schema: Schema }[] {
  const one = schema as Schema;
  if (one.anyOf !== undefined) return one.anyOf.flatMap((inner) => objectsIn(inner, path));
  if (one.type === 'array') return one.items === undefined ? [] : objectsIn(one.items, [...path, 0]);
  if (one.type !== 'object') return [];
  return [{ path, schema: one }, ...Object.entries(one.properties ?? {}).flatMap(([name, inner]) => objectsIn(inner, [...path, name]))];
}

/** Method and address of a route as the tables of the tests write them. */
export function nameOf({ method, url }: Pick<Route, 'method' | 'url'>): string {
  return `${method} ${url}`;
}

/** The address of a route with these values in its places; a place without one gets something that does not exist. */
export function addressOf(route: Pick<Route, 'url'>, params: Readonly<Record<string, string>> = {}): string {
  return route.url.replaceAll(/:(\w+)/gu, (_place, name: string) => params[name] ?? randomUUID()).replace('*', 'x');
}

/** How a route takes its body: pages take forms, the rest JSON. */
export function bodyOf(route: Pick<Route, 'kind'>, body: unknown): { readonly payload: string; readonly headers: Readonly<Record<string, string>> } {
  if (route.kind === 'api') return { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const entries = Object.entries(body as Readonly<Record<string, unknown>>).flatMap(([name, value]): [string, string][] => (Array.isArray(value) ? value.map((one): [string, string] => [name, String(one)]) : [[name, String(value)]]));
  return { payload: new URLSearchParams(entries).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}
