import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formTemplateInForce } from './form-template.ts';
import { loadFormTemplates } from './load-form-templates.ts';

const sets = loadFormTemplates();

test('the circular of the day decides the number, the title and the suffix of a form', () => {
  assert.deepEqual(formTemplateInForce(sets, 'receipt', '2025-09-15'), {
    key: 'receipt',
    number: '01',
    title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    numberSuffix: 'TTPVHCC',
  });
  assert.equal(formTemplateInForce(sets, 'receipt', '2025-09-14')?.numberSuffix, null);
  assert.equal(formTemplateInForce(sets, 'control-sheet', '2025-09-14')?.number, '05');
  assert.equal(formTemplateInForce(sets, 'control-sheet', '2026-11-22')?.number, '06');
});

test('the notice of stopping came with the circular of 2025', () => {
  assert.equal(formTemplateInForce(sets, 'stop', '2025-09-14'), undefined);
  assert.equal(formTemplateInForce(sets, 'stop', '2025-09-15')?.number, '05');
});

test('no two circulars apply on one day, and each numbers its forms from 01 on without a gap', () => {
  const circulars = sets.filter(({ basis }) => basis !== null);
  assert.ok(circulars.length > 1);
  for (const [index, set] of circulars.entries()) {
    assert.deepEqual(set.forms.map((form) => form.number), set.forms.map((_, place) => String(place + 1).padStart(2, '0')));
    const older = circulars[index + 1];
    if (older !== undefined) assert.ok(older.validTo !== null && set.validFrom !== null && older.validTo < set.validFrom);
  }
});
