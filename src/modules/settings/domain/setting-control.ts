/** How a value is entered, drawn from its schema. */
export type SettingControl =
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'texts'; readonly texts: readonly { readonly key: string; readonly longest: number }[] };

/** As much of a JSON Schema as a setting may use. */
interface PlainSchema {
  readonly type?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly maxLength?: unknown;
  readonly const?: unknown;
  readonly enum?: unknown;
  readonly anyOf?: unknown;
  readonly items?: unknown;
  readonly properties?: unknown;
}

function optionsOf(schema: PlainSchema): readonly string[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum.map(String);
  if (!Array.isArray(schema.anyOf)) return undefined;
  const options = (schema.anyOf as readonly PlainSchema[]).map((one) => one.const);
  return options.every((option) => typeof option === 'string') ? options : undefined;
}

function textsOf(properties: unknown): readonly { readonly key: string; readonly longest: number }[] | undefined {
  const parts = Object.entries(properties as Readonly<Record<string, PlainSchema>>);
  const texts = parts.flatMap(([key, { type, maxLength }]) => (type === 'string' && typeof maxLength === 'number' ? [{ key, longest: maxLength }] : []));
  return texts.length === parts.length && texts.length > 0 ? texts : undefined;
}

/**
 * How a setting of this schema is entered: an integer between two bounds, a boolean, a union of literals, an array of such, a text with
 * a longest length, or an object of such texts. Throws for anything else: such a setting cannot be shown, which is a mistake of whoever defined it.
 */
export function controlOf(schema: object): SettingControl {
  const plain = schema as PlainSchema;
  const options = optionsOf(plain);
  if (options !== undefined) return { kind: 'choice', options };
  if (plain.type === 'boolean') return { kind: 'switch' };
  if (plain.type === 'integer' && typeof plain.minimum === 'number' && typeof plain.maximum === 'number') return { kind: 'number', least: plain.minimum, most: plain.maximum };
  if (plain.type === 'string' && typeof plain.maxLength === 'number') return { kind: 'text', longest: plain.maxLength };
  if (plain.type === 'array' && typeof plain.items === 'object' && plain.items !== null) {
    const among = optionsOf(plain.items);
    if (among !== undefined) return { kind: 'choices', options: among };
  }
  const texts = plain.type === 'object' ? textsOf(plain.properties) : undefined;
  if (texts !== undefined) return { kind: 'texts', texts };
  throw new Error(`a setting cannot be entered with this schema: ${JSON.stringify(schema)}`);
}
