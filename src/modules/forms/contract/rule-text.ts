import { type Expression, type Rule } from '../domain/rules.ts';

/**
 * Conditions and values as people read and write them: `relation = "other" and age >= 18`. The words of the language: `and`, `or`, `not`, `answered(x)`,
 * `x in ("a", "b")`, `answer(x)`, `today`, `count(x)`, `total(table, column)`, `years(a, b)`, `days(a, b)`, `least(…)`, `most(…)`, `joined(…)`,
 * `choose(condition, a, b)`, and the four signs `+ - *`. What `writeRule` writes, `readRule` reads back as it was.
 */
export function writeRule(rule: Rule): string {
  if ('known' in rule) return `answered(${rule.known})`;
  if ('is' in rule) return `${rule.is[0]} = ${literal(rule.is[1])}`;
  if ('oneOf' in rule) return `${rule.oneOf[0]} in (${rule.oneOf[1].map(literal).join(', ')})`;
  if ('not' in rule) return 'is' in rule.not ? `${rule.not.is[0]} != ${literal(rule.not.is[1])}` : `not (${writeRule(rule.not)})`;
  if ('compare' in rule) {
    const [left, sign, right] = rule.compare;
    // A bare name beside a sign of equality is a choice; a value of it says so.
    const bare = (sign === '=' || sign === '!=') && 'answer' in left && 'value' in right;
    return `${bare ? `answer(${left.answer})` : writeExpression(left)} ${sign} ${writeExpression(right)}`;
  }
  const [word, parts] = 'any' in rule ? (['or', rule.any] as const) : (['and', rule.all] as const);
  if (parts.length === 0) return word === 'or' ? 'never' : 'always';
  if (parts.length === 1 && parts[0] !== undefined) return `${word === 'or' ? 'any' : 'all'}(${writeRule(parts[0])})`;
  return parts.map((part) => ('any' in part || 'all' in part ? `(${writeRule(part)})` : writeRule(part))).join(` ${word} `);
}

/** A value in the same language. */
export function writeExpression(expression: Expression): string {
  if ('value' in expression) return literal(expression.value);
  if ('answer' in expression) return expression.answer;
  if ('today' in expression) return 'today';
  if ('count' in expression) return `count(${expression.count})`;
  if ('total' in expression) return `total(${expression.total.join(', ')})`;
  if ('choose' in expression) return `choose(${writeRule(expression.choose[0])}, ${writeExpression(expression.choose[1])}, ${writeExpression(expression.choose[2])})`;
  const called = (name: string, parts: readonly Expression[]): string => `${name}(${parts.map(writeExpression).join(', ')})`;
  if ('years' in expression) return called('years', expression.years);
  if ('days' in expression) return called('days', expression.days);
  if ('least' in expression) return called('least', expression.least);
  if ('most' in expression) return called('most', expression.most);
  if ('joined' in expression) return called('joined', expression.joined);
  const [sign, parts] = 'plus' in expression ? (['+', expression.plus] as const) : 'minus' in expression ? (['-', expression.minus] as const) : (['*', expression.times] as const);
  if (parts.length < 2) return called(sign === '*' ? 'product' : 'sum', parts);
  return parts.map((part) => ('plus' in part || 'minus' in part || 'times' in part ? `(${writeExpression(part)})` : writeExpression(part))).join(` ${sign} `);
}

function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? `"${value.replace(/(["\\])/gu, '\\$1')}"` : String(value);
}

/** Why a text is no condition: where in it, and what was expected there. */
export interface RuleTextFault {
  /** Letters from the beginning. */
  readonly at: number;
  readonly why: 'ends-early' | 'unexpected' | 'no-comparison' | 'quote-open' | 'too-deep';
  /** What stands there. */
  readonly found: string;
}

export type RuleReading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: RuleTextFault };

/** Reads a condition; whether the questions in it exist is judged with the whole form. Vietnamese `và`, `hoặc`, `không` are read too. */
export function readRule(text: string): RuleReading<Rule> {
  return read(text, (reader) => reader.rule());
}

/** Reads a value. */
export function readExpression(text: string): RuleReading<Expression> {
  return read(text, (reader) => reader.expression());
}

interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'sign';
  readonly value: string;
  readonly at: number;
}

class Unreadable extends Error {
  readonly fault: RuleTextFault;
  constructor(fault: RuleTextFault) {
    super(fault.why);
    this.fault = fault;
  }
}

function read<T>(text: string, work: (reader: Reader) => T): RuleReading<T> {
  try {
    const reader = new Reader(tokensOf(text), text.length);
    const value = work(reader);
    reader.end();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, fault: error.fault };
    throw error;
  }
}

