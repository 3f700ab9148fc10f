import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideFormPublication, decideFormWithdrawal, decideReturn, type FormPublicationFacts } from './decide-form-publication.ts';
import { emptyForm, isBindable, ownFormCode } from './empty-form.ts';

const own = (version: number, validFrom: string, withdrawn = false) => ({ version, validFrom, validTo: null, withdrawn });
const FACTS: FormPublicationFacts = { today: '2026-11-30', validFrom: '2026-11-30', validTo: null, firstOwn: 1000, versions: [own(1, '2025-07-01')], stops: 0, differences: 2, reason: 'Quyết định 12' };
const decided = (facts: Partial<FormPublicationFacts>) => {
  const result = decideFormPublication({ ...FACTS, ...facts });
  return result.ok ? result.value.version : result.problem.code;
};

for (const [name, facts, expected] of [
  ['the first version of the office is 1000', {}, 1000],
  ['the next one counts on, taken back or not', { versions: [own(1, '2025-07-01'), own(1000, '2026-10-01', true), own(1001, '2026-11-01')] }, 1002],
  ['a second one for today replaces the first', { versions: [own(1000, '2026-11-30')] }, 1001],
  ['without a reason', { reason: '  ' }, 'form-editor.reason-missing'],
  ['on a day that is over', { validFrom: '2026-11-29' }, 'form-editor.day-not-possible'],
  ['too far ahead', { validFrom: '2029-01-01' }, 'form-editor.day-not-possible'],
  ['that ends before it begins', { validFrom: '2026-12-05', validTo: '2026-12-01' }, 'form-editor.ends-before'],
  ['with something to mend', { stops: 1 }, 'form-editor.not-ready'],
  ['without a difference', { differences: 0 }, 'form-editor.nothing-changed'],
  ['on the day of a planned one', { validFrom: '2026-12-10', versions: [own(1000, '2026-12-10')] }, 'form-editor.later-version'],
  ['before a planned one', { versions: [own(1000, '2026-12-10')] }, 'form-editor.later-version'],
  ['after a planned one', { validFrom: '2026-12-11', versions: [own(1000, '2026-12-10')] }, 1001],
  ['where the planned one was taken back', { versions: [own(1000, '2026-12-10', true)] }, 1001],
] as const satisfies readonly (readonly [string, Partial<FormPublicationFacts>, number | string])[]) {
  test(`a publication ${name}: ${String(expected)}`, () => {
    assert.equal(decided(facts), expected);
  });
}

test('only a standing version of the office is taken back, and only where the program has a form is it gone back to', () => {
  const code = (result: ReturnType<typeof decideFormWithdrawal> | ReturnType<typeof decideReturn>) => (result.ok ? 'ok' : result.problem.code);
  assert.deepEqual([code(decideFormWithdrawal(own(1, 'x'), 1000, 'x')), code(decideFormWithdrawal(own(1000, 'x', true), 1000, 'x')), code(decideFormWithdrawal(own(1000, 'x'), 1000, '')), code(decideFormWithdrawal(own(1000, 'x'), 1000, 'x'))], ['form-editor.program-version', 'form-editor.withdrawn-already', 'form-editor.reason-missing', 'ok']);
  assert.deepEqual([code(decideReturn([own(1000, 'x')], 1000, 'x')), code(decideReturn([own(1, 'x')], 1000, 'x')), code(decideReturn([own(1, 'x'), own(1000, 'x')], 1000, 'x'))], ['form-editor.no-program-form', 'form-editor.program-form-already', 'ok']);
});

test('a new form has a code of its own, and begins with a part for the matter and the promise', () => {
  assert.equal(ownFormCode('9.000001', () => false), 'own-9-000001');
  assert.equal(ownFormCode('9.000001', (code) => code === 'own-9-000001'), 'own-9-000001-2');
  assert.equal(ownFormCode(null, (code) => code === 'own-1'), 'own-2');
  assert.deepEqual([isBindable('1.001193'), isBindable('1.001193.000.00.00.H42'), isBindable('x')], [true, false, false]);
  assert.deepEqual((emptyForm('a', [], 'Tên', '2026-11-30') as { groups: readonly { id: string }[] }).groups.map(({ id }) => id), ['phan-1', 'cam-doan']);
});
