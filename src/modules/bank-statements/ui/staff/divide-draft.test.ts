import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PayableView } from '../../contract/statement-schemas.ts';
import { addPart, type DividedPart, restOf, typedAmount } from './divide-draft.ts';

const payable = (id: string, missing: number): PayableView => ({ id, dossierId: null, dossierCode: null, payerName: null, procedureName: null, reference: id, state: 'open', amount: missing, missing });

test('each payable takes what it asks for, and the last one what is left', () => {
  let parts: readonly DividedPart[] = [];
  for (const one of [payable('a', 8_000), payable('b', 20_000), payable('a', 8_000)]) parts = addPart(25_000, parts, one);
  assert.deepEqual(parts.map(({ typed }) => typed), ['8000', '17000']);
  assert.equal(restOf(25_000, parts), 0);
  assert.equal(restOf(20_000, parts), -5_000);
});

test('amounts are typed with or without points, and anything else is none', () => {
  assert.deepEqual(['8.000', '8000', ' 8 000 ', '', 'tám', '-5', '8,5'].map(typedAmount), [8_000, 8_000, 8_000, 0, 0, 0, 0]);
});
