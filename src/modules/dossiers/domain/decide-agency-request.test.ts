import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Result } from '../../../kernel/result.ts';
import { type AgencyQuestion, decideAgencyAnswer, decideAgencyCallOff, decideAgencyQuestion, decideAgencyReceipt, type OpenAgencyRequest } from './decide-agency-request.ts';
import { decideStep } from './decide-step.ts';
import { dossierAt, officer } from './dossiers-for-tests.ts';
import { availableActions } from './may-act.ts';

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code);
const WISH: AgencyQuestion = { expectedVersion: 3, agency: ' Sở Tư pháp ', documentNumber: '12/UBND', sentOn: '2026-11-24', expectedOn: '2026-11-27', question: 'Xác minh hộ tịch' };
const DAYS = { receivedOn: '2026-11-23', today: '2026-11-24' };
const OPEN: OpenAgencyRequest = { agency: 'Sở Tư pháp', sentOn: '2026-11-24', received: false };
const asked = dossierAt(1, { agencyAsked: true });
const me = officer('specialist');
const ask = (change: Partial<AgencyQuestion>) => decideAgencyQuestion(dossierAt(1), { ...WISH, ...change }, DAYS, me);

describe('what goes to an agency of the province', () => {
  test('is noted with document, days and question, and the clock goes on', () => {
    const sent = ask({});
    assert.ok(sent.ok);
    assert.deepEqual([sent.value.change.event, sent.value.change.clock, sent.value.question.agency], ['sent-to-agency', 'as-it-was', 'Sở Tư pháp']);
  });

  const REFUSED: readonly (readonly [string, Partial<AgencyQuestion>, string])[] = [
    ['no agency', { agency: ' ' }, 'dossier.reason-missing'],
    ['no document', { documentNumber: '' }, 'dossier.reason-missing'],
    ['no question', { question: ' ' }, 'dossier.reason-missing'],
    ['a day of sending that does not exist', { sentOn: '2026-02-30' }, 'agency.no-such-date'],
    ['a day of sending before the reception', { sentOn: '2026-11-22' }, 'agency.date-too-early'],
    ['a day of sending in the future', { sentOn: '2026-11-25' }, 'agency.date-ahead'],
    ['an answer expected before it was sent', { expectedOn: '2026-11-23' }, 'agency.date-too-early'],
  ];
  for (const [what, change, code] of REFUSED) test(`refuses ${what}`, () => { assert.equal(codeOf(ask(change)), code); });

  test('goes once at a time, at the appraisal, by whoever holds it', () => {
    assert.equal(codeOf(decideAgencyQuestion(asked, WISH, DAYS, me)), 'dossier.action-not-possible');
    assert.equal(codeOf(decideAgencyQuestion(dossierAt(2), WISH, DAYS, officer('president'))), 'dossier.action-not-possible');
    assert.equal(codeOf(decideAgencyQuestion(dossierAt(1), WISH, DAYS, officer('clerk'))), 'dossier.not-your-step');
    assert.deepEqual(availableActions(asked, me).filter((action) => action.includes('agency')), ['note-agency-receipt', 'note-agency-answer', 'call-off-agency']);
  });

  test('holds up the next step until it is answered or called off', () => {
    const step = { action: 'appraise', expectedVersion: 3, note: null, outcome: 'positive', legalBasis: null, resultNumber: null } as const;
    assert.equal(codeOf(decideStep(asked, step, me)), 'dossier.agency-asked');
    assert.equal(codeOf(decideStep(dossierAt(1), step, me)), 'ok');
  });

  test('is received there once, on a day between the sending and today', () => {
    const receive = (receivedOn: string, open = OPEN) => decideAgencyReceipt(asked, { expectedVersion: 3, receivedOn, number: ' 45/Đ ' }, open, '2026-11-25', me);
    const done = receive('2026-11-25');
    assert.ok(done.ok);
    assert.deepEqual([done.value.receivedOn, done.value.number], ['2026-11-25', '45/Đ']);
    assert.equal(codeOf(receive('2026-11-23')), 'agency.date-too-early');
    assert.equal(codeOf(receive('2026-11-26')), 'agency.date-ahead');
    assert.equal(codeOf(receive('2026-11-25', { ...OPEN, received: true })), 'agency.received-already');
  });

  test('is answered with a document, received before or not', () => {
    const answer = (change: object) => decideAgencyAnswer(asked, { expectedVersion: 3, answeredOn: '2026-11-26', documentNumber: '88/STP', words: 'Đúng sổ gốc', ...change }, OPEN, '2026-11-26', me);
    const done = answer({});
    assert.ok(done.ok);
    assert.deepEqual(done.value.change.facts, { agency: 'Sở Tư pháp', number: '88/STP', answeredOn: '2026-11-26', note: 'Đúng sổ gốc' });
    assert.equal(codeOf(answer({ words: ' ' })), 'dossier.reason-missing');
    assert.equal(codeOf(answer({ answeredOn: '2026-11-27' })), 'agency.date-ahead');
  });

  test('is called off with the reason', () => {
    const off = decideAgencyCallOff(asked, { expectedVersion: 3, reason: 'Quá hẹn không trả lời' }, OPEN, me);
    assert.ok(off.ok);
    assert.equal(off.value.words, 'Quá hẹn không trả lời');
    assert.equal(codeOf(decideAgencyCallOff(asked, { expectedVersion: 3, reason: '' }, OPEN, me)), 'dossier.reason-missing');
  });
});
