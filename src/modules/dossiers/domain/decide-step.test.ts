import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideReopen, decideStep, type StepCommand } from './decide-step.ts';
import { dossierAt, FIVE_STEPS, HOLDER_OF, ME, officer } from './dossiers-for-tests.ts';
import { stageOf } from './dossier-states.ts';
import { transitionAt } from './transitions.ts';

function ask(action: StepCommand['action'], over: Partial<StepCommand> = {}): StepCommand {
  return { action, expectedVersion: 3, note: null, outcome: null, legalBasis: null, resultNumber: null, ...over };
}

const PATH = [
  { index: 0, role: 'reception', command: ask('transfer'), event: 'transferred', state: 'in-progress', next: 'appraise' },
  { index: 1, role: 'specialist', command: ask('appraise'), event: 'appraised', state: 'in-progress', next: 'approve' },
  { index: 2, role: 'president', command: ask('approve'), event: 'approved', state: 'in-progress', next: 'seal' },
  { index: 2, role: 'unit-head', command: ask('approve'), event: 'approved', state: 'in-progress', next: 'seal' },
  { index: 3, role: 'clerk', command: ask('seal', { resultNumber: '25/2026' }), event: 'sealed', state: 'decided', next: 'hand-over' },
  { index: 2, role: 'president', command: ask('send-back', { note: 'Thiếu ngày' }), event: 'sent-back', state: 'in-progress', next: 'appraise' },
  { index: 3, role: 'clerk', command: ask('send-back', { note: 'Sai chức danh' }), event: 'sent-back', state: 'in-progress', next: 'approve' },
  { index: 1, role: 'specialist', command: ask('send-back', { note: 'Nhầm lĩnh vực' }), event: 'sent-back', state: 'received', next: 'receive' },
] as const;

for (const step of PATH) {
  test(`${step.role} may ${step.command.action} at step ${FIVE_STEPS[step.index]?.key ?? ''} and the dossier is ${step.state} after, held by nobody`, () => {
    const decided = decideStep(dossierAt(step.index), step.command, officer(step.role));
    assert.ok(decided.ok);
    assert.equal(decided.value.event, step.event);
    assert.equal(decided.value.state, step.state);
    assert.equal(decided.value.step?.key, step.next);
    assert.equal(decided.value.holder, null);
    assert.equal(decided.value.clock, step.next === 'hand-over' ? 'ends' : 'as-it-was');
  });
}

test('an action that the table does not name at this stage is refused for everybody', () => {
  const actions: readonly StepCommand['action'][] = ['transfer', 'appraise', 'approve', 'seal', 'send-back'];
  for (const [index] of FIVE_STEPS.entries()) {
    const dossier = dossierAt(index);
    for (const action of actions) {
      if (transitionAt(stageOf(dossier), action) !== undefined) continue;
      for (const role of ['reception', 'specialist', 'president', 'clerk'] as const) {
        const decided = decideStep(dossier, ask(action, { note: 'x', resultNumber: 'x' }), officer(role));
        assert.ok(!decided.ok);
        assert.equal(decided.problem.code, 'dossier.action-not-possible');
      }
    }
  }
});

function codeOf(decided: ReturnType<typeof decideStep>): string {
  return decided.ok ? 'done' : decided.problem.code;
}

test('a position that does not hold the step is refused, and so is the right role for another field', () => {
  assert.equal(codeOf(decideStep(dossierAt(1), ask('appraise'), officer('reception'))), 'dossier.not-your-step');
  assert.equal(codeOf(decideStep(dossierAt(1), ask('appraise'), officer('specialist', ['Đất đai']))), 'dossier.not-your-step');
});

test('a dossier that somebody changed meanwhile is not overwritten', () => {
  assert.equal(codeOf(decideStep(dossierAt(1, { version: 4 }), ask('appraise'), officer('specialist'))), 'dossier.changed-meanwhile');
  assert.equal(codeOf(decideStep(dossierAt(2, { version: 4 }), ask('appraise'), officer('specialist'))), 'dossier.changed-meanwhile');
});

test('a step that a colleague has taken on is not worked on by another, until it is taken over', () => {
  assert.equal(codeOf(decideStep(dossierAt(1, { holderId: 'colleague' }), ask('appraise'), officer('specialist'))), 'dossier.taken-by-another');
  assert.equal(codeOf(decideStep(dossierAt(1, { holderId: ME }), ask('appraise'), officer('specialist'))), 'done');
});

test('while a leader is asked about a supplement nothing moves on', () => {
  assert.equal(codeOf(decideStep(dossierAt(1, { approvalAsked: 'supplement' }), ask('appraise'), officer('specialist'))), 'dossier.approval-pending');
});

for (const [action, index, role, code] of [
  ['send-back', 2, 'president', 'dossier.reason-missing'],
  ['seal', 3, 'clerk', 'dossier.result-number-missing'],
] as const) {
  test(`${action} without its words is refused as ${code}, blanks included`, () => {
    for (const blank of [null, '', '   ']) {
      assert.equal(codeOf(decideStep(dossierAt(index), ask(action, { note: blank, resultNumber: blank }), officer(role))), code);
    }
  });
}

test('a negative outcome needs its reason and its legal basis, and stays with the dossier to the end', () => {
  const no = (over: Partial<StepCommand>) => decideStep(dossierAt(1), ask('appraise', { outcome: 'negative', ...over }), officer('specialist'));
  assert.equal(codeOf(no({})), 'dossier.reason-missing');
  assert.equal(codeOf(no({ note: 'Chưa đủ tuổi' })), 'dossier.legal-basis-missing');
  const decided = no({ note: 'Chưa đủ tuổi', legalBasis: 'khoản 1 Điều 8 Luật HNGĐ' });
  assert.ok(decided.ok);
  assert.equal(decided.value.resultKind, 'negative');
  const sealed = decideStep(dossierAt(3, { resultKind: 'negative' }), ask('seal', { resultNumber: '3/TB' }), officer('clerk'));
  assert.ok(sealed.ok);
  assert.equal(sealed.value.decides, 'negative');
});

test('a procedure that ends with its seal is decided in favour unless somebody said no', () => {
  const short = FIVE_STEPS.filter(({ key }) => key === 'seal' || key === 'hand-over');
  const sealed = decideStep(dossierAt(3, { steps: short }), ask('seal', { resultNumber: '0123' }), officer('clerk'));
  assert.ok(sealed.ok);
  assert.equal(sealed.value.decides, 'positive');
});

test('a decided dossier goes back only by a leader, with a reason, and its clock starts again', () => {
  const reopen = (reason: string, role: 'president' | 'reception') => decideReopen(dossierAt(4), { expectedVersion: 3, reason }, officer(role));
  assert.equal(codeOf(reopen('Sai tên', 'reception')), 'dossier.not-your-step');
  assert.equal(codeOf(reopen(' ', 'president')), 'dossier.reason-missing');
  const decided = reopen('Sai tên', 'president');
  assert.ok(decided.ok);
  assert.deepEqual([decided.value.step?.key, decided.value.state, decided.value.clock], ['seal', 'in-progress', 'starts-again']);
});

test('whoever holds a step may do its work, whatever else they may not', () => {
  for (const [index, step] of FIVE_STEPS.slice(0, 4).entries()) {
    const action = (['transfer', 'appraise', 'approve', 'seal'] as const)[index] ?? 'transfer';
    assert.equal(codeOf(decideStep(dossierAt(index), ask(action, { resultNumber: '1' }), officer(HOLDER_OF[step.role]))), 'done');
  }
});
