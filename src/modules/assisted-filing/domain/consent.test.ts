import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCode, type AgreeCode, consentState, decideCode, readCode } from './consent.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute));

test('the newest consent counts, and only for exactly what was shown', () => {
  const old = { way: 'signature', at: at(1), contentHash: 'a' } as const;
  const young = { way: 'code', at: at(2), contentHash: 'b' } as const;
  assert.deepEqual(consentState([], 'a'), { state: 'none' });
  assert.deepEqual(consentState([old], 'a'), { state: 'given', way: 'signature', at: at(1) });
  assert.deepEqual(consentState([old, young], 'b'), { state: 'given', way: 'code', at: at(2) });
  assert.deepEqual(consentState([young, old], 'a'), { state: 'outdated', way: 'code', at: at(2) });
});

test('a code has six digits however it is typed', () => {
  assert.equal(readCode(' 012 345 '), '012345');
  assert.equal(readCode('０１２３４５'), '012345');
  for (const typed of ['', '12345', '1234567', 'abcdef', '12 34 5x']) assert.equal(readCode(typed), undefined, typed);
  assert.equal(buildCode(Uint8Array.of(0, 0, 0, 7)), '000007');
  assert.match(buildCode(Uint8Array.of(255, 255, 255, 255)), /^\d{6}$/u);
});

test('a code counts once, for ten minutes, for five tries, and for what was shown', () => {
  const code: AgreeCode = { contentHash: 'a', expiresAt: at(10), tries: 0, usedAt: null };
  const codeOf = (change: Partial<AgreeCode> | undefined, isRight = true, hash = 'a', now = at(5)) => {
    const verdict = decideCode(change === undefined ? undefined : { ...code, ...change }, isRight, hash, now);
    return verdict.ok ? 'ok' : verdict.problem.code;
  };
  assert.equal(codeOf({}), 'ok');
  assert.equal(codeOf(undefined), 'assisted.code-none');
  assert.equal(codeOf({ usedAt: at(4) }), 'assisted.code-used');
  assert.equal(codeOf({}, true, 'a', at(10)), 'assisted.code-expired');
  assert.equal(codeOf({ tries: 5 }), 'assisted.code-locked', 'even the right one, after five wrong ones');
  assert.equal(codeOf({}, true, 'b'), 'assisted.content-changed');
  const wrong = decideCode(code, false, 'a', at(5));
  assert.deepEqual(wrong.ok ? null : wrong.problem.facts, { left: 4 });
  assert.equal(codeOf({ tries: 4 }, false), 'assisted.code-locked');
});
