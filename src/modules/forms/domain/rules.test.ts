import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answers } from './answers.ts';
import { compileExpression, compileRule, type Expression, type Rule } from './rules.ts';

const TODAY = '2026-11-30';
const judge = (rule: Rule, answers: Answers = {}) => compileRule(rule)({ answers, today: TODAY });
const value = (expression: Expression, answers: Answers = {}) => compileExpression(expression)({ answers, today: TODAY });

for (const [name, rule, answers, verdict] of [
  ['an unanswered field equals nothing', { is: ['a', 'x'] }, {}, false],
  ['a choice is what was chosen', { is: ['a', 'x'] }, { a: 'x' }, true],
  ['a ticked box among several counts', { is: ['a', 'x'] }, { a: ['y', 'x'] }, true],
  ['one of several values', { oneOf: ['a', ['x', 'y']] }, { a: 'y' }, true],
  ['an empty list is no answer', { known: 'a' }, { a: [] }, false],
  ['all of nothing holds', { all: [] }, {}, true],
  ['any of nothing does not hold', { any: [] }, {}, false],
  ['an open part leaves “all” open', { all: [{ compare: [{ answer: 'b' }, '>', { value: 1 }] }, { known: 'a' }] }, { a: 'x' }, undefined],
  ['a false part decides “all” though another is open', { all: [{ compare: [{ answer: 'b' }, '>', { value: 1 }] }, { known: 'c' }] }, { a: 'x' }, false],
  ['a true part decides “any” though another is open', { any: [{ compare: [{ answer: 'b' }, '>', { value: 1 }] }, { known: 'a' }] }, { a: 'x' }, true],
  ['what is open stays open when it is turned', { not: { compare: [{ answer: 'b' }, '=', { value: 1 }] } }, {}, undefined],
  ['a year before another year is before it', { compare: [{ answer: 'b' }, '<', { answer: 'd' }] }, { b: '1956', d: '1957-01-01' }, true],
  ['the same year leaves the order open', { compare: [{ answer: 'b' }, '<=', { answer: 'd' }] }, { b: '2026', d: '2026-05-01' }, undefined],
  ['a month after the day is certainly not before it', { compare: [{ answer: 'b' }, '<=', { answer: 'd' }] }, { b: '2026-06', d: '2026-05-31' }, false],
  ['two equal days are not strictly ordered', { compare: [{ answer: 'b' }, '<', { answer: 'd' }] }, { b: '2026-05-01', d: '2026-05-01' }, false],
  ['two equal days are the same', { compare: [{ answer: 'b' }, '=', { answer: 'd' }] }, { b: '2026-05-01', d: '2026-05-01' }, true],
  ['two equal years may still be different days', { compare: [{ answer: 'b' }, '=', { answer: 'd' }] }, { b: '2026', d: '2026' }, undefined],
  ['different years are different days', { compare: [{ answer: 'b' }, '!=', { answer: 'd' }] }, { b: '2025', d: '2026' }, true],
  ['a number and a text have no order', { compare: [{ answer: 'b' }, '<', { value: 3 }] }, { b: 'x' }, undefined],
  ['20 years today are 20 years', { compare: [{ years: [{ answer: 'b' }, { today: true }] }, '>=', { value: 20 }] }, { b: '2006-11-30' }, true],
  ['20 years tomorrow are not', { compare: [{ years: [{ answer: 'b' }, { today: true }] }, '>=', { value: 20 }] }, { b: '2006-12-01' }, false],
  ['a birth year that may be enough is not refused', { compare: [{ years: [{ answer: 'b' }, { today: true }] }, '>=', { value: 20 }] }, { b: '2006' }, undefined],
  ['a birth year that cannot be enough is', { compare: [{ years: [{ answer: 'b' }, { today: true }] }, '>=', { value: 20 }] }, { b: '2007' }, false],
] as const satisfies readonly (readonly [string, Rule, Answers, boolean | undefined])[]) {
  test(name, () => {
    assert.equal(judge(rule, answers), verdict);
  });
}

for (const [name, expression, answers, expected] of [
  ['a sum of an unanswered number is unknown', { plus: [{ answer: 'a' }, { value: 1 }] }, {}, undefined],
  ['copies times price', { times: [{ answer: 'a' }, { value: 8000 }] }, { a: 3 }, 24_000],
  ['the rows of a table', { count: 'rows' }, { rows: [{ n: 1 }, { n: 2 }] }, 2],
  ['the sum of a column leaves out rows without it', { total: ['rows', 'n'] }, { rows: [{ n: 1 }, { m: 2 }, { n: 4 }] }, 5],
  ['days between two days', { days: [{ answer: 'b' }, { today: true }] }, { b: '2026-11-01' }, 29],
  ['days from a month are a span', { days: [{ answer: 'b' }, { today: true }] }, { b: '2026-11' }, { min: 0, max: 29 }],
  ['a choice of two values', { choose: [{ is: ['a', 'x'] }, { value: 1 }, { value: 2 }] }, { a: 'y' }, 2],
  ['texts are joined without the unknown ones', { joined: [{ answer: 'a' }, { answer: 'b' }, { value: 'c' }] }, { a: 'x' }, 'x c'],
  ['the least and the most', { most: [{ least: [{ value: 5 }, { value: 3 }] }, { value: 1 }] }, {}, 3],
] as const satisfies readonly (readonly [string, Expression, Answers, unknown])[]) {
  test(name, () => {
    assert.deepEqual(value(expression, answers), expected);
  });
}

test('someone born on 29 February is a year older on 1 March of a common year', () => {
  const years = (today: string) => compileExpression({ years: [{ answer: 'b' }, { today: true }] })({ answers: { b: '2008-02-29' }, today });
  assert.deepEqual([years('2026-02-28'), years('2026-03-01')], [17, 18]);
});
