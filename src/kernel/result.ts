/** The outcome of a rule: a value, or a refusal that is data. Bugs and broken infrastructure throw instead. */
export type Result<T, P = Problem> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/**
 * An expected refusal. `code` names it for the catalogue of words (`<module>.<kebab-case>`);
 * `facts` are the values that the sentence needs; `field` is the request field it belongs to, if one.
 */
export interface Problem<C extends string = string> {
  readonly code: C;
  readonly field?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Wraps a value as a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Makes a refusal from its code, its facts and the request field it belongs to. */
export function refuse<C extends string>(
  code: C,
  facts?: Problem['facts'],
  field?: string,
): { readonly ok: false; readonly problem: Problem<C> } {
  return { ok: false, problem: { code, ...(facts ? { facts } : {}), ...(field ? { field } : {}) } };
}
