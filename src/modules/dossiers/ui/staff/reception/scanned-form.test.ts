import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { type ScannedSheet } from '../../../../forms/contract/scan-schemas.ts';
import { ReceiveDossierRequest } from '../../../contract/dossier-schemas.ts';
import { receptionCall } from './build-request.ts';
import { findFaults } from './find-faults.ts';
import { type ProcedureSheet, type RequiredPaper } from './procedure-sheet.ts';
import { emptyDraft, type ReceptionDraft } from './reception-draft.ts';
import { type ReceptionEvent, reduceReception } from './reduce-reception.ts';

const NOW = Date.parse('2026-11-20T08:12:00+07:00');
const id = (index: number) => `018f3c1e-7a2b-7c3d-8e4f-${String(index).padStart(12, '0')}`;
const paper = (paperId: string, handling: RequiredPaper['handling'], question?: string): RequiredPaper => ({
  id: paperId, name: `Giấy ${paperId}`, help: null, handling, copies: 1, anyOf: null, onlyWhen: question === undefined ? null : { question, label: `Chỉ khi ${question}` },
});
const BIRTH: ProcedureSheet = {
  code: '1.001193', name: 'Đăng ký khai sinh', officialName: 'Thủ tục đăng ký khai sinh', field: 'Hộ tịch', timeLimitWords: 'Trong ngày', feeWords: '0 đ',
  papers: [paper('form', 'form'), paper('notice', 'submit-original'), paper('surrogacy', 'submit-original', 'Mang thai hộ?')], lookedUp: [], receivable: true, reason: null,
};
const SENT: NonNullable<ScannedSheet['sentPapers']> = {
  draftId: id(50), seen: 'b'.repeat(64), arriving: [],
  papers: ['notice', 'surrogacy', 'former'].map((name, at) => ({ id: name, name: `Giấy ${name}`, asked: name !== 'former', files: [{ id: id(60 + at), fileName: 'a.jpg', pages: 1, signed: false, warning: null }] })),
};
const SHEET: ScannedSheet = {
  official: 'TỜ KHAI', number: null, version: 1, procedureCode: '1.001193', person: { fullName: 'Nguyễn Thị Mẫu', citizenNumber: '001190999901', birthDate: '1990-03-05', sex: null, address: 'Thôn 1', phone: '0900000012', email: null },
  copies: null, facts: {}, groups: [], faults: [], warnings: [], carried: null, draft: 'waiting', helper: null, sentPapers: SENT,
};
const start = (): ReceptionDraft => emptyDraft({ dossierId: id(1), commandId: id(2) }, 's1');
const after = (...events: readonly ReceptionEvent[]): ReceptionDraft => events.reduce(reduceReception, start());
const CODES: ReceptionEvent = { kind: 'form-codes', codes: ['1'] };
const PROCEDURE: ReceptionEvent = { kind: 'procedure', procedure: BIRTH, paperIds: [id(11), id(12), id(13)] };
const read = (change: Partial<ScannedSheet> = {}): ReceptionEvent => ({ kind: 'form-sheet', sheet: { ...SHEET, ...change }, mended: {} });
const ticked = ({ papers }: ReceptionDraft) => papers.filter((one) => one.ticked).map(({ requirementId, form }) => [requirementId, form]);
const bodyOf = (draft: ReceptionDraft) => receptionCall(draft).body as ReceiveDossierRequest;

test('what was sent with the form ticks its papers as electronic, and says yes to the question of a paper that is only sometimes needed', () => {
  for (const draft of [after(CODES, read(), PROCEDURE), after(PROCEDURE, CODES, read())]) {
    assert.deepEqual(ticked(draft), [['form', 'form'], ['notice', 'electronic'], ['surrogacy', 'electronic']]);
    assert.deepEqual(draft.answers, { 'Mang thai hộ?': 'yes' });
  }
  const atCounter = after(PROCEDURE, { kind: 'paper', paperId: id(12), change: { ticked: true, form: 'original' } }, CODES, read());
  assert.deepEqual(ticked(atCounter)[1], ['notice', 'original'], 'what lies on the counter stays as it was taken');
});

test('the request says what was shown, what stays behind and why', () => {
  const draft = after(CODES, read(), PROCEDURE, { kind: 'sent-paper', paper: 'notice', reason: ' Ảnh của người khác ' });
  assert.deepEqual(ticked(draft), [['form', 'form'], ['surrogacy', 'electronic']]);
  const { form } = bodyOf(draft);
  assert.deepEqual(form?.sentPapers, { seen: SENT.seen, leftOut: [{ paper: 'notice', reason: 'Ảnh của người khác' }] });
  assert.ok(Value.Check(ReceiveDossierRequest, bodyOf(draft)));
  const taken = reduceReception(draft, { kind: 'sent-paper', paper: 'notice', reason: null });
  assert.deepEqual([bodyOf(taken).form?.sentPapers?.leftOut, ticked(taken)[1]], [[], ['notice', 'electronic']]);
  assert.equal(bodyOf(after(CODES, read({ sentPapers: null }), PROCEDURE)).form?.sentPapers, undefined);
});

test('a missing reason and a file on its way keep the reception from being saved, each with its own fault', () => {
  const codes = (draft: ReceptionDraft) => findFaults(draft, NOW).filter(({ place }) => place === 'sentPapers').map(({ code }) => code);
  const whole = after(CODES, read(), PROCEDURE);
  assert.deepEqual(codes(whole), []);
  assert.deepEqual(codes(reduceReception(whole, { kind: 'sent-paper', paper: 'former', reason: '  ' })), ['scan.reason-missing']);
  const arriving = after(CODES, read({ sentPapers: { ...SENT, arriving: [{ fileName: 'b.jpg', percent: 40 }] } }), PROCEDURE);
  assert.deepEqual(codes(arriving), ['scan.arriving']);
  const without = reduceReception(arriving, { kind: 'without-arriving', value: true });
  assert.deepEqual([codes(without), bodyOf(without).form?.sentPapers?.withoutArriving], [[], true]);
});

test('read again, decisions about papers that are still there hold, and the others are forgotten', () => {
  const decided = after(CODES, read({ sentPapers: { ...SENT, arriving: [{ fileName: 'b.jpg', percent: 40 }] } }), PROCEDURE, { kind: 'sent-paper', paper: 'notice', reason: 'Mờ' }, { kind: 'sent-paper', paper: 'former', reason: 'Cũ' }, { kind: 'without-arriving', value: true });
  const again = reduceReception(decided, read({ sentPapers: { ...SENT, papers: SENT.papers.filter((one) => one.id !== 'former') } }));
  assert.deepEqual([again.form?.leftOut, again.form?.withoutArriving], [{ notice: 'Mờ' }, false]);
  assert.deepEqual(ticked(again), [['form', 'form'], ['surrogacy', 'electronic']]);
});

test('who helped with the draft is named at the counter too, unless somebody was named there already; how the person agreed is asked', () => {
  const draft = after(CODES, read({ helper: 'Lê Thị Cháu' }), PROCEDURE);
  assert.equal(draft.assistedBy, 'Lê Thị Cháu');
  assert.ok(findFaults(draft, NOW).some(({ code }) => code === 'dossier.consent-missing'));
  const named = after({ kind: 'entry', change: { assistedBy: 'Chị Hoa' } }, CODES, read({ helper: 'Lê Thị Cháu' }));
  assert.equal(named.assistedBy, 'Chị Hoa');
});
