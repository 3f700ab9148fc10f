import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Expression, type Rule } from '../domain/rules.ts';
import { readExpression, readRule, writeExpression, writeRule } from './rule-text.ts';

const FOLDER = fileURLToPath(new URL('../../../../data/forms/', import.meta.url));

/** Every condition and value that stands anywhere in a file. */
function collect(value: unknown, key: string, found: { readonly rules: Rule[]; readonly values: Expression[] }): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, '', found);
    return;
  }
  if (key === 'when' || key === 'holds' || key === 'required') found.rules.push(value as Rule);
  else if (key === 'value') found.values.push(value as Expression);
  else for (const [name, inner] of Object.entries(value)) collect(inner, name, found);
}

test('every condition and value of the forms that come with the program is read back as it was written', () => {
  const found = { rules: [] as Rule[], values: [] as Expression[] };
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json') && name !== 'persons.json')) collect(JSON.parse(readFileSync(`${FOLDER}${file}`, 'utf8')), '', found);
  assert.ok(found.rules.length > 100 && found.values.length > 10, `${String(found.rules.length)} ${String(found.values.length)}`);
  for (const rule of found.rules) assert.deepEqual(readRule(writeRule(rule)), { ok: true, value: rule }, writeRule(rule));
  for (const value of found.values) assert.deepEqual(readExpression(writeExpression(value)), { ok: true, value }, writeExpression(value));
});

for (const [text, rule] of [
  ['relation = "other"', { is: ['relation', 'other'] }],
  ['relation ≠ "other"', { not: { is: ['relation', 'other'] } }],
  ['answered(a.b) và không answered(c)', { all: [{ known: 'a.b' }, { not: { known: 'c' } }] }],
  ['a = "x" or b = 2 and c = true', { any: [{ is: ['a', 'x'] }, { all: [{ is: ['b', 2] }, { is: ['c', true] }] }] }],
  ['years(birth, today) >= 18', { compare: [{ years: [{ answer: 'birth' }, { today: true }] }, '>=', { value: 18 }] }],
  ['(a + b) * 2 > 10-3', { compare: [{ times: [{ plus: [{ answer: 'a' }, { answer: 'b' }] }, { value: 2 }] }, '>', { minus: [{ value: 10 }, { value: 3 }] }] }],
  ['answer(a) = 3', { compare: [{ answer: 'a' }, '=', { value: 3 }] }],
  ['x in ("a", "b")', { oneOf: ['x', ['a', 'b']] }],
  ['note = "nói \\"thật\\""', { is: ['note', 'nói "thật"'] }],
  ['(a = "x" or b = "y") and count(t) > 0', { all: [{ any: [{ is: ['a', 'x'] }, { is: ['b', 'y'] }] }, { compare: [{ count: 't' }, '>', { value: 0 }] }] }],
] as const) {
  test(`“${text}” is read`, () => {
    assert.deepEqual(readRule(text), { ok: true, value: rule });
  });
}

for (const [text, why, at] of [
  ['', 'ends-early', 0],
  ['relation =', 'ends-early', 10],
  ['relation', 'no-comparison', 8],
  ['relation = "other', 'quote-open', 11],
  ['relation = "a" b', 'unexpected', 15],
  ['relation ? 3', 'unexpected', 9],
  ['steal(x) = 1', 'unexpected', 0],
  [`${'('.repeat(100)}a`, 'too-deep', 60],
] as const) {
  test(`“${text.slice(0, 20)}” is no condition: ${why}`, () => {
    const reading = readRule(text);
    assert.ok(!reading.ok);
    assert.deepEqual([reading.fault.why, reading.fault.at], [why, at]);
  });
}
