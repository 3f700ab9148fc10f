import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withOwnForm } from './own-form.ts';

const SHIPPED = { key: 'receipt', title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả', number: '01', numberSuffix: 'TTPVHCC' };

test('what the office leaves empty stays as the circular has it', () => {
  assert.deepEqual(withOwnForm(SHIPPED, { title: '', number: ' ', numberSuffix: '' }), SHIPPED);
  assert.deepEqual(withOwnForm({ ...SHIPPED, number: null, numberSuffix: null }, { title: '', number: '', numberSuffix: '' }).numberSuffix, null);
});

test('what the office wrote stands in its place, without the blanks around it', () => {
  assert.deepEqual(withOwnForm(SHIPPED, { title: ' Giấy hẹn trả kết quả ', number: '1a', numberSuffix: 'GH-TTPVHCC' }), { key: 'receipt', title: 'Giấy hẹn trả kết quả', number: '1a', numberSuffix: 'GH-TTPVHCC' });
});