const TOKEN = /\s*(?:([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)|(-?\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*")|(<=|>=|!=|≠|≤|≥|[<>=(),+*-]))/uy;
const SAME: Readonly<Record<string, string>> = { '≠': '!=', '≤': '<=', '≥': '>=', 'và': 'and', 'hoặc': 'or', 'không': 'not' };

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN.source, TOKEN.flags);
  while (text.slice(pattern.lastIndex).trim() !== '') {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) {
      const rest = text.slice(from).trimStart();
      throw new Unreadable({ at: text.length - rest.length, why: rest.startsWith('"') ? 'quote-open' : 'unexpected', found: rest.slice(0, 12) });
    }
    const [whole, name, number, quoted, sign] = match;
    const at = from + whole.length - whole.trimStart().length;
    // A minus between two values takes away; before a number it belongs to it.
    const before = tokens.at(-1);
    if (number?.startsWith('-') === true && before !== undefined && (before.kind !== 'sign' || before.value === ')')) tokens.push({ kind: 'sign', value: '-', at }, { kind: 'number', value: number.slice(1), at: at + 1 });
    else if (name !== undefined) tokens.push({ kind: 'name', value: SAME[name] ?? name, at });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number, at });
    else if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.slice(1, -1).replace(/\\(.)/gu, '$1'), at });
    else tokens.push({ kind: 'sign', value: SAME[sign ?? ''] ?? sign ?? '', at });
  }
  return tokens;
}

const COMPARISONS = ['<', '<=', '=', '!=', '>=', '>'] as const;
type Comparison = (typeof COMPARISONS)[number];
const isComparison = (value: string): value is Comparison => (COMPARISONS as readonly string[]).includes(value);
/** Nobody writes deeper ones by hand; a text of brackets alone must not exhaust the stack. */
const DEEPEST = 60;

