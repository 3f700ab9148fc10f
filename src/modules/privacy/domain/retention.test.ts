import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConsentPurpose, isConsented, purposesOn } from './consent.ts';
import { kindsOn, overBefore, type RetentionKind, staysUntil } from './retention.ts';

const KIND: RetentionKind = { kind: 'card-picture', act: 'erase', after: 'result-given', days: 30, validFrom: '2026-01-01', validTo: '2026-12-31', basis: 'Luật', name: { vi: 'Ảnh', en: 'Picture' } };

test('whole days count: given on the first at any hour, over on the thirty-first day after', () => {
  assert.equal(new Date(overBefore(KIND, '2026-12-31')).toISOString(), '2026-11-30T17:00:00.000Z');
});

test('a kind holds on the days of its validity only', () => {
  const file = { kinds: [KIND], stays: [] };
  assert.deepEqual([kindsOn(file, '2025-12-31').length, kindsOn(file, '2026-12-31').length, kindsOn(file, '2027-01-01').length], [0, 1, 0]);
});

for (const [from, until] of [['2026-11-23', '2031-11-23'], ['2028-02-29', '2033-02-28'], [null, null]] as const) {
  test(`five years from ${String(from)} end on ${String(until)}`, () => { assert.equal(staysUntil({ years: 5 }, from), until); });
}

const purpose = (version: number, validFrom: string, validTo: string | null = null): ConsentPurpose => ({ purpose: 'surveys', version, validFrom, validTo, basis: 'Luật', name: { vi: '', en: '' }, words: { vi: '', en: '' } });
const BOTH = [purpose(1, '2026-01-01'), purpose(2, '2026-06-01')];

test('of two versions the newer one is asked for, and consent to the older one no longer counts', () => {
  assert.deepEqual(purposesOn(BOTH, '2026-06-01').map(({ version }) => version), [2]);
  const given = [{ purpose: 'surveys', version: 1, act: 'given' }] as const;
  assert.deepEqual([isConsented(BOTH, given, 'surveys', '2026-05-31'), isConsented(BOTH, given, 'surveys', '2026-06-01')], [true, false]);
});

test('nothing said is no consent, and neither is one that was withdrawn or is about something else', () => {
  const one = [purpose(1, '2026-01-01')];
  assert.equal(isConsented(one, [], 'surveys', '2026-06-01'), false);
  assert.equal(isConsented(one, [{ purpose: 'surveys', version: 1, act: 'withdrawn' }], 'surveys', '2026-06-01'), false);
  assert.equal(isConsented(one, [{ purpose: 'pictures', version: 1, act: 'given' }], 'surveys', '2026-06-01'), false);
});
