import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { endChild, pauseChild, reopenChild, resumeChild } from './decide-child.ts';
import { at, BIRTH, CALENDAR, DEATH, shown } from '../../../../test/linked-groups.ts';
import { caseDueAt, caseEndedAt, type LinkedChild, planCase } from './linked-case.ts';

const birth = (received: string, wishes: { wished?: readonly string[]; verification?: boolean } = {}): readonly LinkedChild[] =>
  planCase(BIRTH, { wished: wishes.wished ?? [], verification: wishes.verification ?? false }, at(received), CALENDAR);

function dues(children: readonly LinkedChild[]): readonly string[] {
  return [...children.map(({ dueAt }) => shown(dueAt)), shown(caseDueAt(children))];
}

function finish(children: readonly LinkedChild[], key: string, moment: string): readonly LinkedChild[] {
  const done = endChild(children, key, { state: 'finished', resultNumber: '1/2026', words: null }, at(moment), CALENDAR);
  assert.ok(done.ok);
  return done.value.children;
}

describe('when a case is due', () => {
  // registration, residence, health insurance, the whole
  const table: readonly (readonly [what: string, received: string, dues: readonly string[]])[] = [
    ['in the morning', '2026-11-16T08:00', ['2026-11-17T08:00', '2026-11-19T17:00', '2026-11-19T17:00', '2026-11-19T17:00']],
    ['at 15:00 itself', '2026-11-16T15:00', ['2026-11-17T15:00', '2026-11-19T17:00', '2026-11-19T17:00', '2026-11-19T17:00']],
    ['after 15:00: everything counts from the next working day', '2026-11-16T15:01', ['2026-11-18T07:00', '2026-11-20T17:00', '2026-11-20T17:00', '2026-11-20T17:00']],
    ['on a Friday morning: 24 hours run on into Saturday, working days do not', '2026-11-13T10:00', ['2026-11-14T10:00', '2026-11-18T17:00', '2026-11-18T17:00', '2026-11-18T17:00']],
    ['on a Friday after 15:00', '2026-11-13T16:00', ['2026-11-17T07:00', '2026-11-19T17:00', '2026-11-19T17:00', '2026-11-19T17:00']],
    ['on a Saturday', '2026-11-14T09:00', ['2026-11-17T07:00', '2026-11-19T17:00', '2026-11-19T17:00', '2026-11-19T17:00']],
    ['before a holiday (24/11)', '2026-11-23T08:00', ['2026-11-24T08:00', '2026-11-27T17:00', '2026-11-27T17:00', '2026-11-27T17:00']],
  ];
  for (const [what, received, expected] of table) {
    test(`a birth received ${what} is due with its last child`, () => {
      assert.deepEqual(dues(birth(received)), expected);
    });
  }

  test('with verification the residence has five working days, and so has the whole', () => {
    assert.deepEqual(dues(birth('2026-11-16T08:00', { verification: true })), ['2026-11-17T08:00', '2026-11-25T17:00', '2026-11-23T17:00', '2026-11-25T17:00']);
  });

  test('an identity card that is wished for as well makes the case due later', () => {
    const children = birth('2026-11-16T08:00', { wished: ['identity-card'] });
    assert.equal(shown(caseDueAt(children)), '2026-11-25T17:00');
    assert.equal(children.length, 4);
  });

  test('a death is due with the benefit that was asked for, and without one with the end of the residence', () => {
    const plan = (wished: readonly string[]) => shown(caseDueAt(planCase(DEATH, { wished, verification: false }, at('2026-11-16T08:00'), CALENDAR)));
    assert.deepEqual([plan([]), plan(['survivor-benefit']), plan(['survivor-benefit', 'merit-benefit'])], ['2026-11-18T17:00', '2026-11-30T17:00', '2026-12-14T17:00']);
  });

  test('a death that must be verified has three working days for its registration', () => {
    const [first] = planCase(DEATH, { wished: [], verification: true }, at('2026-11-16T08:00'), CALENDAR);
    assert.equal(shown(first?.dueAt ?? null), '2026-11-19T17:00');
  });
});

