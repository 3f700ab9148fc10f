import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideFeeChange, type FeeChange, type FeeStanding } from './decide-fee-change.ts';

const STANDING: FeeStanding = { version: 1, total: 8_000, paid: 0, atWork: 'yes' };
const CHANGE: FeeChange = { expectedVersion: 1, reason: ' Đếm lại ', paidKnown: false };

function decide(standing: Partial<FeeStanding>, change: Partial<FeeChange>, total = 16_000) {
  const decided = decideFeeChange({ ...STANDING, ...standing }, { ...CHANGE, ...change }, total);
  return decided.ok ? decided.value.reason : decided.problem.code;
}

test('fees are changed with a reason; the first time the lines are reason enough', () => {
  assert.equal(decide({}, {}), 'Đếm lại');
  assert.equal(decide({ version: null }, { expectedVersion: null, reason: '' }), '');
});

for (const [what, standing, change, total, code] of [
  ['nobody says why', {}, { reason: '  ' }, 16_000, 'fees.reason-missing'],
  ['somebody else changed them', { version: 2 }, {}, 16_000, 'fees.changed-meanwhile'],
  ['somebody else assessed them first', {}, { expectedVersion: null }, 16_000, 'fees.changed-meanwhile'],
  ['the dossier is only declared', { atWork: 'not-yet' }, {}, 16_000, 'fees.dossier-not-received'],
  ['the dossier is over', { atWork: 'over' }, {}, 16_000, 'fees.dossier-over'],
  ['they were paid and nobody says that this is known', { paid: 8_000 }, {}, 16_000, 'fees.paid-already'],
  ['they would be less than what was paid', { paid: 8_000 }, { paidKnown: true }, 7_999, 'fees.below-paid'],
  ['an exemption is found after the payment', { paid: 8_000 }, { paidKnown: true }, 0, 'fees.below-paid'],
] as const) {
  test(`a change is refused when ${what}`, () => {
    assert.equal(decide(standing, change, total), code);
  });
}

test('more than what was paid, or as much, goes through once the payment is known', () => {
  assert.equal(decide({ paid: 8_000 }, { paidKnown: true }, 16_000), 'Đếm lại');
  assert.equal(decide({ paid: 8_000 }, { paidKnown: true }, 8_000), 'Đếm lại');
});
