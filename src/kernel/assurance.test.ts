import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actor, anyone, onlyRoles, refuseAssurance, withRight } from './actor.ts';
import { type Assurance, ASSURANCE_LEVELS, ASSURANCE_NEEDS, FRESH_MS, reachesLevel, refuseRight, signOnAssurance, RIGHTS } from './assurance.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');
const session = (wishes: Partial<Assurance>): Assurance => ({ level: 'second-factor', provenAt: NOW, secondFactor: 'enrolled', ...wishes });
const actor = (assurance: Assurance): Actor => ({
  kind: 'staff', staffId: 's', communeCode: '16072', fullName: 'A', userName: 'a', assurance,
  positions: [{ unitId: 'u', role: 'administrator', title: '', fields: [] }],
});

test('every level reaches itself and what is weaker, nothing stronger', () => {
  for (const [place, level] of ASSURANCE_LEVELS.entries()) {
    for (const [other, needed] of ASSURANCE_LEVELS.entries()) assert.equal(reachesLevel(level, needed), other <= place);
  }
});

test('a right that needs more than a password refuses a session of a password, saying whether to prove or to enrol', () => {
  for (const right of RIGHTS) {
    const needed = ASSURANCE_NEEDS[right].level !== 'password';
    assert.equal(refuseRight(session({ level: 'password' }), right, NOW), needed ? 'access.assurance-too-low' : undefined);
    assert.equal(refuseRight(session({ level: 'password', secondFactor: 'may-enrol' }), right, NOW), needed ? 'access.second-factor-first' : undefined);
    // A commune may ask for no second factor for what is its own, not for what concerns others.
    assert.equal(refuseRight(session({ level: 'password', secondFactor: 'waived' }), right, NOW), right === 'speak-for-installation' ? 'access.second-factor-first' : undefined);
    assert.equal(refuseRight(undefined, right, NOW), needed ? 'access.assurance-too-low' : undefined);
    assert.equal(refuseRight(session({ level: 'passkey' }), right, NOW), undefined);
  }
});

test('what must be fresh is asked for again after a quarter of an hour, and when the clock moved back', () => {
  assert.equal(refuseRight(session({ provenAt: NOW - FRESH_MS }), 'recover-account', NOW), undefined);
  assert.equal(refuseRight(session({ provenAt: NOW - FRESH_MS - 1 }), 'recover-account', NOW), 'access.assurance-too-low');
  assert.equal(refuseRight(session({ provenAt: NOW + 1 }), 'recover-account', NOW), 'access.assurance-too-low');
  assert.equal(refuseRight(session({ provenAt: NOW - 5 * FRESH_MS }), 'administer', NOW), undefined);
});

test('whoever must enrol reaches public pages and the own account, nothing else', () => {
  const newcomer = actor(session({ level: 'password', secondFactor: 'must-enrol' }));
  assert.equal(refuseAssurance(anyone, newcomer, NOW), undefined);
  assert.equal(refuseAssurance({ name: 'own', allows: () => true, ownAccount: true }, newcomer, NOW), undefined);
  assert.equal(refuseAssurance({ name: 'work', allows: () => true }, newcomer, NOW), 'access.second-factor-first');
  assert.equal(refuseAssurance(onlyRoles('administrator'), newcomer, NOW), 'access.second-factor-first');
});

test('what only administrators may do is administration; other rights are named by their route', () => {
  const weak = actor(session({ level: 'password' }));
  assert.equal(refuseAssurance(onlyRoles('administrator'), weak, NOW), 'access.assurance-too-low');
  assert.equal(refuseAssurance(onlyRoles('administrator', 'clerk'), weak, NOW), undefined);
  assert.equal(refuseAssurance(withRight(onlyRoles('clerk'), 'sign'), weak, NOW), 'access.assurance-too-low');
});

for (const [level, methods, worth] of [
  [1, ['hwk'], 'password'],
  [2, undefined, 'second-factor'],
  [2, [], 'second-factor'],
  [2, ['pwd'], 'password'],
  [2, ['pwd', 'otp'], 'second-factor'],
  [2, ['mfa', 'hwk'], 'passkey'],
  [2, ['something-new'], 'password'],
] as const) {
  test(`identity level ${String(level)} by ${methods?.join(' and ') ?? 'unsaid ways'} is worth a ${worth}`, () => {
    assert.equal(signOnAssurance(level, methods), worth);
  });
}

test('a password that somebody else made opens the own account only, whatever was proved beside it', () => {
  const handedOver = actor(session({ level: 'passkey', mustChangePassword: true }));
  assert.equal(refuseAssurance(anyone, handedOver, NOW), undefined);
  assert.equal(refuseAssurance({ name: 'own', allows: () => true, ownAccount: true }, handedOver, NOW), undefined);
  assert.equal(refuseAssurance({ name: 'work', allows: () => true }, handedOver, NOW), 'access.password-first');
  assert.equal(refuseAssurance({ name: 'work', allows: () => true }, actor(session({ mustChangePassword: false })), NOW), undefined);
});
