import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Role, type StaffActor } from '../../../kernel/actor.ts';
import { decideTransition, type RunningDossier, type StepPlan, type TransitionCommand } from './decide-transition.ts';
import { availableActions, type DossierAction, NEXT, type Stage, stageOf, type StepRole } from './dossier-states.ts';

const STEPS: readonly StepPlan[] = [
  { position: 0, key: 'receive', role: 'reception', hours: 1 },
  { position: 1, key: 'appraise', role: 'specialist', hours: 3 },
  { position: 2, key: 'approve', role: 'leader', hours: 2 },
  { position: 3, key: 'seal', role: 'clerk', hours: 1 },
  { position: 4, key: 'hand-over', role: 'reception', hours: 1 },
];

function staff(role: Role, fields: readonly string[] = []): StaffActor {
  return {
    kind: 'staff', staffId: '01890000-0000-7000-8000-000000000001', communeCode: '16072', fullName: 'Lê Thị Điểm', userName: 'le.diem',
    positions: [{ unitId: '01890000-0000-7000-8000-000000000002', role, title: 'Công chức', fields }],
  };
}

function at(index: number, version = 3): RunningDossier {
  const step = STEPS[index];
  if (step === undefined) throw new Error('no such step');
  const state = step.key === 'receive' ? 'received' : step.key === 'hand-over' ? 'decided' : 'in-progress';
  return { state, currentStep: step.key, currentRole: step.role, field: 'Hộ tịch', version, steps: STEPS };
}

function ask(action: TransitionCommand['action'], over: Partial<TransitionCommand> = {}): TransitionCommand {
  return { action, expectedVersion: 3, note: null, resultNumber: null, returnedTo: null, ...over };
}

const PATH = [
  { index: 0, role: 'reception', command: ask('transfer'), event: 'transferred', state: 'in-progress', next: 'appraise' },
  { index: 1, role: 'specialist', command: ask('appraise'), event: 'appraised', state: 'in-progress', next: 'approve' },
  { index: 2, role: 'president', command: ask('approve'), event: 'approved', state: 'in-progress', next: 'seal' },
  { index: 2, role: 'unit-head', command: ask('approve'), event: 'approved', state: 'in-progress', next: 'seal' },
  { index: 3, role: 'clerk', command: ask('seal', { resultNumber: '25/2026' }), event: 'sealed', state: 'decided', next: 'hand-over' },
  { index: 4, role: 'reception', command: ask('hand-over', { returnedTo: 'Nguyễn Thị Mẫu' }), event: 'handed-over', state: 'returned', next: undefined },
  { index: 2, role: 'president', command: ask('send-back', { note: 'Thiếu ngày' }), event: 'sent-back', state: 'in-progress', next: 'appraise' },
  { index: 3, role: 'clerk', command: ask('send-back', { note: 'Sai chức danh' }), event: 'sent-back', state: 'in-progress', next: 'approve' },
] as const;

for (const step of PATH) {
  test(`${step.role} may ${step.command.action} at step ${STEPS[step.index]?.key ?? ''} and the dossier is ${step.state} after`, () => {
    const decided = decideTransition(at(step.index), step.command, staff(step.role));
    assert.ok(decided.ok);
    assert.equal(decided.value.event, step.event);
    assert.equal(decided.value.state, step.state);
    assert.equal(decided.value.nextStep?.key, step.next);
    assert.equal(decided.value.finishesDecision, step.next === 'hand-over');
  });
}

test('an action that the table does not name at this stage is refused for everybody', () => {
  const actions: readonly TransitionCommand['action'][] = ['transfer', 'appraise', 'approve', 'seal', 'hand-over', 'send-back'];
  for (const [index] of STEPS.entries()) {
    const dossier = at(index);
    for (const action of actions) {
      if ((NEXT[stageOf(dossier)] as readonly DossierAction[]).includes(action)) continue;
      for (const role of ['reception', 'specialist', 'president', 'clerk'] as const) {
        const decided = decideTransition(dossier, ask(action, { note: 'x', resultNumber: 'x', returnedTo: 'x' }), staff(role));
        assert.ok(!decided.ok);
        assert.equal(decided.problem.code, 'dossier.action-not-possible');
      }
    }
  }
});

test('a position that does not hold the step is refused, and so is the right role for another field', () => {
  const wrongRole = decideTransition(at(1), ask('appraise'), staff('reception'));
  assert.ok(!wrongRole.ok);
  assert.equal(wrongRole.problem.code, 'dossier.not-your-step');
  const wrongField = decideTransition(at(1), ask('appraise'), staff('specialist', ['Đất đai']));
  assert.ok(!wrongField.ok);
  assert.equal(wrongField.problem.code, 'dossier.not-your-step');
});

test('a dossier that somebody changed meanwhile is not overwritten', () => {
  const decided = decideTransition(at(1, 4), ask('appraise'), staff('specialist'));
  assert.ok(!decided.ok);
  assert.equal(decided.problem.code, 'dossier.changed-meanwhile');
  const moved = decideTransition(at(2, 4), ask('appraise'), staff('specialist'));
  assert.ok(!moved.ok);
  assert.equal(moved.problem.code, 'dossier.changed-meanwhile');
});

for (const [action, index, role, code] of [
  ['send-back', 2, 'president', 'dossier.reason-missing'],
  ['seal', 3, 'clerk', 'dossier.result-number-missing'],
  ['hand-over', 4, 'reception', 'dossier.receiver-missing'],
] as const) {
  test(`${action} without its words is refused as ${code}, blanks included`, () => {
    for (const blank of [null, '', '   ']) {
      const decided = decideTransition(at(index), ask(action, { note: blank, resultNumber: blank, returnedTo: blank }), staff(role));
      assert.ok(!decided.ok);
      assert.equal(decided.problem.code, code);
    }
  });
}

test('the screen is offered exactly the actions of the table for the role that holds the step', () => {
  const holders: Record<StepRole, Role> = { reception: 'reception', specialist: 'specialist', leader: 'president', clerk: 'clerk' };
  for (const [index, step] of STEPS.entries()) {
    const dossier = at(index);
    const stage: Stage = stageOf(dossier);
    assert.deepEqual(availableActions(dossier, staff(holders[step.role])), NEXT[stage]);
    assert.deepEqual(availableActions(dossier, staff('committee')), []);
    assert.deepEqual(availableActions(dossier, { kind: 'anonymous' }), []);
  }
});

test('a waiting declaration is offered to reception alone', () => {
  const declared = { state: 'submitted', currentStep: null, currentRole: null, field: 'Hộ tịch' } as const;
  assert.deepEqual(availableActions(declared, staff('reception')), ['receive', 'reject']);
  assert.deepEqual(availableActions(declared, staff('specialist')), []);
});