describe('the children of a case', () => {
  test('begin with the result that they waited for, and count from there', () => {
    const begun = finish(birth('2026-11-16T08:00'), 'birth-registration', '2026-11-16T10:00');
    assert.deepEqual(begun.map(({ state }) => state), ['finished', 'in-progress', 'in-progress']);
    assert.deepEqual(dues(begun), ['2026-11-17T08:00', '2026-11-18T17:00', '2026-11-19T17:00', '2026-11-19T17:00']);
  });

  test('are asked for in the same breath, and an answer that comes twice changes nothing', () => {
    const first = endChild(birth('2026-11-16T08:00'), 'birth-registration', { state: 'finished', resultNumber: '1/2026', words: null }, at('2026-11-16T10:00'), CALENDAR);
    assert.ok(first.ok);
    assert.deepEqual(first.value.transfers, [{ childKey: 'residence', kind: 'request' }, { childKey: 'health-insurance', kind: 'request' }]);
    const again = endChild(first.value.children, 'birth-registration', { state: 'finished', resultNumber: '2/2026', words: null }, at('2026-11-16T11:00'), CALENDAR);
    assert.equal(again.ok ? 'ok' : again.problem.code, 'linked-case.child-ended');
  });

  for (const state of ['refused', 'stopped', 'withdrawn'] as const) {
    test(`are stopped when the first is ${state}: what they need will never come`, () => {
      const ended = endChild(birth('2026-11-16T08:00'), 'birth-registration', { state, resultNumber: null, words: 'Không đủ điều kiện' }, at('2026-11-16T10:00'), CALENDAR);
      assert.ok(ended.ok);
      assert.deepEqual(ended.value.children.map((child) => child.state), [state, 'stopped', 'stopped']);
      assert.deepEqual(ended.value.transfers, []);
      assert.equal(shown(caseEndedAt(ended.value.children)), '2026-11-16T10:00');
    });
  }

  test('wait again when the decision before them is taken back, unless they have begun', () => {
    const refused = endChild(birth('2026-11-16T08:00'), 'birth-registration', { state: 'refused', resultNumber: null, words: 'Nhầm' }, at('2026-11-16T10:00'), CALENDAR);
    assert.ok(refused.ok);
    const reopened = reopenChild(refused.value.children, 'birth-registration', CALENDAR).children;
    assert.deepEqual(reopened.map(({ state }) => state), ['in-progress', 'waiting', 'waiting']);
    const begun = finish(birth('2026-11-16T08:00'), 'birth-registration', '2026-11-16T10:00');
    assert.deepEqual(reopenChild(begun, 'birth-registration', CALENDAR).children.map(({ state }) => state), ['in-progress', 'in-progress', 'in-progress']);
  });

  test('one that is withdrawn no longer holds the case up, and the others go on', () => {
    const children = finish(birth('2026-11-16T08:00', { wished: ['identity-card'] }), 'birth-registration', '2026-11-16T10:00');
    const withdrawn = endChild(children, 'identity-card', { state: 'withdrawn', resultNumber: null, words: 'Chưa cần' }, at('2026-11-16T11:00'), CALENDAR);
    assert.ok(withdrawn.ok);
    assert.equal(shown(caseDueAt(withdrawn.value.children)), '2026-11-19T17:00');
    assert.equal(caseEndedAt(withdrawn.value.children), null);
  });
});

describe('the clock of a child', () => {
  const begun = finish(birth('2026-11-16T08:00'), 'birth-registration', '2026-11-16T10:00');
  const pause = (reason: 'supplement' | 'consent' | 'incident', moment: string) => {
    const paused = pauseChild(BIRTH, begun, 'residence', { reason, words: null }, at(moment), CALENDAR);
    assert.ok(paused.ok);
    return paused.value.children;
  };

  test('does not count the householder’s consent, and the case waits with it', () => {
    const paused = pause('consent', '2026-11-17T08:00');
    assert.deepEqual(paused.map(({ state, answerBy }) => [state, shown(answerBy)]), [['finished', '-'], ['paused', '2026-11-25T17:00'], ['in-progress', '-']]);
    const resumed = resumeChild(paused, 'residence', null, at('2026-11-19T08:00'), CALENDAR);
    assert.ok(resumed.ok);
    assert.equal(shown(resumed.value.children[1]?.dueAt ?? null), '2026-11-20T17:00');
    assert.equal(shown(caseDueAt(resumed.value.children)), '2026-11-20T17:00');
    assert.deepEqual(resumed.value.transfers, []);
  });

  test('gives the citizen seven working days to supplement, and passes the supplement on', () => {
    const paused = pause('supplement', '2026-11-17T08:00');
    assert.equal(shown(paused[1]?.answerBy ?? null), '2026-11-27T17:00');
    const resumed = resumeChild(paused, 'residence', 'Đã nộp', at('2026-11-17T09:00'), CALENDAR);
    assert.ok(resumed.ok);
    assert.deepEqual(resumed.value.transfers, [{ childKey: 'residence', kind: 'supplement' }]);
  });

  test('stands still for a fault of a system, which is mended within 24 hours', () => {
    assert.equal(shown(pause('incident', '2026-11-17T08:00')[1]?.answerBy ?? null), '2026-11-18T08:00');
  });

  test('is not stopped twice, nor started when it runs', () => {
    const paused = pause('consent', '2026-11-17T08:00');
    const twice = pauseChild(BIRTH, paused, 'residence', { reason: 'supplement', words: null }, at('2026-11-17T09:00'), CALENDAR);
    assert.equal(twice.ok ? 'ok' : twice.problem.code, 'linked-case.action-not-possible');
    const running = resumeChild(begun, 'residence', null, at('2026-11-17T09:00'), CALENDAR);
    assert.equal(running.ok ? 'ok' : running.problem.code, 'linked-case.action-not-possible');
    const noConsent = pauseChild(DEATH, planCase(DEATH, { wished: [], verification: false }, at('2026-11-16T08:00'), CALENDAR), 'death-registration', { reason: 'consent', words: null }, at('2026-11-16T09:00'), CALENDAR);
    assert.equal(noConsent.ok ? 'ok' : noConsent.problem.code, 'linked-case.action-not-possible');
  });
});
