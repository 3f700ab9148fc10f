import { daysBetween, type LocalDate } from '../../../kernel/local-time.ts';
import { type Answer, type Answers, isRows } from './answers.ts';
import { firstDay, isPartialDate, lastDay, wholeYears } from './partial-date.ts';

type Scalar = string | number | boolean;
type Comparison = '<' | '<=' | '=' | '!=' | '>=' | '>';

/** A condition: a small closed language, data and never code. An unanswered field is never equal to anything. */
export type Rule =
  | { readonly known: string }
  | { readonly is: readonly [field: string, value: Scalar] }
  | { readonly oneOf: readonly [field: string, values: readonly Scalar[]] }
  | { readonly not: Rule }
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly compare: readonly [Expression, Comparison, Expression] };

/** A value that follows from answers. Anything that needs an unanswered field is unknown. */
export type Expression =
  | { readonly value: Scalar }
  | { readonly answer: string }
  | { readonly today: true }
  | { readonly plus: readonly Expression[] }
  | { readonly minus: readonly [Expression, Expression] }
  | { readonly times: readonly Expression[] }
  | { readonly least: readonly Expression[] }
  | { readonly most: readonly Expression[] }
  /** How many rows a table has, or how many boxes are ticked. */
  | { readonly count: string }
  /** The sum of one column of a table; rows without it count nothing. */
  | { readonly total: readonly [table: string, column: string] }
  /** Whole years between two dates; a span when one of them is partial. */
  | { readonly years: readonly [Expression, Expression] }
  | { readonly days: readonly [Expression, Expression] }
  | { readonly choose: readonly [Rule, Expression, Expression] }
  /** Texts joined by single spaces, unknown ones left out. */
  | { readonly joined: readonly Expression[] };

/** What rules are judged by: the answers so far and the local day of today. */
export interface RuleScope {
  readonly answers: Answers;
  readonly today: LocalDate;
  /** Fields with an answer that could not be read: whether they are known, and what they are, is open. */
  readonly unreadable?: ReadonlySet<string>;
}

/** A number that lies between two bounds, because a date behind it is partial. */
interface Span {
  readonly min: number;
  readonly max: number;
}

export type Value = Scalar | Span | undefined;
/** True, false, or undefined where an unanswered or partial answer leaves it open. */
export type Verdict = boolean | undefined;
export type Judge = (scope: RuleScope) => Verdict;
export type Evaluate = (scope: RuleScope) => Value;

/** Compiles a condition once; judging it allocates nothing but the spans of partial dates. */
export function compileRule(rule: Rule): Judge {
  if ('known' in rule) {
    const { known } = rule;
    return (scope) => isAnswered(scope.answers[known]) || openAt(scope, known);
  }
  if ('is' in rule) {
    const [field, value] = rule.is;
    return (scope) => holdsValue(scope.answers[field], value) || openAt(scope, field);
  }
  if ('oneOf' in rule) {
    const [field, values] = rule.oneOf;
    return (scope) => values.some((value) => holdsValue(scope.answers[field], value)) || openAt(scope, field);
  }
  if ('not' in rule) {
    const judge = compileRule(rule.not);
    return (scope) => {
      const verdict = judge(scope);
      return verdict === undefined ? undefined : !verdict;
    };
  }
  if ('compare' in rule) {
    const [left, sign, right] = rule.compare;
    const [a, b] = [compileExpression(left), compileExpression(right)];
    return (scope) => compareValues(a(scope), sign, b(scope));
  }
  const decided = 'any' in rule;
  const judges = (decided ? rule.any : rule.all).map(compileRule);
  return (scope) => {
    let open = false;
    for (const judge of judges) {
      const verdict = judge(scope);
      if (verdict === decided) return decided;
      if (verdict === undefined) open = true;
    }
    return open ? undefined : !decided;
  };
}

