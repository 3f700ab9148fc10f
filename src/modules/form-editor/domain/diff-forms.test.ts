import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diffForms } from './diff-forms.ts';

const words = (vi: string, en = vi) => ({ vi, en });
const field = (id: string, more: object = {}) => ({ kind: 'text', id, label: words(id), official: id, ...more });
const FORM = {
  code: 'a', version: 1, validFrom: '2026-01-01', title: words('Tờ khai'), official: { title: 'T', number: null, basis: null, addressee: 'commune' }, procedures: ['1.001193'], checks: [],
  groups: [{ id: 'g', title: words('Một'), fields: [field('x'), field('y')] }, { id: 'h', title: words('Hai'), fields: [field('z')] }],
};
const said = (before: object | undefined, after: object) => diffForms(before, after).map(({ kind, of, field: label, part }) => `${kind} ${of} ${label?.vi ?? ''} ${part}`.trim());

test('a form does not differ from itself, and its number and first day do not count', () => {
  assert.deepEqual(said(FORM, { ...FORM, version: 1000, validFrom: '2026-12-01' }), []);
  assert.deepEqual(said(FORM, JSON.parse(JSON.stringify(FORM)) as object), []);
});

test('a question that goes to another part is moved and not lost', () => {
  assert.deepEqual(said(FORM, { ...FORM, groups: [{ ...FORM.groups[0], fields: [field('x')] }, { ...FORM.groups[1], fields: [field('y'), field('z')] }] }), ['moved field y group']);
});

test('what changed of a question is told by its part, each language for itself', () => {
  assert.deepEqual(said(FORM, { ...FORM, groups: [{ ...FORM.groups[0], fields: [field('x', { label: words('x', 'ex'), required: false }), field('y')] }, FORM.groups[1]] }), ['changed field x label.en', 'added field x required']);
});

test('parts, questions, choices and checks come and go', () => {
  const choice = (options: readonly string[]) => field('c', { kind: 'choice', options: options.map((value) => ({ value, label: words(value) })) });
  const before = { ...FORM, groups: [{ id: 'g', title: words('Một'), fields: [choice(['a', 'b'])] }], checks: [{ id: 'k', message: words('cũ') }] };
  const after = { ...FORM, groups: [{ id: 'g', title: words('Một'), fields: [choice(['b', 'c'])] }, { id: 'n', title: words('Mới'), fields: [field('q')] }], checks: [] };
  assert.deepEqual(said(before, after), ['added option c', 'removed option c', 'added group', 'added field q', 'removed check']);
});

test('a new form is all added, and half a form has no fault of its own', () => {
  assert.ok(said(undefined, FORM).every((line) => line.startsWith('added')));
  assert.deepEqual(said({ groups: 'x', checks: null }, { groups: [{ id: 'g', fields: 3 }, 'y'] }), ['added group']);
});

test('a choice of the official number is told with what stood there before', () => {
  const [one] = diffForms(FORM, { ...FORM, official: { ...FORM.official, number: 'M02' } });
  assert.deepEqual([one?.part, one?.before, one?.after], ['official.number', null, 'M02']);
});
