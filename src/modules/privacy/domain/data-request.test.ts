import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DataRequestAction, decideDataRequest, NEXT } from './data-request.ts';
import { answerDueAt, isCopyOpen } from './request-clock.ts';

const HOUR = 3_600_000;
const command = (action: DataRequestAction) => ({ action, expectedVersion: 1, answer: 'Đã làm', legalBasis: 'Luật 91/2025/QH15 Điều 4' }) as const;

for (const state of ['received', 'in-progress', 'done', 'refused', 'withdrawn'] as const) {
  for (const action of ['take', 'finish', 'refuse', 'withdraw'] as const) {
    const allowed = (NEXT[state] as readonly DataRequestAction[]).includes(action);
    test(`${action} of a request that is ${state} is ${allowed ? 'done' : 'refused'}`, () => {
      const decided = decideDataRequest({ state, version: 1 }, command(action));
      assert.equal(decided.ok, allowed);
      if (!decided.ok) assert.equal(decided.problem.code, 'privacy.request-over');
    });
  }
}

test('the second of two who decide one request is told', () => {
  const decided = decideDataRequest({ state: 'in-progress', version: 2 }, command('finish'));
  assert.ok(!decided.ok);
  assert.equal(decided.problem.code, 'privacy.request-changed');
});

test('an answer has words, a refusal names its law', () => {
  const inProgress = { state: 'in-progress', version: 1 } as const;
  for (const [given, code] of [[{ ...command('finish'), answer: ' ' }, 'privacy.answer-missing'], [{ ...command('refuse'), legalBasis: '' }, 'privacy.basis-missing']] as const) {
    const decided = decideDataRequest(inProgress, given);
    assert.ok(!decided.ok);
    assert.equal(decided.problem.code, code);
  }
});

test('72 hours run on over a week-end', () => {
  const at = Date.parse('2026-11-27T16:00:00+07:00');
  assert.equal(new Date(answerDueAt(at, 72)).toISOString(), '2026-11-30T09:00:00.000Z');
});

test('a copy may be taken for seven days after access was granted', () => {
  const granted = { kind: 'access', state: 'done', decidedAt: 0 };
  assert.deepEqual([isCopyOpen(granted, 7 * 24 * HOUR - 1), isCopyOpen(granted, 7 * 24 * HOUR), isCopyOpen({ ...granted, state: 'refused' }, 1), isCopyOpen({ ...granted, kind: 'erasure' }, 1)], [true, false, false, false]);
});
