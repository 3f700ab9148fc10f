import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type PayableStanding } from './payable.ts';
import { decideAnswerRefund, decideAskRefund, decideHeardRefund, decidePayRefund, decideRetryRefund, decideWithdrawRefund, type RefundStanding, type RefundState, waitOfTry } from './refund.ts';

const OVER: PayableStanding = { state: 'paid', amount: 8_000, paid: 10_000, refunded: 0 };
const WISH = { amount: 2_000, way: 'cash', payee: 'Nguyễn Thị Mẫu', account: '', reason: 'Nộp thừa' } as const;
const codeOf = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }): string => result.problem?.code ?? 'done';
const standing = (state: RefundState, way: RefundStanding['way'] = 'cash'): RefundStanding => ({ state, way, amount: 2_000, askedBy: 'an' });
const ALL = ['asked', 'approved', 'sending', 'failed', 'paid', 'refused', 'withdrawn'] as const satisfies readonly RefundState[];

describe('a refund', () => {
  test('is asked for the surplus and no đồng more, of which nothing was asked for already', () => {
    assert.equal(codeOf(decideAskRefund(OVER, 0, WISH)), 'done');
    for (const amount of [2_001, 0, -1, 0.5, Number.NaN]) assert.equal(codeOf(decideAskRefund(OVER, 0, { ...WISH, amount })), 'payable.refund-too-much', String(amount));
    assert.equal(codeOf(decideAskRefund(OVER, 500, WISH)), 'payable.refund-too-much');
    assert.equal(codeOf(decideAskRefund(OVER, 2_000, WISH)), 'refund.asked-already');
    assert.equal(codeOf(decideAskRefund({ ...OVER, paid: 8_000 }, 0, WISH)), 'payable.nothing-to-refund');
    assert.equal(codeOf(decideAskRefund({ ...OVER, state: 'cancelled' }, 0, { ...WISH, amount: 10_000 })), 'done', 'of a payable that was given up everything');
  });

  test('says to whom and why, and a transfer to which account', () => {
    assert.equal(codeOf(decideAskRefund(OVER, 0, { ...WISH, payee: ' ' })), 'refund.payee-missing');
    assert.equal(codeOf(decideAskRefund(OVER, 0, { ...WISH, reason: '' })), 'payable.reason-missing');
    assert.equal(codeOf(decideAskRefund(OVER, 0, { ...WISH, way: 'transfer' })), 'refund.account-missing');
    const cash = decideAskRefund(OVER, 0, { ...WISH, account: 'VietinBank 1', reason: ' Nộp   thừa ' });
    assert.ok(cash.ok && cash.value.account === null && cash.value.reason === 'Nộp thừa');
  });

  test('is approved by somebody else than whoever asked; a no says why', () => {
    const answer = { agree: true, words: '', staffId: 'binh' };
    const states = (['cash', 'transfer', 'online'] as const).map((way) => { const done = decideAnswerRefund(standing('asked', way), answer); return done.ok ? done.value.state : codeOf(done); });
    assert.deepEqual(states, ['approved', 'approved', 'sending']);
    assert.equal(codeOf(decideAnswerRefund(standing('asked'), { ...answer, staffId: 'an' })), 'refund.second-person');
    assert.equal(codeOf(decideAnswerRefund(standing('asked'), { ...answer, agree: false })), 'payable.reason-missing');
    assert.equal(codeOf(decideAnswerRefund(standing('asked'), { ...answer, agree: false, words: 'Chưa đủ căn cứ' })), 'done');
  });

  test('knows in every state what may be done about it: what is with a gateway waits for its word', () => {
    const table = ALL.map((state) => [
      state, codeOf(decideAnswerRefund(standing(state), { agree: true, words: '', staffId: 'binh' })), codeOf(decidePayRefund(standing(state), 'PC 1')), codeOf(decideRetryRefund(standing(state))), codeOf(decideWithdrawRefund(standing(state), 'x')),
    ]);
    const [no, wait] = ['refund.decided-already', 'refund.with-the-gateway'];
    assert.deepEqual(table, [
      ['asked', 'done', no, no, 'done'], ['approved', no, 'done', no, 'done'], ['sending', wait, wait, wait, wait], ['failed', no, no, 'done', 'done'], ['paid', no, no, no, no], ['refused', no, no, no, no], ['withdrawn', no, no, no, no],
    ]);
    assert.equal(codeOf(decidePayRefund(standing('approved'), ' ')), 'payable.refund-evidence-missing');
    assert.equal(codeOf(decideWithdrawRefund(standing('approved'), ' ')), 'payable.reason-missing');
  });

  test('hears its gateway: money that went has gone, whatever was decided; a failure counts only while it is waited for', () => {
    const heard = (outcome: 'paid' | 'pending' | 'failed') => ALL.map((state) => decideHeardRefund(state, outcome));
    assert.deepEqual(heard('paid'), ['pay', 'pay', 'pay', 'pay', 'known', 'pay', 'pay']);
    assert.deepEqual(heard('pending'), ['known', 'known', 'wait', 'known', 'known', 'known', 'known']);
    assert.deepEqual(heard('failed'), ['known', 'known', 'fail', 'known', 'known', 'known', 'known']);
  });

  test('asks a silent gateway later every time, at most every two hours', () => {
    assert.deepEqual([1, 2, 3, 4, 8, 50].map(waitOfTry), [1, 2, 4, 8, 120, 120]);
  });
});
