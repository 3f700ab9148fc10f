import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ColumnField, type FormDefinition, type TableField } from './form-definition.ts';
import { entryKind, mendAnswers } from './mend-answers.ts';
import { readTableLines, tableLines } from './table-lines.ts';
import { readTableStep, withTableStep } from './table-step.ts';

const words = (vi: string) => ({ vi, en: vi.toUpperCase() });
const COLUMNS: readonly ColumnField[] = [
  { kind: 'text', id: 'name', label: words('Họ tên'), official: 'x' },
  { kind: 'choice', id: 'kin', label: words('Quan hệ'), official: 'x', options: [{ value: 'child', label: { vi: 'Con', en: 'Child' } }, { value: 'spouse', label: { vi: 'Vợ, chồng', en: 'Spouse' } }] },
  { kind: 'number', id: 'age', required: false, label: words('Tuổi'), official: 'x' },
];
const TABLE: TableField = { kind: 'table', id: 'members', label: words('Người trong nhà'), official: 'x', maxRows: 2, columns: COLUMNS };
const FORM: FormDefinition = {
  code: 'x', version: 1, validFrom: '2025-07-01', validTo: null, title: words('x'), official: { title: 'X', number: null, basis: null, addressee: 'commune' }, procedures: [], source: 'test',
  groups: [{ id: 'all', title: words('x'), fields: [TABLE] }], checks: [],
};

const LINES: readonly (readonly [string, string, readonly Readonly<Record<string, string>>[]])[] = [
  ['a line for each row', 'An | con | 3\nBình|Vợ, chồng|40', [{ name: 'An', kin: 'child', age: '3' }, { name: 'Bình', kin: 'spouse', age: '40' }]],
  ['empty lines between and a cell that is left out at the end', '\n  An | Child \r\n\n', [{ name: 'An', kin: 'child', age: '' }]],
  ['more cells than columns: nothing is lost', 'An | con | 3 | 4', [{ name: 'An', kin: 'child', age: '3 | 4' }]],
  ['a choice that there is not', 'An | cháu', [{ name: 'An', kin: 'cháu', age: '' }]],
  ['no row at all', ' - ', []],
  ['nothing', '', []],
];
for (const [what, typed, rows] of LINES) {
  test(`rows are read as an officer types them: ${what}`, () => { assert.deepEqual(readTableLines(COLUMNS, typed), rows); });
}

test('what stands in the box is read as it stood', () => {
  const rows = [{ name: 'An', kin: 'child', age: 3 as unknown as string }, { name: 'Bình', kin: 'spouse' }];
  const text = tableLines(COLUMNS, rows);
  assert.equal(text, 'An | Con | 3\nBình | Vợ, chồng | ');
  assert.deepEqual(readTableLines(COLUMNS, text), [{ name: 'An', kin: 'child', age: '3' }, { name: 'Bình', kin: 'spouse', age: '' }]);
});

test('a whole table is mended by its lines, and a cell that was typed afterwards belongs to those rows', () => {
  assert.equal(entryKind(TABLE), 'rows');
  assert.deepEqual(mendAnswers(FORM, {}, { 'members.1.name': 'Bình An', 'members': 'An | con\nB | con' }), { members: [{ name: 'An', kin: 'child', age: '' }, { name: 'Bình An', kin: 'child', age: '' }] });
});

test('rows come and go by the buttons of their table, never more than it may have; other buttons and other tables change nothing', () => {
  const step = (pressed: string, rows: readonly Readonly<Record<string, string>>[]) => withTableStep([TABLE], { members: rows }, readTableStep(pressed))['members'];
  assert.deepEqual(step('them:members', [{ name: 'An' }]), [{ name: 'An' }, {}]);
  assert.deepEqual(step('them:members', [{ name: 'An' }, { name: 'Bình' }]), [{ name: 'An' }, { name: 'Bình' }]);
  assert.deepEqual(step('bo:members:0', [{ name: 'An' }, { name: 'Bình' }]), [{ name: 'Bình' }]);
  for (const pressed of ['bo:members:7', 'bo:members:', 'bo:members:-1', 'them:other', 'them:', 'gui', '']) assert.deepEqual(step(pressed, [{ name: 'An' }]), [{ name: 'An' }], pressed);
});
