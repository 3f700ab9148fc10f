import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answers } from './answers.ts';
import { compileForm } from './compile-form.ts';
import { type FormCheck, type FormDefinition, type FormField, type QuestionGroup } from './form-definition.ts';

const CONTEXT = { today: '2026-11-30', placesLookedUp: true };
const words = { vi: 'a', en: 'a' };
const text = (id: string, more: Partial<FormField> = {}) => ({ kind: 'text', id, label: words, official: 'a', ...more }) as FormField;
const choice = (id: string, more: Partial<FormField> = {}) => ({ kind: 'choice', id, label: words, official: 'a', options: ['yes', 'no'].map((value) => ({ value, label: words })), ...more }) as FormField;

function formOf(fields: readonly (FormField | QuestionGroup)[], checks: readonly FormCheck[] = []) {
  const groups = fields.map((one, place) => ('fields' in one ? one : { id: `g${String(place)}`, title: words, fields: [one] }));
  const definition: FormDefinition = { code: 'a', version: 1, validFrom: '2026-01-01', validTo: null, title: words, official: { title: 'A', number: null, basis: null, addressee: 'commune' }, procedures: [], source: 'a', groups, checks };
  const form = compileForm(definition);
  return (answers: Answers) => form.judge(answers, CONTEXT);
}
const told = (judged: ReturnType<ReturnType<typeof formOf>>) => judged.faults.map(({ field, why }) => `${field} ${why}`);

test('an answer to a question that is not asked counts as none, in the answers, in the checks and in what follows', () => {
  const judge = formOf([choice('a'), text('b', { when: { is: ['a', 'yes'] } }), text('c', { when: { known: 'b' } })]);
  assert.deepEqual(judge({ a: 'no', b: 'x', c: 'y' }).answers, { a: 'no' });
  assert.deepEqual(judge({ a: 'yes', b: 'x', c: 'y' }).answers, { a: 'yes', b: 'x', c: 'y' });
});

test('a group without anything to ask is no page', () => {
  const judge = formOf([choice('a'), text('b', { when: { is: ['a', 'yes'] } }), { kind: 'computed', id: 'c', label: words, official: 'a', value: { answer: 'a' }, shown: 'text' }]);
  assert.deepEqual([...judge({ a: 'no' }).groups], ['g0']);
  assert.deepEqual([...judge({ a: 'yes' }).groups], ['g0', 'g1']);
  assert.deepEqual(judge({ a: 'no' }).answers, { a: 'no', c: 'no' });
});

test('what was asked already is taken over and not asked again; what is missing there is told there, once', () => {
  const judge = formOf([text('a'), choice('self'), text('b', { sameAs: [{ field: 'a', when: { is: ['self', 'yes'] } }] })]);
  assert.deepEqual(judge({ a: 'x', self: 'yes', b: 'y' }).answers, { a: 'x', self: 'yes', b: 'x' });
  assert.deepEqual(judge({ a: 'x', self: 'no', b: 'y' }).answers, { a: 'x', self: 'no', b: 'y' });
  assert.deepEqual(judge({ a: 'x', self: 'yes' }).fields, new Set(['a', 'self']));
  assert.deepEqual(told(judge({ self: 'yes' })), ['a missing']);
  assert.deepEqual(told(judge({ a: 'x', self: 'no' })), ['b missing']);
});

test('a check at a question that was not asked again stands at the one that was asked', () => {
  const check: FormCheck = { id: 'never', holds: { any: [] }, at: 'b', message: words, level: 'refuse' };
  const judge = formOf([text('a'), choice('self'), text('b', { sameAs: [{ field: 'a', when: { is: ['self', 'yes'] } }] })], [check]);
  assert.deepEqual(judge({ a: 'x', self: 'yes' }).faults, [{ field: 'a', why: 'check', check: 'never' }]);
  assert.deepEqual(judge({ a: 'x', self: 'no', b: 'y' }).faults, [{ field: 'b', why: 'check', check: 'never' }]);
});

test('an answer that cannot be read brings up no other questions, whichever way the rule is turned', () => {
  const number = { kind: 'citizen-number', id: 'n', label: words, official: 'a', required: false } as const;
  const judge = formOf([number, text('with', { when: { known: 'n' } }), text('without', { when: { not: { known: 'n' } } })]);
  assert.deepEqual(told(judge({ n: '123' })), ['n citizen-number.unreadable']);
  assert.deepEqual(told(judge({ n: '' })), ['without missing']);
  assert.deepEqual(told(judge({ n: '038196000123' })), ['with missing']);
});

test('an option that is not offered, given the answers before it, is no answer', () => {
  const judge = formOf([choice('a'), choice('b', { options: [{ value: 'x', label: words, when: { is: ['a', 'yes'] } }, { value: 'y', label: words }] })]);
  assert.deepEqual([told(judge({ a: 'yes', b: 'x' })), told(judge({ a: 'no', b: 'x' }))], [[], ['b choice.unknown']]);
});

test('a check says nothing while its own field has a fault, and a warning keeps nobody from sending', () => {
  const check = (level: FormCheck['level']): FormCheck => ({ id: 'c', holds: { any: [] }, at: 'a', message: words, level });
  assert.deepEqual(told(formOf([text('a', { maxLength: 1 })], [check('refuse')])({ a: 'xx' })), ['a too-long']);
  const judged = formOf([text('a')], [check('warn')])({ a: 'x' });
  assert.deepEqual([judged.faults, judged.warnings], [[], [{ field: 'a', why: 'check', check: 'c' }]]);
});

test('a table leaves empty rows out and names the row of a fault as it was written', () => {
  const table = { kind: 'table', id: 't', label: words, official: 'a', maxRows: 3, columns: [text('n'), { kind: 'number', id: 'm', label: words, official: 'a' }] } as unknown as FormField;
  const judge = formOf([table]);
  assert.deepEqual(judge({ t: [{ n: '', m: '' }, { n: 'x', m: '2' }] }).answers, { t: [{ n: 'x', m: 2 }] });
  assert.deepEqual(told(judge({ t: [{ n: '', m: '' }, { n: 'x', m: 'zwei' }] })), ['t.1.m number.unreadable']);
  assert.deepEqual(told(judge({ t: [] })), ['t missing']);
  assert.deepEqual(told(judge({ t: [1, 2, 3, 4].map((m) => ({ n: 'x', m })) })), ['t table.too-many']);
});
