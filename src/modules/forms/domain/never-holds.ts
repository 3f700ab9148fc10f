import { type FormField } from './form-definition.ts';
import { type Expression, type Rule } from './rules.ts';

type Scalar = string | number | boolean;

/**
 * Whether a condition can certainly never hold, whatever is answered: a choice that has no such option, a number beyond its limits, two parts that exclude
 * each other. False where that is not certain.
 */
export function neverHolds(rule: Rule, fields: ReadonlyMap<string, FormField>): boolean {
  if ('is' in rule) return !canBe(fields.get(rule.is[0]), rule.is[1]);
  if ('oneOf' in rule) return rule.oneOf[1].every((value) => !canBe(fields.get(rule.oneOf[0]), value));
  if ('any' in rule) return rule.any.every((one) => neverHolds(one, fields));
  if ('all' in rule) return rule.all.some((one) => neverHolds(one, fields)) || contradicts(flat(rule.all), fields);
  if ('compare' in rule) return outOfBounds(rule.compare, fields);
  return 'not' in rule && 'all' in rule.not && rule.not.all.length === 0;
}

/** Whether two conditions exclude each other. */
export function excludeEachOther(one: Rule, other: Rule, fields: ReadonlyMap<string, FormField>): boolean {
  return contradicts(flat([one, other]), fields);
}

function flat(rules: readonly Rule[]): readonly Rule[] {
  return rules.flatMap((rule) => ('all' in rule ? flat(rule.all) : [rule]));
}

function canBe(field: FormField | undefined, value: Scalar): boolean {
  if (field === undefined) return true;
  switch (field.kind) {
    case 'choice': return field.options.some((option) => option.value === value);
    case 'statement':
    case 'consent': return value === true;
    case 'number':
    case 'money': return typeof value === 'number' && value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity);
    case 'table':
    case 'paper':
    case 'address': return false;
    default: return true;
  }
}

/** What one part of a condition says about one field: the values that it may have, those that it may not, whether it is answered. */
function contradicts(rules: readonly Rule[], fields: ReadonlyMap<string, FormField>): boolean {
  const only = new Map<string, Set<Scalar>>();
  const not = new Map<string, Set<Scalar>>();
  const [known, unknown] = [new Set<string>(), new Set<string>()];
  for (const rule of rules) {
    const [field, values] = valuesOf(rule);
    const many = fields.get(field ?? '');
    if (field !== undefined && values !== undefined && !(many?.kind === 'choice' && many.many === true)) {
      const before = only.get(field);
      only.set(field, new Set(before === undefined ? values : values.filter((value) => before.has(value))));
    }
    if (field !== undefined && values !== undefined) known.add(field);
    if ('known' in rule) known.add(rule.known);
    if ('not' in rule && 'known' in rule.not) unknown.add(rule.not.known);
    if ('not' in rule) {
      const [refused, others] = valuesOf(rule.not);
      if (refused !== undefined && others !== undefined) not.set(refused, new Set([...(not.get(refused) ?? []), ...others]));
    }
  }
  if ([...known].some((field) => unknown.has(field))) return true;
  return [...only].some(([field, values]) => [...values].every((value) => not.get(field)?.has(value) === true));
}

function valuesOf(rule: Rule): readonly [field: string | undefined, values: readonly Scalar[] | undefined] {
  if ('is' in rule) return [rule.is[0], [rule.is[1]]];
  return 'oneOf' in rule ? [rule.oneOf[0], rule.oneOf[1]] : [undefined, undefined];
}

function outOfBounds([left, sign, right]: readonly [Expression, string, Expression], fields: ReadonlyMap<string, FormField>): boolean {
  if ('value' in left && 'answer' in right) return outOfBounds([right, MIRRORED[sign] ?? sign, left], fields);
  if (!('answer' in left) || !('value' in right) || typeof right.value !== 'number') return false;
  const field = fields.get(left.answer);
  if (field === undefined || (field.kind !== 'number' && field.kind !== 'money')) return false;
  const [min, max] = [field.min ?? (field.kind === 'money' ? 0 : -Infinity), field.max ?? Infinity];
  const { value } = right;
  if (sign === '<') return min >= value;
  if (sign === '<=') return min > value;
  if (sign === '>') return max <= value;
  if (sign === '>=') return max < value;
  return sign === '=' && (value < min || value > max);
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
