import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Result } from '../../../kernel/result.ts';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../../../kernel/working-calendar-default.ts';
import { decidePaymentCancellation, decidePaymentConfirmation, decidePaymentRequest, type PaymentCommand, type PaymentEvidence } from './decide-payment.ts';
import { dossierAt, officer } from './dossiers-for-tests.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));
const built = defaultCalendar(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);
assert.ok(built.ok);
const CONTEXT = { now: Date.parse('2026-11-23T09:00+07:00'), calendar: built.value };
const COMMAND: PaymentCommand = { expectedVersion: 3, amount: 50_000, reason: 'Phí chứng thực giao dịch', legalBasis: 'Thông tư 226/2016/TT-BTC', payDays: 5 };
const codeOf = (decided: Result<unknown>): string => (decided.ok ? 'done' : decided.problem.code);
const ask = (over: Partial<PaymentCommand>, dossier = dossierAt(1)) => decidePaymentRequest(dossier, { ...COMMAND, ...over }, CONTEXT, officer('specialist'));

test('a payment request pauses the clock and says by when to pay', () => {
  const decided = ask({});
  assert.ok(decided.ok);
  const { event, state, clock, payBy, amount } = decided.value;
  assert.deepEqual([event, state, clock, payBy, amount], ['payment-requested', 'payment-requested', 'pauses', Date.parse('2026-12-01T17:00+07:00'), 50_000]);
});

test('an amount is a whole number of đồng within a sane bound', () => {
  for (const amount of [0, -1, 0.5, 1000.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000_000_001, 1e15]) assert.equal(codeOf(ask({ amount })), 'payment.amount-wrong', String(amount));
  for (const amount of [1, 10_000_000_000]) assert.equal(codeOf(ask({ amount })), 'done', String(amount));
});

test('a payment needs its reason, its legal basis and its days', () => {
  assert.equal(codeOf(ask({ reason: ' ' })), 'dossier.reason-missing');
  assert.equal(codeOf(ask({ legalBasis: '' })), 'payment.legal-basis-missing');
  for (const payDays of [0, 91, 2.5]) assert.equal(codeOf(ask({ payDays })), 'payment.days-wrong');
});

test('nothing is asked for where the table has no payment, while a leader is asked, or while an answer was not looked at', () => {
  assert.equal(codeOf(ask({}, dossierAt(2))), 'dossier.action-not-possible');
  assert.equal(codeOf(ask({}, dossierAt(1, { approvalAsked: 'supplement' }))), 'dossier.approval-pending');
  assert.equal(codeOf(ask({}, dossierAt(1, { answered: true }))), 'supplement.answer-not-seen');
  assert.equal(codeOf(decidePaymentRequest(dossierAt(1), COMMAND, CONTEXT, officer('clerk'))), 'dossier.not-your-step');
});

const WAITING = dossierAt(1, { state: 'payment-requested' });
const EVIDENCE: PaymentEvidence = { expectedVersion: 3, method: 'cash', receiptNumber: ' BL-0012 ', paidOn: '2026-11-25' };
const DAYS = { asked: '2026-11-23', today: '2026-11-25' };

test('paid is what has the number of its receipt and a day between the request and today', () => {
  const decided = decidePaymentConfirmation(WAITING, EVIDENCE, DAYS, officer('cashier'));
  assert.ok(decided.ok);
  assert.deepEqual([decided.value.state, decided.value.clock, decided.value.receiptNumber], ['in-progress', 'resumes', 'BL-0012']);
  const confirm = (over: Partial<PaymentEvidence>) => codeOf(decidePaymentConfirmation(WAITING, { ...EVIDENCE, ...over }, DAYS, officer('reception')));
  assert.equal(confirm({ receiptNumber: ' ' }), 'payment.receipt-missing');
  assert.equal(confirm({ paidOn: '2026-11-26' }), 'payment.day-wrong');
  assert.equal(confirm({ paidOn: '2026-11-22' }), 'payment.day-wrong');
  assert.equal(confirm({ paidOn: '2026-11-23' }), 'done');
  assert.equal(confirm({ expectedVersion: 2 }), 'dossier.changed-meanwhile');
  assert.equal(codeOf(decidePaymentConfirmation(WAITING, EVIDENCE, DAYS, officer('specialist'))), 'dossier.not-your-step');
});

test('a payment request is taken back with its reason', () => {
  const cancel = (reason: string) => codeOf(decidePaymentCancellation(WAITING, { expectedVersion: 3, reason }, officer('specialist')));
  assert.equal(cancel(''), 'dossier.reason-missing');
  assert.equal(cancel('Được miễn'), 'done');
});
