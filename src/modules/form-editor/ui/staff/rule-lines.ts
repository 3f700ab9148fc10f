import { type Rule } from '../../../forms/contract/definition-shape.ts';

export const RULE_TESTS = ['is', 'is-not', 'one-of', 'none-of', 'answered', 'unanswered', '>=', '>', '<=', '<'] as const;
export type RuleTest = (typeof RULE_TESTS)[number];

type Scalar = string | number | boolean;

/** One line of a condition: a question, what is asked of its answer, and with what it is compared. */
export interface RuleLine {
  readonly field: string;
  readonly test: RuleTest;
  /** Several where one of them is enough. */
  readonly value: Scalar | readonly Scalar[];
}

/** A condition of the everyday kind: lines that all hold, or of which one is enough. */
export interface RuleLines {
  readonly join: 'all' | 'any';
  readonly lines: readonly RuleLine[];
}

/** The lines of a condition; undefined for one that only its text can say. */
export function linesOfRule(rule: Rule): RuleLines | undefined {
  const [join, parts] = 'any' in rule ? (['any', rule.any] as const) : 'all' in rule ? (['all', rule.all] as const) : (['all', [rule]] as const);
  const lines = parts.map(lineOf);
  return lines.length > 0 && lines.every((line) => line !== undefined) ? { join, lines } : undefined;
}

function lineOf(rule: Rule): RuleLine | undefined {
  if ('is' in rule) return { field: rule.is[0], test: 'is', value: rule.is[1] };
  if ('oneOf' in rule) return { field: rule.oneOf[0], test: 'one-of', value: rule.oneOf[1] };
  if ('known' in rule) return { field: rule.known, test: 'answered', value: '' };
  if ('not' in rule && 'is' in rule.not) return { field: rule.not.is[0], test: 'is-not', value: rule.not.is[1] };
  if ('not' in rule && 'oneOf' in rule.not) return { field: rule.not.oneOf[0], test: 'none-of', value: rule.not.oneOf[1] };
  if ('not' in rule && 'known' in rule.not) return { field: rule.not.known, test: 'unanswered', value: '' };
  if (!('compare' in rule)) return undefined;
  const [left, sign, right] = rule.compare;
  return 'answer' in left && 'value' in right && (sign === '<' || sign === '<=' || sign === '>' || sign === '>=') ? { field: left.answer, test: sign, value: right.value } : undefined;
}

/** The condition that lines say; undefined when there is none. */
export function ruleOfLines({ join, lines }: RuleLines): Rule | undefined {
  const rules = lines.map(ruleOf);
  if (rules.length <= 1) return rules[0];
  return join === 'any' ? { any: rules } : { all: rules };
}

function ruleOf({ field, test, value }: RuleLine): Rule {
  const single = severalOf(value)[0] ?? '';
  switch (test) {
    case 'is': return { is: [field, single] };
    case 'is-not': return { not: { is: [field, single] } };
    case 'one-of': return { oneOf: [field, severalOf(value)] };
    case 'none-of': return { not: { oneOf: [field, severalOf(value)] } };
    case 'answered': return { known: field };
    case 'unanswered': return { not: { known: field } };
    default: return { compare: [{ answer: field }, test, { value: typeof single === 'number' ? single : Number(single) || 0 }] };
  }
}

/** What a line compares with, as a list. */
export function severalOf(value: RuleLine['value']): readonly Scalar[] {
  return typeof value === 'object' ? value : [value];
}
