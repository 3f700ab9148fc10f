import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Result } from '../../../kernel/result.ts';
import { decideAssignment, decideClaim, decideRelease } from './decide-assignment.ts';
import { decideRejection, decideStop, decideWithdrawalAcceptance, decideWithdrawalRefusal, decideWithdrawalRequest } from './decide-end.ts';
import { declared, dossierAt, ME, officer } from './dossiers-for-tests.ts';

const codeOf = (decided: Result<unknown>): string => (decided.ok ? 'done' : decided.problem.code);
const CITIZEN = { kind: 'link-holder' } as const;

test('a declaration is refused with its reason, and only a declaration', () => {
  const decided = decideRejection(declared(), { expectedVersion: 3, reason: ' Không thuộc thẩm quyền ' }, officer('reception'));
  assert.ok(decided.ok);
  assert.deepEqual(decided.value, { event: 'rejected', state: 'rejected', clock: 'ends', facts: { note: 'Không thuộc thẩm quyền' } });
  assert.equal(codeOf(decideRejection(declared(), { expectedVersion: 3, reason: ' ' }, officer('reception'))), 'dossier.reason-missing');
  assert.equal(codeOf(decideRejection(dossierAt(0), { expectedVersion: 3, reason: 'x' }, officer('reception'))), 'dossier.action-not-possible');
});

test('a stop says a kind that fits what the dossier waits for', () => {
  const stop = (state: 'in-progress' | 'supplement-requested' | 'payment-requested', kind: 'not-supplemented' | 'not-paid' | 'other' | 'withdrawn') =>
    codeOf(decideStop(dossierAt(1, { state }), { expectedVersion: 3, kind, reason: 'Quá 7 ngày làm việc' }, officer('specialist')));
  assert.equal(stop('supplement-requested', 'not-supplemented'), 'done');
  assert.equal(stop('payment-requested', 'not-paid'), 'done');
  assert.equal(stop('in-progress', 'other'), 'done');
  assert.equal(stop('in-progress', 'not-supplemented'), 'dossier.stop-kind-wrong');
  assert.equal(stop('supplement-requested', 'not-paid'), 'dossier.stop-kind-wrong');
  assert.equal(stop('in-progress', 'withdrawn'), 'dossier.stop-kind-wrong');
  assert.equal(codeOf(decideStop(dossierAt(1), { expectedVersion: 3, kind: 'other', reason: '' }, officer('specialist'))), 'dossier.reason-missing');
});

test('a citizen may withdraw until the decision is signed, from the phone without a version, at the counter with one', () => {
  const reason = 'Tôi tự làm được rồi';
  assert.equal(codeOf(decideWithdrawalRequest(dossierAt(1, { version: 9 }), { expectedVersion: null, reason }, CITIZEN)), 'done');
  assert.equal(codeOf(decideWithdrawalRequest(dossierAt(1), { expectedVersion: 3, reason }, officer('reception'))), 'done');
  assert.equal(codeOf(decideWithdrawalRequest(dossierAt(1), { expectedVersion: 2, reason }, officer('reception'))), 'dossier.changed-meanwhile');
  assert.equal(codeOf(decideWithdrawalRequest(dossierAt(3), { expectedVersion: null, reason }, CITIZEN)), 'dossier.action-not-possible');
  assert.equal(codeOf(decideWithdrawalRequest(declared(), { expectedVersion: null, reason: ' ' }, CITIZEN)), 'dossier.reason-missing');
});

test('an accepted withdrawal ends the work; a declined one goes back to where the dossier was', () => {
  const asked = dossierAt(1, { state: 'withdraw-requested' });
  const accepted = decideWithdrawalAcceptance(asked, { expectedVersion: 3, note: null }, officer('specialist'));
  assert.ok(accepted.ok);
  assert.deepEqual([accepted.value.state, accepted.value.clock, accepted.value.facts['kind']], ['stopped', 'ends', 'withdrawn']);
  const declined = (open: 'supplement' | 'payment' | null, dossier = asked) => {
    const decided = decideWithdrawalRefusal(dossier, { expectedVersion: 3, reason: 'Đã ký quyết định' }, open, officer('president'));
    return decided.ok ? decided.value.state : decided.problem.code;
  };
  assert.equal(declined(null), 'in-progress');
  assert.equal(declined('supplement'), 'supplement-requested');
  assert.equal(declined('payment'), 'payment-requested');
  assert.equal(declined(null, declared({ state: 'withdraw-requested' })), 'submitted');
});

test('a step is taken on, taken over with the other named, and given back', () => {
  const free = decideClaim(dossierAt(1), { expectedVersion: 3 }, officer('specialist'));
  assert.ok(free.ok);
  assert.deepEqual([free.value.holder, free.value.facts], [ME, {}]);
  const over = decideClaim(dossierAt(1, { holderId: 'colleague' }), { expectedVersion: 3 }, officer('specialist'));
  assert.ok(over.ok);
  assert.deepEqual(over.value.facts, { fromId: 'colleague' });
  assert.equal(codeOf(decideClaim(dossierAt(1, { holderId: ME }), { expectedVersion: 3 }, officer('specialist'))), 'dossier.action-not-possible');
  const back = decideRelease(dossierAt(1, { holderId: ME }), { expectedVersion: 3 }, officer('specialist'));
  assert.ok(back.ok);
  assert.equal(back.value.holder, null);
  assert.equal(codeOf(decideRelease(dossierAt(1), { expectedVersion: 3 }, officer('specialist'))), 'dossier.action-not-possible');
});

test('a leader assigns only to somebody whose position holds the step', () => {
  const assign = (to: ReturnType<typeof officer>) => decideAssignment(dossierAt(1), { expectedVersion: 3, note: ' gấp ' }, to, officer('unit-head'));
  const done = assign(officer('specialist', [], 'other'));
  assert.ok(done.ok);
  assert.deepEqual([done.value.holder, done.value.facts['note']], ['other', 'gấp']);
  assert.equal(codeOf(assign(officer('clerk', [], 'other'))), 'dossier.officer-not-fitting');
  assert.equal(codeOf(assign(officer('specialist', ['Đất đai'], 'other'))), 'dossier.officer-not-fitting');
  assert.equal(codeOf(decideAssignment(dossierAt(1), { expectedVersion: 3, note: null }, officer('specialist'), officer('specialist'))), 'dossier.not-your-step');
});
