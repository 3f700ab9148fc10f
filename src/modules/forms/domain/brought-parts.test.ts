import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShippedSource, sharedParts } from '../store/form-sources.ts';
import { partsUsed, withBroughtParts } from './brought-parts.ts';
import { expandDefinition } from './expand-definition.ts';
import { type SharedParts } from './source-definition.ts';

const words = (vi: string) => ({ vi, en: `${vi} en` });
const option = (value: string) => ({ value, label: words(value) });
const THERE: SharedParts = {
  lists: { sexes: [option('male'), option('female')], roads: [option('a'), option('b')], unused: [option('z')] },
  persons: { sex: [{ end: 'sex', kind: 'choice', label: words('Giới tính {of}'), official: 'Giới tính', list: 'sexes' }], fullName: [{ end: 'fullName', kind: 'text', label: words('Tên {of}'), official: 'Tên' }] },
};
const FORM = {
  code: 'x', version: 1, validFrom: '2026-01-01', validTo: null, title: words('x'), official: { title: 'X', number: null, basis: null, addressee: 'commune' }, procedures: [], source: 'own', checks: [],
  groups: [{ id: 'g', title: words('g'), fields: [
    { kind: 'person' as const, id: 'mother', of: words('mẹ'), parts: ['fullName', 'sex'] },
    { kind: 'person' as const, id: 'asker', of: words('người khai'), parts: ['fullName'], same: { as: 'mother', when: { known: 'mother.fullName' } } },
    { kind: 'choice' as const, id: 'road', label: words('Đường'), official: 'Đường', options: [option('own')], list: 'roads' },
    { kind: 'table' as const, id: 'rows', label: words('Bảng'), official: 'Bảng', maxRows: 3, columns: [{ kind: 'choice' as const, id: 'r', label: words('Đường'), official: 'Đường', options: [], list: 'roads' }] },
  ] }],
};

test('only what a form names goes along, also the lists that its persons name', () => {
  assert.deepEqual(partsUsed(FORM, THERE), { lists: { sexes: THERE.lists['sexes'], roads: THERE.lists['roads'] }, persons: THERE.persons });
});

test('where everything stands as it did, the form stays as it was written', () => {
  assert.deepEqual(withBroughtParts(FORM, partsUsed(FORM, THERE), THERE), FORM);
});

test('what stands here otherwise, or not at all, is written out, and the form asks what it asked there', () => {
  const meant = expandDefinition(FORM, THERE);
  assert.ok(meant.ok);
  for (const here of [
    { lists: {}, persons: {} },
    { ...THERE, lists: { ...THERE.lists, sexes: [option('other')] } },
    { ...THERE, persons: { ...THERE.persons, fullName: [{ end: 'fullName', kind: 'text', label: words('Họ tên {of}'), official: 'Họ tên' }] } },
  ] satisfies SharedParts[]) {
    const settled = withBroughtParts(FORM, partsUsed(FORM, THERE), here);
    const asked = expandDefinition(settled, here);
    assert.ok(asked.ok, JSON.stringify(asked));
    assert.deepEqual(asked.definition, meant.definition);
  }
});

test('the forms of the program come through unchanged', () => {
  for (const code of ['birth-registration', 'marriage-registration', 'residence-change']) {
    const source = readShippedSource(code, 1);
    assert.ok(source !== undefined, code);
    assert.deepEqual(withBroughtParts(source, partsUsed(source, sharedParts()), sharedParts()), source);
  }
});
