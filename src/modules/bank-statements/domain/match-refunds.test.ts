import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchRefunds, type OutgoingLine } from './match-refunds.ts';

const line = (id: string, amount: number, references: readonly string[], reversal = false): OutgoingLine => ({ id, amount, references, reversal });
const refund = (id: string, reference: string, amount: number) => ({ id, reference, amount });
const found = (lines: readonly OutgoingLine[], refunds: Parameters<typeof matchRefunds>[1]) => [...matchRefunds(lines, refunds)];

test('one whole reference and the very amount make a line a refund', () => {
  assert.deepEqual(found([line('1', 2_000, ['A'])], [refund('r', 'A', 2_000)]), [['1', 'r']]);
});

for (const [what, lines] of [
  ['one đồng less', [line('1', 1_999, ['A'])]], ['no reference', [line('1', 2_000, [])]], ['two references', [line('1', 2_000, ['A', 'B'])]], ['another reference', [line('1', 2_000, ['B'])]],
  ['what the bank took back itself', [line('1', 2_000, ['A'], true)]],
] as const) {
  test(`${what} is no refund`, () => { assert.deepEqual(found(lines, [refund('r', 'A', 2_000)]), []); });
}

test('each refund is one line only; two alike are two lines, the first asked for first', () => {
  const twice = [line('1', 2_000, ['A']), line('2', 2_000, ['A', 'A']), line('3', 2_000, ['A'])];
  assert.deepEqual(found(twice, [refund('r', 'A', 2_000)]), [['1', 'r']]);
  assert.deepEqual(found(twice, [refund('r', 'A', 2_000), refund('s', 'A', 2_000)]), [['1', 'r'], ['2', 's']]);
});
