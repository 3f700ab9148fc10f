import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideAnswer, decideAsk, decideIssue, receiptLines, type ReceiptState } from './decide-receipt.ts';

const CHARGES = [{ label: 'Phí bản sao trích lục', amount: 8000, basis: null }, { label: 'Lệ phí khai sinh', amount: 0, basis: 'Miễn' }];

test('what was charged stands line by line when it adds up, zeros with their reason', () => {
  assert.deepEqual(receiptLines(CHARGES, 8000, 'Phí'), CHARGES);
});

test('a part is one line that says so, and what nobody knows the lines of is named by its purpose', () => {
  assert.deepEqual(receiptLines(CHARGES, 5000, 'Phí'), [{ label: 'Thu một phần: Phí bản sao trích lục', amount: 5000, basis: null }]);
  assert.deepEqual(receiptLines([], 5000, 'Phí chứng thực'), [{ label: 'Phí chứng thực', amount: 5000, basis: null }]);
});

test('the lines of a receipt always add up to its amount', () => {
  for (const amount of [1, 4000, 8000, 9000]) assert.equal(receiptLines(CHARGES, amount, 'Phí').reduce((sum, line) => sum + line.amount, 0), amount);
});

test('a receipt is given over what is charged: not for a reversed payment, not for 0, not for what was paid too much', () => {
  const code = (payment: Parameters<typeof decideIssue>[0]) => { const decided = decideIssue(payment); return decided.ok ? decided.value.amount : decided.problem.code; };
  assert.equal(code({ amount: 8000, surplus: 0, reversed: false }), 8000);
  assert.equal(code({ amount: 10_000, surplus: 2000, reversed: false }), 8000);
  assert.equal(code({ amount: 8000, surplus: 0, reversed: true }), 'fee-receipts.payment-reversed');
  assert.equal(code({ amount: 0, surplus: 0, reversed: false }), 'fee-receipts.nothing-charged');
  assert.equal(code({ amount: 8000, surplus: 8000, reversed: false }), 'fee-receipts.nothing-charged');
});

const ISSUED: ReceiptState = { state: 'issued', askedBy: null, corrects: false };
const ask = (receipt: ReceiptState, how: 'void' | 'replace' | 'adjust', reason = 'Ghi sai tên', payerName: string | null = 'Nguyễn Thị Mẫu') => {
  const decided = decideAsk(receipt, { how, reason, words: payerName === null ? null : { payerName, payerAddress: ' ' } });
  return decided.ok ? 'ok' : decided.problem.code;
};

test('the end or correction of a receipt is asked for once, with a reason, and says who paid', () => {
  assert.equal(ask(ISSUED, 'void', 'Khách rút hồ sơ', null), 'ok');
  assert.equal(ask(ISSUED, 'replace'), 'ok');
  assert.equal(ask(ISSUED, 'replace', 'Ghi sai tên', ' '), 'fee-receipts.payer-missing');
  assert.equal(ask(ISSUED, 'replace', 'Ghi sai tên', null), 'fee-receipts.payer-missing');
  assert.equal(ask(ISSUED, 'void', ' sai '), 'fee-receipts.reason-missing');
  assert.equal(ask({ ...ISSUED, askedBy: 'a' }, 'void'), 'fee-receipts.asked-already');
});

test('a receipt is voided once, and adjusted once', () => {
  assert.equal(ask({ ...ISSUED, state: 'voided' }, 'void'), 'fee-receipts.voided-already');
  assert.equal(ask({ ...ISSUED, state: 'replaced' }, 'void'), 'fee-receipts.voided-already');
  assert.equal(ask({ ...ISSUED, state: 'adjusted' }, 'adjust'), 'fee-receipts.adjusted-already');
  assert.equal(ask({ ...ISSUED, corrects: true }, 'adjust'), 'fee-receipts.adjusted-already');
  assert.equal(ask({ ...ISSUED, state: 'adjusted' }, 'replace'), 'ok');
});

test('whoever asked never decides; declining needs words', () => {
  const answer = (receipt: ReceiptState, agree: boolean, staffId: string, words = '') => { const decided = decideAnswer(receipt, { agree, words, staffId }); return decided.ok ? 'ok' : decided.problem.code; };
  const asked = { ...ISSUED, askedBy: 'a' };
  assert.equal(answer(asked, true, 'a'), 'fee-receipts.second-person');
  assert.equal(answer(asked, false, 'a', 'không'), 'fee-receipts.second-person');
  assert.equal(answer(asked, true, 'b'), 'ok');
  assert.equal(answer(asked, false, 'b'), 'fee-receipts.reason-missing');
  assert.equal(answer(asked, false, 'b', 'Tên đúng rồi'), 'ok');
  assert.equal(answer(ISSUED, true, 'b'), 'fee-receipts.nobody-asked');
  assert.equal(answer({ ...asked, state: 'voided' }, true, 'b'), 'fee-receipts.voided-already');
});
