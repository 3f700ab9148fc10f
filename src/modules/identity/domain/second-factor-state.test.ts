import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES } from '../../../kernel/actor.ts';
import { holdsPower, SECOND_FACTOR_ROLES, secondFactorState } from './second-factor-state.ts';

test('administrators and signers must enrol where it is required, everybody else may', () => {
  for (const role of ROLES) {
    const must = SECOND_FACTOR_ROLES.includes(role);
    assert.equal(holdsPower([{ role }]), must);
    assert.equal(secondFactorState({ enrolled: false, rule: 'required', positions: [{ role }] }), must ? 'must-enrol' : 'may-enrol');
    assert.equal(secondFactorState({ enrolled: false, rule: 'offered', positions: [{ role }] }), 'waived');
    assert.equal(secondFactorState({ enrolled: true, rule: 'offered', positions: [{ role }] }), 'enrolled');
  }
});

test('one position with power is enough', () => {
  assert.equal(secondFactorState({ enrolled: false, rule: 'required', positions: [{ role: 'clerk' }, { role: 'unit-head' }] }), 'must-enrol');
});
