import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideOnlineExemption, decideRate, type RateEntry } from './decide-rate.ts';
import { BIRTH_RATE } from '../api/fee-facts-for-tests.ts';
import { onlineExemptionOn, type Rate, rateOn } from './tariff.ts';

const ENTRY = { amount: 5_000, basis: 'Nghị quyết 1/2026/NQ-HĐND', validFrom: '2026-01-01' };

const decide = (change: Partial<RateEntry>, before: readonly Rate[] = []) => {
  const decided = decideRate({ ...ENTRY, ...change }, before);
  return decided.ok ? 'ok' : decided.problem.code;
};

for (const [what, change, before, code] of [
  ['a whole amount with its decision', {}, [], 'ok'],
  ['nought', { amount: 0 }, [], 'ok'],
  ['another amount from the same day, which puts a mistake right', { amount: 6_000 }, [BIRTH_RATE], 'ok'],
  ['less than nothing', { amount: -1 }, [], 'fees.amount-wrong'],
  ['half a đồng', { amount: 0.5 }, [], 'fees.amount-wrong'],
  ['more than any charge', { amount: 1_000_000_001 }, [], 'fees.amount-wrong'],
  ['no decision', { basis: ' ' }, [], 'fees.basis-missing'],
  ['a day that does not exist', { validFrom: '2026-02-30' }, [], 'fees.day-wrong'],
  ['a day before the law', { validFrom: '2016-12-31' }, [], 'fees.day-wrong'],
  ['what is there already', {}, [BIRTH_RATE], 'fees.rate-same'],
  ['the end of what never was', { amount: null }, [], 'fees.nothing-to-end'],
  ['the end of what holds', { amount: null, validFrom: '2027-01-01' }, [BIRTH_RATE], 'ok'],
] as const) {
  test(`entering ${what}: ${code}`, () => {
    assert.equal(decide(change, before), code);
  });
}

test('of the amounts of a charge the newest day holds, of one day the one entered last, and an ended one no longer', () => {
  const rates = [BIRTH_RATE, { ...BIRTH_RATE, amount: 7_000, validFrom: '2027-01-01' }, { ...BIRTH_RATE, amount: 6_000 }, { ...BIRTH_RATE, amount: null, validFrom: '2028-01-01' }];
  assert.deepEqual(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01', '2028-01-01'].map((day) => rateOn(rates, BIRTH_RATE.code, day)?.amount), [undefined, 6_000, 6_000, 7_000, undefined]);
});

test('the exemption for online filings is 1 to 100 per cent of something, from a real day', () => {
  const entry = { percent: 100, kinds: ['state-charge'], basis: 'NQ 12/2025', validFrom: '2025-07-01' };
  const code = (change: object) => {
    const decided = decideOnlineExemption({ ...entry, ...change });
    return decided.ok ? 'ok' : decided.problem.code;
  };
  assert.deepEqual(
    [{}, { percent: 0 }, { percent: 101 }, { percent: 12.5 }, { kinds: [] }, { basis: '' }, { validFrom: 'hôm nay' }, { percent: null, kinds: [] }].map(code),
    ['ok', 'fees.percent-outside', 'fees.percent-outside', 'fees.percent-outside', 'fees.kinds-missing', 'fees.basis-missing', 'fees.day-wrong', 'ok'],
  );
  const exemptions = [{ percent: 100, kinds: ['state-charge'] as const, basis: 'a', validFrom: '2025-07-01' }, { percent: null, kinds: [], basis: 'b', validFrom: '2026-07-01' }];
  assert.deepEqual([onlineExemptionOn(exemptions, '2026-06-30')?.percent, onlineExemptionOn(exemptions, '2026-07-01')], [100, undefined]);
});
