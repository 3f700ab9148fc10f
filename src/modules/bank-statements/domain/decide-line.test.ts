import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decidePay, decideSetAside, decideUndo, type LineState } from './decide-line.ts';

const codeOf = (decided: { readonly ok: boolean; readonly problem?: { readonly code: string } }): string => decided.problem?.code ?? 'ok';
const line = (state: LineState, amount = 28_000) => ({ state, amount });
const part = (payableId: string, amount: number) => ({ payableId, amount });

for (const [what, state, parts, code] of [
  ['is paid to one payable', 'waiting', [part('a', 28_000)], 'ok'],
  ['is divided among several, to the đồng', 'waiting', [part('a', 8_000), part('b', 20_000)], 'ok'],
  ['is not divided with a đồng left over', 'waiting', [part('a', 8_000), part('b', 19_999)], 'bank-statements.parts-wrong'],
  ['is not divided beyond itself', 'waiting', [part('a', 28_001)], 'bank-statements.parts-wrong'],
  ['has no parts below one đồng', 'waiting', [part('a', 28_001), part('b', -1)], 'bank-statements.parts-wrong'],
  ['has at least one part', 'waiting', [], 'bank-statements.parts-wrong'],
  ['names a payable once', 'waiting', [part('a', 8_000), part('a', 20_000)], 'bank-statements.part-twice'],
  ['is paid once', 'paid', [part('a', 28_000)], 'bank-statements.line-decided'],
  ['is not paid after it was set aside', 'not-ours', [part('a', 28_000)], 'bank-statements.line-decided'],
  ['that went out pays nothing', 'outgoing', [part('a', 28_000)], 'bank-statements.line-outgoing'],
] as const) test(`a line ${what}`, () => { assert.equal(codeOf(decidePay(line(state), parts)), code); });

test('a line is set aside with a reason, while nobody has decided about it', () => {
  assert.deepEqual(decideSetAside(line('waiting'), '  Lãi   tiền gửi '), { ok: true, value: 'Lãi tiền gửi' });
  assert.equal(codeOf(decideSetAside(line('waiting'), ' ')), 'bank-statements.reason-missing');
  assert.equal(codeOf(decideSetAside(line('paid'), 'x')), 'bank-statements.line-decided');
  assert.equal(codeOf(decideSetAside(line('outgoing'), 'x')), 'bank-statements.line-outgoing');
});

test('what was decided is taken back with a reason, and nothing else is', () => {
  for (const state of ['paid', 'not-ours'] as const) {
    assert.equal(codeOf(decideUndo(line(state), 'Nhầm hồ sơ')), 'ok');
    assert.equal(codeOf(decideUndo(line(state), '')), 'bank-statements.reason-missing');
  }
  for (const state of ['waiting', 'outgoing'] as const) assert.equal(codeOf(decideUndo(line(state), 'x')), 'bank-statements.nothing-to-undo');
});
