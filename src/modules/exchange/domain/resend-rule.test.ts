import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MS_PER_HOUR, MS_PER_MINUTE } from '../../../kernel/local-time.ts';
import { decideResend, MOST_ATTEMPTS, type SendAnswer, waitAfter } from './resend-rule.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');

describe('sending again', () => {
  test('the wait doubles from a minute and never exceeds six hours; chance spreads it by a fifth', () => {
    assert.deepEqual([1, 2, 3, 9, 12, 400].map((attempts) => waitAfter(attempts, 0) / MS_PER_MINUTE), [1, 2, 4, 256, 360, 360]);
    assert.equal(waitAfter(1, 1), 1.2 * MS_PER_MINUTE);
  });

  const LATER: readonly SendAnswer[] = [{ kind: 'unreachable' }, { kind: 'busy', afterMs: null }, { kind: 'wrong-answer', detail: '<html>' }];
  for (const answer of LATER) {
    test(`${answer.kind} is tried again until it was enough`, () => {
      assert.deepEqual(decideResend(answer, 1, NOW, 0), { state: 'waiting', nextTryAt: NOW + MS_PER_MINUTE, problem: answer.kind, detail: 'detail' in answer ? answer.detail : null });
      assert.equal(decideResend(answer, MOST_ATTEMPTS, NOW, 0).state, 'failed');
    });
  }

  test('whoever asks to be left alone is, but not for more than six hours', () => {
    const next = (afterMs: number) => {
      const outcome = decideResend({ kind: 'busy', afterMs }, 1, NOW, 0);
      return outcome.state === 'waiting' ? outcome.nextTryAt - NOW : undefined;
    };
    assert.equal(next(10 * MS_PER_MINUTE), 10 * MS_PER_MINUTE);
    assert.equal(next(100 * MS_PER_HOUR), 6 * MS_PER_HOUR);
    assert.equal(next(1), MS_PER_MINUTE);
  });

  test('a refusal ends it at once, and what was taken before is as good as taken', () => {
    assert.deepEqual(decideResend({ kind: 'refused', reason: 'code-unknown', detail: 'Không có mã' }, 1, NOW, 0), { state: 'failed', problem: 'code-unknown', detail: 'Không có mã' });
    assert.deepEqual(decideResend({ kind: 'taken-before' }, 7, NOW, 0), { state: 'sent' });
  });
});