/** Compiles a value once. */
export function compileExpression(expression: Expression): Evaluate {
  if ('value' in expression) return () => expression.value;
  if ('answer' in expression) return ({ answers }) => scalarOf(answers[expression.answer]);
  if ('today' in expression) return ({ today }) => today;
  if ('count' in expression) {
    return ({ answers }) => {
      const answer = answers[expression.count];
      return Array.isArray(answer) ? answer.length : undefined;
    };
  }
  if ('total' in expression) {
    const [table, column] = expression.total;
    return ({ answers }) => {
      const rows = answers[table];
      return isRows(rows) ? rows.reduce((sum, row) => sum + (typeof row[column] === 'number' ? row[column] : 0), 0) : undefined;
    };
  }
  if ('choose' in expression) {
    const judge = compileRule(expression.choose[0]);
    const [yes, no] = [compileExpression(expression.choose[1]), compileExpression(expression.choose[2])];
    return (scope) => (judge(scope) === true ? yes(scope) : no(scope));
  }
  if ('joined' in expression) {
    const parts = expression.joined.map(compileExpression);
    return (scope) => parts.map((part) => part(scope)).filter((value) => typeof value === 'string' || typeof value === 'number').join(' ');
  }
  if ('years' in expression) return spanBetween(expression.years, wholeYears);
  if ('days' in expression) return spanBetween(expression.days, daysBetween);
  if ('minus' in expression) return compute(expression.minus, (a, b) => a - b);
  if ('plus' in expression) return compute(expression.plus, (a, b) => a + b);
  if ('times' in expression) return compute(expression.times, (a, b) => a * b);
  if ('least' in expression) return compute(expression.least, (a, b) => (a < b ? a : b));
  return compute(expression.most, (a, b) => (a > b ? a : b));
}

/** Whether a field has an answer at all. */
function isAnswered(answer: Answer | undefined): boolean {
  return answer !== undefined && answer !== '' && answer !== false && !(Array.isArray(answer) && answer.length === 0);
}

/** Open where something unreadable was typed, else false. */
function openAt({ unreadable }: RuleScope, field: string): false | undefined {
  return unreadable?.has(field) === true ? undefined : false;
}

function holdsValue(answer: Answer | undefined, value: Scalar): boolean {
  return Array.isArray(answer) ? (answer as readonly unknown[]).includes(value) : answer === value;
}

function scalarOf(answer: Answer | undefined): Value {
  if (typeof answer === 'string') return answer === '' ? undefined : answer;
  if (typeof answer === 'number' || typeof answer === 'boolean') return answer;
  return answer === undefined || Array.isArray(answer) ? undefined : 'text' in answer ? answer.text : undefined;
}

function compute(parts: readonly Expression[], join: (a: number, b: number) => number): Evaluate {
  const all = parts.map(compileExpression);
  return (scope) => {
    let result: number | undefined;
    for (const part of all) {
      const value = part(scope);
      if (typeof value !== 'number') return undefined;
      result = result === undefined ? value : join(result, value);
    }
    return result;
  };
}

function spanBetween([from, to]: readonly [Expression, Expression], count: (from: LocalDate, to: LocalDate) => number): Evaluate {
  const [start, end] = [compileExpression(from), compileExpression(to)];
  return (scope) => {
    const [a, b] = [start(scope), end(scope)];
    if (typeof a !== 'string' || typeof b !== 'string' || !isPartialDate(a) || !isPartialDate(b)) return undefined;
    const [min, max] = [count(lastDay(a), firstDay(b)), count(firstDay(a), lastDay(b))];
    return min === max ? min : { min, max };
  };
}

/** Compares two values; partial dates and spans decide only what every day they can mean decides. */
function compareValues(left: Value, sign: Comparison, right: Value): Verdict {
  if (left === undefined || right === undefined) return undefined;
  if (sign === '=' || sign === '!=') {
    const below = order(left, right, true);
    const above = order(right, left, true);
    const apart = below === true || above === true;
    const same = !apart && isExact(left) && isExact(right) ? left === right : apart ? false : undefined;
    return same === undefined ? undefined : same === (sign === '=');
  }
  if (sign === '<') return order(left, right, true);
  if (sign === '<=') return order(left, right, false);
  return sign === '>' ? order(right, left, true) : order(right, left, false);
}

function isExact(value: NonNullable<Value>): boolean {
  return typeof value !== 'object' && !(typeof value === 'string' && value.length < 10 && isPartialDate(value));
}

/** Whether `left` lies (strictly) before `right`. */
function order(left: NonNullable<Value>, right: NonNullable<Value>, strict: boolean): Verdict {
  const [lowLeft, highLeft] = boundsOf(left);
  const [lowRight, highRight] = boundsOf(right);
  if (typeof lowLeft !== typeof lowRight) return undefined;
  const certain = strict ? highLeft < lowRight : highLeft <= lowRight;
  if (certain) return true;
  const possible = strict ? lowLeft < highRight : lowLeft <= highRight;
  return possible ? undefined : false;
}

function boundsOf(value: NonNullable<Value>): readonly [Scalar, Scalar] {
  if (typeof value === 'object') return [value.min, value.max];
  return typeof value === 'string' && isPartialDate(value) ? [firstDay(value), lastDay(value)] : [value, value];
}
