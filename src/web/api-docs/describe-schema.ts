import { type JsonSchema } from './open-api.ts';

/** One value of a request or an answer, for a line of a table. */
export interface SchemaLine {
  /** `papers[].name` is the name of every paper; empty for the value as a whole. */
  readonly path: string;
  /** In the words of JSON Schema: `string`, `integer 1…999`, `"A4" | "A5"`. */
  readonly type: string;
  readonly required: boolean;
}

/** Lays a schema out as lines, parents before their children. */
export function describeSchema(schema: JsonSchema, path = '', required = true): readonly SchemaLine[] {
  const own: SchemaLine = { path, type: typeWords(schema), required };
  const inside = schema.type === 'array' && schema.items !== undefined ? schema.items : schema;
  const insidePath = inside === schema ? path : `${path}[]`;
  const object = [inside, ...(inside.anyOf ?? [])].find((one) => one.properties !== undefined);
  const children = Object.entries(object?.properties ?? {}).flatMap(([name, child]) =>
    describeSchema(child, insidePath === '' ? name : `${insidePath}.${name}`, object?.required?.includes(name) ?? false),
  );
  return path === '' && children.length > 0 && inside === schema ? children : [own, ...children];
}

function typeWords(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map(typeWords))].join(' | ');
  if (schema.type === 'array') return `${schema.items === undefined ? 'any' : bracketed(typeWords(schema.items))}[]${range(schema.minItems, schema.maxItems)}`;
  const name = typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'any');
  const bounds = name === 'string' ? range(schema.minLength, schema.maxLength) : range(schema.minimum, schema.maximum);
  return [`${name}${bounds}`, schema.format, schema.pattern === undefined ? undefined : `/${schema.pattern}/`].filter((part) => part !== undefined).join(' ');
}

function bracketed(words: string): string {
  return words.includes(' | ') ? `(${words})` : words;
}

function range(from: number | undefined, to: number | undefined): string {
  return from === undefined && to === undefined ? '' : ` ${from ?? ''}…${to ?? ''}`;
}
