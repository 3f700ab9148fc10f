/** What a file of `data/forms` gets wrong in its shape: where, and which rule of the shape. */
export interface ShapeFault {
  /** `groups.1.fields.0.label.en`. */
  readonly at: string;
  readonly why: 'missing' | 'unknown' | 'not-an-object' | 'unknown-kind' | 'unreadable';
  /** What is needed there. */
  readonly needed?: string;
}

type Check = (value: unknown, at: string, faults: ShapeFault[]) => void;

const COMPARISONS: readonly unknown[] = ['<', '<=', '=', '!=', '>=', '>'];

const name: Check = (value, at, faults) => {
  if (typeof value !== 'string' || value === '') faults.push({ at, why: 'unreadable', needed: 'string' });
};
const scalar: Check = (value, at, faults) => {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') faults.push({ at, why: 'unreadable', needed: 'string, number, boolean' });
};
const comparison: Check = (value, at, faults) => {
  if (!COMPARISONS.includes(value)) faults.push({ at, why: 'unreadable', needed: COMPARISONS.join(' ') });
};
const isTrue: Check = (value, at, faults) => {
  if (value !== true) faults.push({ at, why: 'unreadable', needed: 'true' });
};

function tuple(...parts: readonly Check[]): Check {
  return (value, at, faults) => {
    if (!Array.isArray(value) || value.length !== parts.length) faults.push({ at, why: 'unreadable', needed: `[${String(parts.length)}]` });
    else for (const [place, part] of parts.entries()) part(value[place], `${at}.${String(place)}`, faults);
  };
}

function list(part: Check): Check {
  return (value, at, faults) => {
    if (!Array.isArray(value)) faults.push({ at, why: 'unreadable', needed: '[]' });
    else for (const [place, one] of value.entries()) part(one, `${at}.${String(place)}`, faults);
  };
}

/** An object with exactly one of the words of a language. */
function oneWord(words: () => Readonly<Record<string, Check>>): Check {
  return (value, at, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push({ at, why: 'not-an-object' });
      return;
    }
    const [entry, ...more] = Object.entries(value);
    const known = words();
    const check = entry === undefined || !Object.hasOwn(known, entry[0]) ? undefined : known[entry[0]];
    if (entry === undefined || check === undefined || more.length > 0) faults.push({ at, why: 'unknown-kind', needed: Object.keys(known).join(', ') });
    else check(entry[1], `${at}.${entry[0]}`, faults);
  };
}

/** Whether a value has the shape of a `Rule`; adds what is wrong to the faults. */
export const checkRuleShape: Check = oneWord(() => RULE_WORDS);
/** The same for an `Expression`. */
export const checkExpressionShape: Check = oneWord(() => EXPRESSION_WORDS);

const RULE_WORDS: Readonly<Record<string, Check>> = {
  known: name,
  is: tuple(name, scalar),
  oneOf: tuple(name, list(scalar)),
  not: checkRuleShape,
  all: list(checkRuleShape),
  any: list(checkRuleShape),
  compare: tuple(checkExpressionShape, comparison, checkExpressionShape),
};

const EXPRESSION_WORDS: Readonly<Record<string, Check>> = {
  value: scalar,
  answer: name,
  today: isTrue,
  plus: list(checkExpressionShape),
  minus: tuple(checkExpressionShape, checkExpressionShape),
  times: list(checkExpressionShape),
  least: list(checkExpressionShape),
  most: list(checkExpressionShape),
  count: name,
  total: tuple(name, name),
  years: tuple(checkExpressionShape, checkExpressionShape),
  days: tuple(checkExpressionShape, checkExpressionShape),
  choose: tuple(checkRuleShape, checkExpressionShape, checkExpressionShape),
  joined: list(checkExpressionShape),
};

/** What a condition gets wrong in its shape; empty: it can be judged. */
export function ruleFaults(rule: unknown): readonly ShapeFault[] {
  const faults: ShapeFault[] = [];
  checkRuleShape(rule, 'when', faults);
  return faults;
}
