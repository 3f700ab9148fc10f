import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideApprove, decideCancel, decideStart, decideUse, type RecoveryPeople } from './decide-recovery.ts';
import { NEXT, type Recovery, RECOVERY_MS, RECOVERY_STATES } from './recovery.ts';

const NOW = new Date('2026-11-23T08:00:00+07:00');
const PEOPLE: RecoveryPeople = { administrators: ['a', 'b', 'c'], personActive: true };
const STARTED: Recovery = { id: 'r', staffId: 'p', state: 'started', reason: 'Mất điện thoại', startedBy: 'a', startedAt: NOW, approvedBy: null, expiresAt: new Date(NOW.getTime() + RECOVERY_MS) };
const APPROVED: Recovery = { ...STARTED, state: 'approved', approvedBy: 'b' };
const codeOf = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => (result.ok ? 'ok' : result.problem?.code);
const without = (...gone: readonly string[]): RecoveryPeople => ({ ...PEOPLE, administrators: PEOPLE.administrators.filter((id) => !gone.includes(id)) });

test('a recovery is started for somebody else, with a reason, where two others administer', () => {
  const start = (wish: Partial<Parameters<typeof decideStart>[0]>, people = PEOPLE) => codeOf(decideStart({ staffId: 'p', by: 'a', reason: ' Mất điện thoại ', ...wish }, people));
  assert.equal(start({}), 'ok');
  assert.equal(start({ by: 'p' }), 'recovery.own-account');
  assert.equal(start({ reason: '  ' }), 'recovery.reason-missing');
  assert.equal(start({}, { ...PEOPLE, personActive: false }), 'recovery.person-closed');
  assert.equal(start({}, without('b', 'c')), 'recovery.one-administrator');
  assert.equal(start({ staffId: 'b' }, without('c')), 'recovery.one-administrator', 'the person does not count');
  assert.equal(start({ by: 'x' }), 'recovery.no-longer-administrator');
});

test('the one who approves is another one, not the person, and both administer at that moment', () => {
  const approve = (by: string, people = PEOPLE, recovery = STARTED, now = NOW) => codeOf(decideApprove(recovery, by, people, now));
  assert.equal(approve('b'), 'ok');
  assert.equal(approve('a'), 'recovery.same-administrator');
  assert.equal(approve('p', { ...PEOPLE, administrators: ['a', 'p'] }), 'recovery.own-account');
  assert.equal(approve('b', without('b')), 'recovery.no-longer-administrator');
  assert.equal(approve('b', without('a')), 'recovery.starter-gone');
  assert.equal(approve('b', { ...PEOPLE, personActive: false }), 'recovery.person-closed');
  assert.equal(approve('c', PEOPLE, APPROVED), 'recovery.approved-before');
  assert.equal(approve('b', PEOPLE, STARTED, STARTED.expiresAt), 'recovery.expired');
});

test('the code counts once, in time, for an open account, while both who opened the way administer', () => {
  const use = (recovery: Recovery, people = PEOPLE, now = NOW) => codeOf(decideUse(recovery, people, now));
  assert.equal(use(APPROVED), 'ok');
  assert.equal(use({ ...APPROVED, state: 'used' }), 'recovery.used');
  assert.equal(use({ ...APPROVED, state: 'cancelled' }), 'recovery.cancelled');
  assert.equal(use(APPROVED, PEOPLE, APPROVED.expiresAt), 'recovery.expired');
  assert.equal(use(APPROVED, { ...PEOPLE, personActive: false }), 'recovery.person-closed');
  for (const gone of ['a', 'b']) assert.equal(use(APPROVED, without(gone)), 'recovery.administrators-gone');
  assert.equal(use(APPROVED, without('c')), 'ok');
});

test('the person and any administrator may stop it until it is over', () => {
  for (const by of ['p', 'a', 'b', 'c']) for (const recovery of [STARTED, APPROVED]) assert.equal(codeOf(decideCancel(recovery, by, PEOPLE, NOW)), 'ok', by);
  assert.equal(codeOf(decideCancel(STARTED, 'x', PEOPLE, NOW)), 'recovery.no-longer-administrator');
  for (const state of RECOVERY_STATES) if (NEXT[state].length === 0) assert.notEqual(codeOf(decideCancel({ ...APPROVED, state }, 'a', PEOPLE, NOW)), 'ok');
});
