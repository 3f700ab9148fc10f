import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FormDefinition, type FormSignature } from './form-definition.ts';
import { signaturesOf } from './signatures-of.ts';

const words = { vi: 'x', en: 'x' };
const formOf = (signatures?: readonly FormSignature[]): FormDefinition => ({
  code: 'x', version: 1, validFrom: '2026-01-01', validTo: null, title: words, procedures: [], source: 'x', checks: [],
  official: { title: 'X', number: null, basis: null, addressee: 'commune', ...(signatures === undefined ? {} : { signatures }) },
  groups: [{ id: 'g', title: words, fields: [
    { kind: 'choice', id: 'who', label: words, official: 'x', options: [{ value: 'a', label: words }, { value: 'b', label: words }] },
    { kind: 'text', id: 'a.fullName', label: words, official: 'x', fact: 'applicant.fullName' }, { kind: 'text', id: 'b.fullName', label: words, official: 'x' },
  ] }],
});
const BOTH: readonly FormSignature[] = [{ title: 'Bên nữ', name: 'a.fullName', declares: { is: ['who', 'a'] } }, { title: 'Bên nam', note: '(Ký)', name: 'b.fullName', declares: { is: ['who', 'b'] }, dated: true, when: { not: { is: ['who', 'a'] } } }];
const filled = (answers: Record<string, string>) => ({ answers, today: '2026-11-30' });
const said = (form: FormDefinition, with_: Parameters<typeof signaturesOf>[1]) => signaturesOf(form, with_).map(({ title, note, name, declares, dated }) => [title, note, name, declares, dated]);
const LONG = '(Ký, ghi rõ họ, chữ đệm, tên)';

test('a form that names no signers is signed by whoever declares, and an empty one has no name', () => {
  assert.deepEqual(said(formOf(), filled({ 'a.fullName': 'Lê Thị A' })), [['Người yêu cầu', LONG, 'Lê Thị A', true, false]]);
  assert.deepEqual(said(formOf(), null), [['Người yêu cầu', LONG, null, false, false]]);
});

test('an empty form has every place; a filled one leaves out what is certainly not called for, and keeps what is open', () => {
  assert.deepEqual(said(formOf(BOTH), null).map(([title]) => title), ['Bên nữ', 'Bên nam']);
  assert.deepEqual(said(formOf(BOTH), filled({})).map(([title, , name, declares]) => [title, name, declares]), [['Bên nữ', null, false], ['Bên nam', null, false]]);
  assert.deepEqual(said(formOf(BOTH), filled({ 'who': 'a', 'a.fullName': 'A' })), [['Bên nữ', LONG, 'A', true, false]]);
  assert.deepEqual(said(formOf(BOTH), filled({ 'who': 'b', 'a.fullName': 'A', 'b.fullName': 'B' })), [['Bên nữ', LONG, 'A', false, false], ['Bên nam', '(Ký)', 'B', true, true]]);
});

test('where no place is called for the person who declares signs all the same', () => {
  assert.deepEqual(said(formOf([{ title: 'Bà', when: { is: ['who', 'a'] } }]), filled({ 'who': 'b', 'a.fullName': 'A' })), [['Người yêu cầu', LONG, 'A', true, false]]);
});
