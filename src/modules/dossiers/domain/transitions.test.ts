import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Role, ROLES } from '../../../kernel/actor.ts';
import { declared, dossierAt, FIVE_STEPS, HOLDER_OF, ME, officer, UNIT } from './dossiers-for-tests.ts';
import { type DossierState, isEnded, NATIONAL_CODE, type Stage, stageOf, stateAtStep } from './dossier-states.ts';
import { availableActions, permissionFor } from './may-act.ts';
import { actionsAt, type DossierAction, transitionAt, TRANSITIONS } from './transitions.ts';

const STAGES = Object.keys(TRANSITIONS) as Stage[];

/** The states that a stage's actions may lead to, as national codes. */
function codesFrom(stage: Stage): readonly number[] {
  const codes = actionsAt(stage).flatMap((action) => {
    const to = transitionAt(stage, action)?.to;
    if (to === undefined || to === 'same' || to === 'next-step' || to === 'step-before' || to === 'where-it-was') return [];
    return to === 'appraise' || to === 'approve' || to === 'seal' || to === 'between-units' ? [4] : [NATIONAL_CODE[to]];
  });
  return [...new Set(codes)].sort((a, b) => a - b);
}

describe('the transition table', () => {
  test('leads from each national state only where the national vocabulary allows, and from a declaration to a supplement at intake', () => {
    assert.deepEqual(codesFrom('submitted'), [2, 3, 5, 7]);
    assert.deepEqual(codesFrom('received'), [5, 6, 7, 8]);
    assert.deepEqual(codesFrom('appraise'), [4, 5, 6, 7, 8]);
    assert.deepEqual(codesFrom('between-units'), [4, 7]);
    assert.deepEqual(codesFrom('supplement-requested'), [7, 8]);
    assert.deepEqual(codesFrom('payment-requested'), [8]);
    assert.deepEqual(codesFrom('withdraw-requested'), [8]);
    assert.deepEqual(codesFrom('decided'), [10]);
    for (const final of ['rejected', 'stopped', 'returned'] as const) assert.deepEqual(codesFrom(final), []);
  });

  test('lets nobody withdraw after the decision was signed', () => {
    for (const stage of ['seal', 'decided', 'returned', 'stopped', 'rejected'] as const) assert.equal(transitionAt(stage, 'request-withdrawal'), undefined);
  });

  test('names somebody who may do every action', () => {
    for (const stage of STAGES) for (const action of actionsAt(stage)) assert.ok((transitionAt(stage, action)?.by.length ?? 0) > 0, `${stage} ${action}`);
  });

  test('has the ten national codes, each once', () => {
    assert.deepEqual(Object.values(NATIONAL_CODE).sort((a, b) => a - b), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

test('a pause or a withdrawn wish leads back to the state of the step', () => {
  assert.equal(stateAtStep(null), 'submitted');
  for (const [index, step] of FIVE_STEPS.entries()) assert.equal(stateAtStep(step.key), dossierAt(index).state);
});

test('ended is what has nothing before it but a hand-over or a correction', () => {
  const ended = (Object.keys(NATIONAL_CODE) as DossierState[]).filter(isEnded);
  assert.deepEqual(ended.sort(), ['decided', 'rejected', 'returned', 'stopped']);
});

test('a dossier in progress that stands at no working step is a bug, not a stage', () => {
  assert.throws(() => stageOf({ state: 'in-progress', currentStep: null }));
  assert.throws(() => stageOf({ state: 'in-progress', currentStep: 'receive' }));
});

const WAITING: readonly [string, Partial<Parameters<typeof dossierAt>[1] & object>, Role, readonly DossierAction[]][] = [
  ['a supplement', { state: 'supplement-requested' }, 'specialist', ['cancel-supplement', 'stop']],
  ['a supplement', { state: 'supplement-requested' }, 'reception', ['answer-supplement', 'request-withdrawal']],
  ['a payment', { state: 'payment-requested' }, 'cashier', ['confirm-payment']],
  ['a payment', { state: 'payment-requested' }, 'specialist', ['cancel-payment', 'stop']],
  ['an answer about withdrawal', { state: 'withdraw-requested' }, 'specialist', ['accept-withdrawal', 'decline-withdrawal']],
  ['a leader’s word on a supplement', { approvalAsked: 'supplement' }, 'president', ['stop', 'approve-supplement', 'decline-supplement', 'assign', 'urge', 'extend', 'move-to-unit']],
];
for (const [what, over, role, expected] of WAITING) {
  test(`while an appraised dossier waits for ${what} the ${role} may: ${expected.join(', ')}`, () => {
    assert.deepEqual(availableActions(dossierAt(1, over), officer(role)), expected);
  });
}

test('a citizen with the link of the slip may answer and withdraw, and nothing else', () => {
  const citizen = { kind: 'link-holder' } as const;
  assert.deepEqual(availableActions(declared(), citizen), ['request-withdrawal']);
  assert.deepEqual(availableActions(dossierAt(1), citizen), ['request-withdrawal']);
  assert.deepEqual(availableActions(dossierAt(1, { state: 'supplement-requested' }), citizen), ['answer-supplement', 'request-withdrawal']);
  assert.deepEqual(availableActions(dossierAt(3), citizen), []);
  assert.deepEqual(availableActions(dossierAt(1), { kind: 'anonymous' }), []);
});

test('a waiting declaration is offered to reception alone', () => {
  assert.deepEqual(availableActions(declared(), officer('reception')), ['receive', 'reject', 'request-supplement', 'request-withdrawal']);
  assert.deepEqual(availableActions(declared(), officer('specialist')), []);
});

test('a dossier that was moved belongs to the officers of that unit, not to those of the field', () => {
  const moved = dossierAt(1, { unitId: 'other-unit' });
  assert.equal(permissionFor(moved, 'appraise', officer('specialist')), 'not-yours');
  assert.equal(permissionFor(moved, 'appraise', officer('specialist', ['Đất đai'], ME, 'other-unit')), 'allowed');
  assert.equal(permissionFor(dossierAt(1, { unitId: UNIT }), 'appraise', officer('specialist', ['Đất đai'])), 'allowed');
});

test('what a colleague has taken on can be taken over, urged and assigned, and by its holder alone worked on', () => {
  const taken = dossierAt(1, { holderId: 'colleague' });
  assert.equal(permissionFor(taken, 'appraise', officer('specialist')), 'taken');
  assert.equal(permissionFor(taken, 'claim', officer('specialist')), 'allowed');
  assert.equal(permissionFor(taken, 'urge', officer('president')), 'allowed');
  assert.equal(permissionFor(taken, 'assign', officer('unit-head')), 'allowed');
  assert.equal(permissionFor(taken, 'stop', officer('president')), 'allowed');
});

test('one urging at a time, one extension for good, one question to the leader at a time', () => {
  assert.equal(permissionFor(dossierAt(1, { urged: true }), 'urge', officer('president')), 'not-possible');
  assert.equal(permissionFor(dossierAt(1), 'answer-urge', officer('specialist')), 'not-possible');
  assert.equal(permissionFor(dossierAt(1, { extended: true }), 'extend', officer('president')), 'not-possible');
  assert.equal(permissionFor(dossierAt(1, { extended: true }), 'propose-extension', officer('specialist')), 'not-possible');
  assert.equal(permissionFor(dossierAt(1, { approvalAsked: 'extension' }), 'request-supplement', officer('specialist')), 'not-possible');
});

test('nobody without the right position may do anything at any stage', () => {
  const idle = ROLES.filter((role) => !Object.values(HOLDER_OF).includes(role) && role !== 'unit-head' && role !== 'cashier' && role !== 'team-member');
  for (const role of idle) {
    for (const [index] of FIVE_STEPS.entries()) assert.deepEqual(availableActions(dossierAt(index), officer(role)), [], role);
    assert.deepEqual(availableActions(declared(), officer(role)), []);
  }
});
