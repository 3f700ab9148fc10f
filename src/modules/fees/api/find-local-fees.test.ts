import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFeeRules } from './load-fee-rules.ts';
import { localFees } from '../domain/local-fees.ts';
import { type PublishedFee, type Rate } from '../domain/tariff.ts';

const { tariffs } = loadFeeRules();
const single: PublishedFee = { procedureCode: '1.004873', procedureName: { vi: 'Xác nhận tình trạng hôn nhân', en: null }, known: false, lines: [] };
const shop: PublishedFee = { procedureCode: '1.001612', procedureName: { vi: 'Đăng ký hộ kinh doanh', en: null }, known: true, lines: [{ kind: 'state-charge', amount: 50_000, unit: 'case', label: { vi: 'Lệ phí', en: null }, basis: null }] };
const rate = (code: string, amount: number | null, validFrom: string): Rate => ({ code, amount, kind: 'state-charge', unit: 'case', label: 'Lệ phí', basis: 'NQ 12/2026/NQ-HĐND', validFrom });
const amounts = (published: PublishedFee, rates: readonly Rate[], day: string) => localFees(tariffs, rates, published, day).map(({ amount, replaces }) => [amount, replaces]);

test('an amount of the province stands from its day on, a later one takes its place, and an ended one is gone', () => {
  const rates = [rate('civil-status:1.004873', 15_000, '2026-12-01'), rate('civil-status:1.004873', 10_000, '2027-01-01'), rate('civil-status:1.004873', null, '2027-06-01')];
  assert.deepEqual(['2026-11-30', '2026-12-01', '2027-01-01', '2027-06-01'].map((day) => amounts(single, rates, day)), [[], [[15_000, false]], [[10_000, false]], []]);
});

test('the own amount of a procedure that no tariff knows takes the place of what it publishes', () => {
  assert.deepEqual(amounts(shop, [rate('procedure:1.001612', 100_000, '2026-12-01')], '2026-12-01'), [[100_000, true]]);
});

test('amounts of other procedures and prices of services are not its own', () => {
  const print: Rate = { ...rate('print-page', 1000, '2026-01-01'), kind: 'service-price', unit: 'page' };
  assert.deepEqual(amounts(single, [rate('civil-status:1.000656', 5000, '2026-01-01'), print], '2026-12-01'), []);
});