class Reader {
  private place = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];
  private readonly length: number;
  constructor(tokens: readonly Token[], length: number) {
    this.tokens = tokens;
    this.length = length;
  }

  rule(): Rule {
    return this.deeper(() => {
      const parts = [this.conjunction()];
      while (this.takes('name', 'or')) parts.push(this.conjunction());
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : { any: parts };
    });
  }

  expression(): Expression {
    return this.deeper(() => {
      let left = this.product();
      for (;;) {
        if (this.takes('sign', '+')) left = 'plus' in left && !this.closed.has(left) ? { plus: [...left.plus, this.product()] } : { plus: [left, this.product()] };
        else if (this.takes('sign', '-')) left = { minus: [left, this.product()] };
        else return left;
      }
    });
  }

  end(): void {
    const token = this.tokens[this.place];
    if (token !== undefined) throw this.unexpected(token);
  }

  /** Values that stood in brackets: what follows does not flow into them. */
  private readonly closed = new WeakSet<object>();

  private conjunction(): Rule {
    const parts = [this.condition()];
    while (this.takes('name', 'and')) parts.push(this.condition());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { all: parts };
  }

  private condition(): Rule {
    if (this.takes('name', 'not')) return { not: this.condition() };
    if (this.takes('name', 'always')) return { all: [] };
    if (this.takes('name', 'never')) return { any: [] };
    if (this.calls('all')) return { all: [this.inBrackets(() => this.rule())] };
    if (this.calls('any')) return { any: [this.inBrackets(() => this.rule())] };
    if (this.calls('answered')) return { known: this.inBrackets(() => this.name()) };
    const here = this.place;
    if (this.takes('sign', '(')) {
      // Brackets hold a condition, or the left side of a comparison.
      try {
        const rule = this.rule();
        this.needs(')');
        const next = this.tokens[this.place];
        if (next === undefined || next.kind !== 'sign' || (!isComparison(next.value) && !'+-*'.includes(next.value))) return rule;
      } catch (error) {
        if (!(error instanceof Unreadable) || error.fault.why !== 'no-comparison') throw error;
      }
      this.place = here;
    }
    return this.comparison();
  }

  private comparison(): Rule {
    const [first, second, third, fourth] = this.tokens.slice(this.place, this.place + 4);
    if (first?.kind === 'name' && second?.value === 'in' && second.kind === 'name') {
      this.place += 2;
      return { oneOf: [first.value, this.inBrackets(() => this.listOf(() => this.scalar()))] };
    }
    const plain = first?.kind === 'name' && !WORDS.has(first.value) && second?.kind === 'sign' && (second.value === '=' || second.value === '!=') && third !== undefined && isScalar(third) && (fourth === undefined || fourth.kind !== 'sign' || !'+-*'.includes(fourth.value));
    if (plain) {
      this.place += 2;
      const is: Rule = { is: [first.value, this.scalar()] };
      return second.value === '=' ? is : { not: is };
    }
    const left = this.expression();
    const token = this.tokens[this.place];
    if (token === undefined) throw new Unreadable({ at: this.length, why: 'no-comparison', found: '' });
    if (token.kind !== 'sign' || !isComparison(token.value)) throw new Unreadable({ at: token.at, why: 'no-comparison', found: token.value });
    this.place += 1;
    return { compare: [left, token.value, this.expression()] };
  }

  private product(): Expression {
    let left = this.value();
    while (this.takes('sign', '*')) left = 'times' in left && !this.closed.has(left) ? { times: [...left.times, this.value()] } : { times: [left, this.value()] };
    return left;
  }

  private value(): Expression {
    const token = this.next();
    if (token.kind === 'text') return { value: token.value };
    if (token.kind === 'number') return { value: Number(token.value) };
    if (token.kind === 'sign') {
      if (token.value !== '(') throw this.unexpected(token);
      const inner = this.expression();
      this.needs(')');
      this.closed.add(inner);
      return inner;
    }
    if (token.value === 'true' || token.value === 'false') return { value: token.value === 'true' };
    if (token.value === 'today') return { today: true };
    const next = this.tokens[this.place];
    if (next?.value !== '(' || next.kind !== 'sign') return { answer: token.value };
    return this.call(token);
  }

  private call(token: Token): Expression {
    const two = (): [Expression, Expression] => {
      const first = this.expression();
      this.needs(',');
      return [first, this.expression()];
    };
    const many = () => this.listOf(() => this.expression());
    switch (token.value) {
      case 'answer': return { answer: this.inBrackets(() => this.name()) };
      case 'count': return { count: this.inBrackets(() => this.name()) };
      case 'total': return this.inBrackets(() => {
        const table = this.name();
        this.needs(',');
        return { total: [table, this.name()] };
      });
      case 'years': return { years: this.inBrackets(two) };
      case 'days': return { days: this.inBrackets(two) };
      case 'least': return { least: this.inBrackets(many) };
      case 'most': return { most: this.inBrackets(many) };
      case 'joined': return { joined: this.inBrackets(many) };
      case 'sum': return { plus: this.inBrackets(many) };
      case 'product': return { times: this.inBrackets(many) };
      case 'choose': return this.inBrackets(() => {
        const rule = this.rule();
        this.needs(',');
        const [yes, no] = two();
        return { choose: [rule, yes, no] };
      });
      default: throw this.unexpected(token);
    }
  }

  private listOf<T>(one: () => T): readonly T[] {
    if (this.tokens[this.place]?.value === ')') return [];
    const list = [one()];
    while (this.takes('sign', ',')) list.push(one());
    return list;
  }

  private scalar(): string | number | boolean {
    const token = this.next();
    if (!isScalar(token)) throw this.unexpected(token);
    return token.kind === 'number' ? Number(token.value) : token.kind === 'text' ? token.value : token.value === 'true';
  }

  private name(): string {
    const token = this.next();
    if (token.kind !== 'name') throw this.unexpected(token);
    return token.value;
  }

  private inBrackets<T>(work: () => T): T {
    this.needs('(');
    const value = work();
    this.needs(')');
    return value;
  }

  private calls(word: string): boolean {
    const [first, second] = this.tokens.slice(this.place, this.place + 2);
    if (first?.kind !== 'name' || first.value !== word || second?.value !== '(' || second.kind !== 'sign') return false;
    this.place += 1;
    return true;
  }

  private takes(kind: Token['kind'], value: string): boolean {
    const token = this.tokens[this.place];
    if (token?.kind !== kind || token.value !== value) return false;
    this.place += 1;
    return true;
  }

  private needs(sign: string): void {
    const token = this.next();
    if (token.kind !== 'sign' || token.value !== sign) throw this.unexpected(token);
  }

  private next(): Token {
    const token = this.tokens[this.place];
    if (token === undefined) throw new Unreadable({ at: this.length, why: 'ends-early', found: '' });
    this.place += 1;
    return token;
  }

  private deeper<T>(work: () => T): T {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Unreadable({ at: this.tokens[this.place]?.at ?? this.length, why: 'too-deep', found: '' });
    const value = work();
    this.depth -= 1;
    return value;
  }

  private unexpected(token: Token): Unreadable {
    return new Unreadable({ at: token.at, why: 'unexpected', found: token.value });
  }
}

const WORDS: ReadonlySet<string> = new Set(['today', 'true', 'false']);

function isScalar(token: Token): boolean {
  return token.kind === 'text' || token.kind === 'number' || (token.kind === 'name' && (token.value === 'true' || token.value === 'false'));
}
