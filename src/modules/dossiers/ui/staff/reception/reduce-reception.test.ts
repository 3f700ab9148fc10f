import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { readIdCard } from '../../../../../kernel/id-card.ts';
import { type DeclarationResponse, ReceiveDeclarationRequest, ReceiveDossierRequest } from '../../../contract/dossier-schemas.ts';
import { receptionCall, takenPapers } from './build-request.ts';
import { draftOfDeclaration } from './declaration-draft.ts';
import { findFaults } from './find-faults.ts';
import { type ProcedureSheet, type RequiredPaper } from './procedure-sheet.ts';
import { type KnownPerson } from '../../../../../web/staff/person/person-entries.ts';
import { emptyDraft, isUntouched, type ReceptionDraft } from './reception-draft.ts';
import { type ReceptionEvent, reduceReception } from './reduce-reception.ts';
import { earlierPaper, expiredPaper } from './reusable-papers.ts';
import { readDraft, writeDraft } from './saved-draft.ts';

const NOW = Date.parse('2026-11-20T08:12:00+07:00');
const id = (index: number) => `018f3c1e-7a2b-7c3d-8e4f-${String(index).padStart(12, '0')}`;
const SHA = 'a'.repeat(64);
const CARD = '001190999901|199999901|Nguyễn Thị Mẫu|05031990|Nữ|Số 1 Phố Thử Nghiệm, Phường Thí Điểm, Hà Nội|01072021';

const paper = (paperId: string, handling: RequiredPaper['handling'], question?: string): RequiredPaper => ({
  id: paperId, name: `Giấy ${paperId}`, help: null, handling, copies: 1, anyOf: null,
  onlyWhen: question === undefined ? null : { question, label: `Chỉ khi ${question}` },
});
const BIRTH: ProcedureSheet = {
  code: '1.001193', name: 'Đăng ký khai sinh', officialName: 'Thủ tục đăng ký khai sinh', field: 'Hộ tịch', timeLimitWords: 'Trong ngày', feeWords: '0 đ',
  papers: [paper('form', 'form'), paper('notice', 'submit-original'), paper('surrogacy', 'submit-original', 'Mang thai hộ?'), paper('identity', 'show')],
  lookedUp: [], receivable: true, reason: null,
};
const KNOWN: KnownPerson = {
  id: 'p1', fullName: 'Nguyễn Thị Mẫu', masked: false, citizenNumber: '001190999901', birthDate: '1990-03-05', sex: 'female', address: 'Thôn Đông Hòa',
  villageId: id(900), phone: '0900000012', email: null, dossiers: [],
  papers: [
    { id: id(801), dossierId: id(802), requirementId: 'notice', name: 'Giấy notice', origin: 'submitted', number: null, validTo: null, expired: false, givenAt: '2026-01-05T01:00:00Z', files: [{ sha256: SHA, fileName: 'cu.jpg' }] },
    { id: id(804), dossierId: id(805), requirementId: 'notice', name: 'giay  NOTICE', origin: 'submitted', number: null, validTo: null, expired: false, givenAt: '2026-03-05T01:00:00Z', files: [{ sha256: SHA, fileName: 'moi.jpg' }] },
  ],
};

function after(...events: readonly ReceptionEvent[]): ReceptionDraft {
  return events.reduce(reduceReception, emptyDraft({ dossierId: id(1), commandId: id(2) }, 's1'));
}
const scan: ReceptionEvent = { kind: 'card', reading: readIdCard(CARD), villageId: '' };
const choose: ReceptionEvent = { kind: 'procedure', procedure: BIRTH, paperIds: [id(11), id(12), id(13), id(14)] };
const tick = (paperId: string): ReceptionEvent => ({ kind: 'paper', paperId, change: { ticked: true } });

/** What the server says of a picture that it has looked at. */
const SEEN = { pages: 1, signed: false, warning: null } as const;

test('a scanned card fills number, name, day of birth, sex and address', () => {
  const { person, cardRead } = after(scan);
  assert.deepEqual(
    [person.citizenNumber, person.fullName, person.birthDate, person.sex, person.address, cardRead],
    ['001190999901', 'Nguyễn Thị Mẫu', '05/03/1990', 'female', 'Số 1 Phố Thử Nghiệm, Phường Thí Điểm, Hà Nội', true],
  );
});

test('what the card does not say stays as it was typed', () => {
  const typed = after({ kind: 'person', change: { phone: '0900000012', birthDate: '01/01/1990' } }, { kind: 'card', reading: readIdCard('001190999901||Nguyễn Thị Mẫu||Nữ||'), villageId: '' });
  assert.equal(typed.person.phone, '0900000012');
  assert.equal(typed.person.birthDate, '01/01/1990');
});

test('a person recognised by the number fills the gaps and overwrites nothing', () => {
  const { person } = after(scan, { kind: 'recognised', person: KNOWN });
  assert.equal(person.phone, '0900000012');
  assert.equal(person.villageId, id(900));
  assert.equal(person.address, 'Số 1 Phố Thử Nghiệm, Phường Thí Điểm, Hà Nội');
});

test('another number forgets the known person, whose papers are no longer offered', () => {
  const draft = after({ kind: 'known', person: KNOWN }, { kind: 'person', change: { citizenNumber: '001190999902' } });
  assert.equal(draft.known, null);
});

test('the papers of a procedure begin unticked, each in the form that it asks for', () => {
  const { papers } = after(choose);
  assert.deepEqual(papers.map(({ form, ticked }) => `${form}${ticked ? '!' : ''}`), ['form', 'original', 'original', 'shown']);
});

test('a kept file ticks its paper; taking the file away leaves the tick', () => {
  const kept = after(choose, { kind: 'file-kept', paperId: id(12), file: { id: id(21), sha256: SHA, fileName: 'a.jpg', ...SEEN, made: null, address: null } });
  assert.equal(kept.papers[1]?.ticked, true);
  const removed = reduceReception(kept, { kind: 'file-removed', paperId: id(12), fileId: id(21) });
  assert.deepEqual([removed.papers[1]?.ticked, removed.papers[1]?.files.length], [true, 0]);
});

test('pages that were bound take the place of their files; a signed file stays beside them', () => {
  const file = (n: number, signed: boolean) => ({ id: id(n), sha256: SHA, fileName: 'a.pdf', ...SEEN, signed, made: null, address: null });
  const made = [{ sha256: SHA, page: 1, turn: 90, crop: null }] as const;
  const draft = after(
    choose, { kind: 'file-kept', paperId: id(12), file: file(21, false) }, { kind: 'file-kept', paperId: id(12), file: file(22, true) }, { kind: 'file-kept', paperId: id(12), file: file(23, false) },
    { kind: 'pages-bound', paperId: id(12), file: { ...file(24, false), pages: 2, made } },
  );
  assert.deepEqual(draft.papers[1]?.files.map((kept) => kept.id), [id(24), id(22)]);
  assert.deepEqual(receptionCall(draft).body.papers[0]?.files.map((sent) => Object.keys(sent)), [['id', 'sha256', 'fileName'], ['id', 'sha256', 'fileName']]);
});

test('another procedure keeps what was taken for a paper of the same name', () => {
  const other: ProcedureSheet = { ...BIRTH, code: '1.000689', papers: [paper('notice', 'submit-original'), paper('other', 'form')] };
  const draft = after(choose, { kind: 'file-kept', paperId: id(12), file: { id: id(21), sha256: SHA, fileName: 'a.jpg', ...SEEN, made: null, address: null } }, tick(id(11)), { kind: 'procedure', procedure: other, paperIds: [id(31), id(32)] });
  assert.deepEqual(draft.papers.map(({ id: paperId, files }) => [paperId, files.length]), [[id(31), 1], [id(32), 0]]);
});

test('an earlier paper of the same name is offered, the newest first, and never a form', () => {
  const draft = after(choose, { kind: 'known', person: KNOWN });
  assert.equal(earlierPaper(draft.papers[1]!, draft.known)?.id, id(804));
  assert.equal(earlierPaper(draft.papers[0]!, draft.known), undefined);
  assert.equal(earlierPaper(draft.papers[1]!, null), undefined);
  const expired = { ...KNOWN, papers: KNOWN.papers.map((kept) => ({ ...kept, validTo: '2026-05-01', expired: true })) };
  assert.equal(earlierPaper(draft.papers[1]!, expired), undefined);
  assert.equal(expiredPaper(draft.papers[1]!, expired)?.validTo, '2026-05-01');
  assert.equal(expiredPaper(draft.papers[1]!, KNOWN), undefined);
});

test('a paper used again says where it comes from, and undoing that leaves nothing behind', () => {
  const reuse: ReceptionEvent = { kind: 'reuse', paperId: id(12), earlier: { id: id(804), givenAt: '2026-03-05T01:00:00Z' }, files: [{ id: id(41), sha256: SHA, fileName: 'moi.jpg', ...SEEN, made: null, address: '/x' }] };
  const [sent] = receptionCall(after(choose, reuse)).body.papers;
  assert.deepEqual([sent?.source, sent?.reusedFrom, sent?.kind], ['store', id(804), 'electronic']);
  assert.deepEqual(takenPapers(after(choose, reuse, { kind: 'reuse-undone', paperId: id(12) })), []);
});

test('a paper whose question was answered with no is not sent even when it was ticked before', () => {
  const draft = after(choose, tick(id(13)), { kind: 'answer', question: 'Mang thai hộ?', value: 'no' });
  assert.deepEqual(takenPapers(draft), []);
});

test('answering the rest leaves given answers alone', () => {
  const draft = after(choose, { kind: 'answer', question: 'A?', value: 'yes' }, { kind: 'answer-rest', questions: ['A?', 'B?'], value: 'no' });
  assert.deepEqual(draft.answers, { 'A?': 'yes', 'B?': 'no' });
});

test('post begins with the applicant’s own address, and the counter needs none', () => {
  const post = after(scan, { kind: 'delivery', change: { method: 'post' } });
  assert.equal(post.delivery.address, post.person.address);
  const back = reduceReception(post, { kind: 'delivery', change: { method: 'counter' } });
  assert.equal(receptionCall(back).body.delivery.address, null);
});

test('a whole reception is a request that the contract accepts, and the same draft always gives the same request', () => {
  const draft = after(scan, choose, tick(id(11)), tick(id(14)), { kind: 'file-kept', paperId: id(12), file: { id: id(21), sha256: SHA, fileName: 'a.jpg', ...SEEN, made: null, address: null } });
  const { path, body } = receptionCall(draft);
  assert.equal(path, '/api/dossiers');
  assert.deepEqual([...Value.Errors(ReceiveDossierRequest, body)], []);
  assert.deepEqual(receptionCall(draft), receptionCall(readDraft(writeDraft(draft), 's1')!));
  assert.deepEqual(body.papers.map(({ kind, source }) => `${kind}/${source}`), ['form/submitted', 'original/submitted', 'original/shown']);
  assert.deepEqual(findFaults(draft, NOW), []);
});

test('an empty form names all its faults at once, in the order of the form', () => {
  assert.deepEqual(findFaults(after(), NOW).map(({ place }) => place), ['fullName', 'address', 'phone', 'procedure']);
});

for (const [what, change, place] of [
  ['eleven digits', { citizenNumber: '00119099990' }, 'citizenNumber'],
  ['a name with a digit', { fullName: 'Nguyễn Thị 1' }, 'fullName'],
  ['a day that does not exist', { birthDate: '31/02/1999' }, 'birthDate'],
  ['a birth in the future', { birthDate: '21/11/2026' }, 'birthDate'],
  ['a short phone number', { phone: '09000' }, 'phone'],
  ['half an e-mail address', { email: 'mau@' }, 'email'],
] as const) {
  test(`${what} is found beside ${place}`, () => {
    const faults = findFaults(after(scan, choose, tick(id(11)), { kind: 'person', change }), NOW);
    assert.deepEqual(faults.map((fault) => fault.place), [place]);
  });
}

test('a draft is not shown to somebody else, and a broken or older one is left alone', () => {
  const text = writeDraft(after(scan));
  assert.equal(readDraft(text, 's2'), undefined);
  assert.equal(readDraft('{', 's1'), undefined);
  assert.equal(readDraft('{"shape":0,"draft":{"staffId":"s1"}}', 's1'), undefined);
  assert.equal(readDraft(null, 's1'), undefined);
  assert.equal(isUntouched(after()), true);
  assert.equal(isUntouched(after(scan)), false);
});

const SHEET: DeclarationResponse = {
  id: id(1), reference: 'KB-7K2M-9XQP', version: 4, channel: 'online', submittedAt: '2026-11-23T01:00:00.000Z', procedureCode: BIRTH.code,
  person: { citizenNumber: '001190999901', fullName: 'Nguyễn Thị Mẫu', birthDate: '1990-03-05', sex: 'female', address: 'Thôn Đông Hòa', villageId: null, phone: '0900000012', email: null },
  authorisedBy: null, assistedBy: null, assistedConsent: null, assistedAccount: null, content: '', copies: 2, delivery: { method: 'home', address: 'Thôn Đông Hòa' },
  papers: [
    { id: id(61), requirementId: 'notice', name: 'Giấy notice', kind: 'electronic', source: 'submitted', copies: 1, reusedFrom: null, files: [{ id: id(62), sha256: SHA, fileName: 'chung-sinh.jpg', ...SEEN }] },
    { id: id(63), requirementId: 'surrogacy', name: 'Giấy surrogacy', kind: 'electronic', source: 'submitted', copies: 1, reusedFrom: null, files: [] },
    { id: id(64), requirementId: null, name: 'Ảnh khác', kind: 'electronic', source: 'submitted', copies: 1, reusedFrom: null, files: [{ id: id(65), sha256: SHA, fileName: 'khac.jpg', ...SEEN }] },
  ],
};

test('a declaration becomes a reception with its papers and files, its version and its channel', () => {
  const draft = draftOfDeclaration(SHEET, BIRTH, { commandId: id(2), papers: [id(11), id(12), id(13), id(14)] }, 's1');
  assert.deepEqual(draft.papers.map(({ id: paperId, ticked }) => [paperId, ticked]), [[id(11), false], [id(61), true], [id(63), true], [id(14), false], [id(64), true]]);
  assert.deepEqual(draft.answers, { 'Mang thai hộ?': 'yes' });
  const { path, body } = receptionCall(draft);
  assert.equal(path, `/api/dossiers/${id(1)}/receive`);
  assert.deepEqual([...Value.Errors(ReceiveDeclarationRequest, body)], []);
  assert.deepEqual(body.papers.flatMap(({ files }) => files.map((file) => file.fileName)), ['chung-sinh.jpg', 'khac.jpg']);
});

test('what a citizen attached at home stays when the officer chooses another procedure', () => {
  const draft = draftOfDeclaration(SHEET, BIRTH, { commandId: id(2), papers: [id(11), id(12), id(13), id(14)] }, 's1');
  const other: ProcedureSheet = { ...BIRTH, code: '2.000635', papers: [paper('request', 'form')] };
  const changed = reduceReception(draft, { kind: 'procedure', procedure: other, paperIds: [id(71)] });
  assert.deepEqual(changed.papers.map(({ name, files }) => [name, files.length]), [['Giấy request', 0], ['Giấy notice', 1], ['Ảnh khác', 1]]);
});

test('what the office looks up is ticked with its database and its moment, is no paper of the citizen, and is sent as data', () => {
  const withLookUp: ProcedureSheet = { ...BIRTH, lookedUp: [{ name: 'Giấy kết hôn', source: 'Cơ sở dữ liệu hộ tịch điện tử' }] };
  const chosen: ReceptionEvent = { kind: 'procedure', procedure: withLookUp, paperIds: [id(11), id(12), id(13), id(14), id(15)] };
  const untouched = after(chosen);
  assert.deepEqual(untouched.papers.map(({ id: own, byOffice }) => [own, byOffice]), [[id(11), false], [id(12), false], [id(13), false], [id(14), false], [id(15), true]]);
  const draft = after(scan, { kind: 'person', change: { address: 'Thôn 1' } }, chosen, tick(id(12)), { kind: 'paper', paperId: id(15), change: { ticked: true, lookedUpAt: '2026-11-20T01:12:00.000Z' } });
  const { body } = receptionCall(draft);
  assert.ok(Value.Check(ReceiveDossierRequest, body));
  assert.deepEqual(body.papers.map(({ kind, source, lookedUp }) => [kind, source, lookedUp]), [
    ['original', 'submitted', null],
    ['data', 'database', { database: 'Cơ sở dữ liệu hộ tịch điện tử', at: '2026-11-20T01:12:00.000Z' }],
  ]);
});

test('an original that stays is sent with its shelf and pages; taken as a copy it is not kept; without a count the pages are those of the pictures', () => {
  const taken = after(choose, tick(id(12)), { kind: 'paper', paperId: id(12), change: { kept: true, shelf: ' A3-12 ', pages: '4' } });
  const first = (draft: ReceptionDraft) => receptionCall(draft).body.papers.map(({ originalKept, shelf, pageCount }) => [originalKept, shelf, pageCount])[0];
  assert.deepEqual(first(taken), [true, 'A3-12', 4]);
  assert.equal(first(reduceReception(taken, { kind: 'paper', paperId: id(12), change: { form: 'copy' } }))?.[0], false);
  const seen = after(choose, { kind: 'file-kept', paperId: id(12), file: { id: id(21), sha256: SHA, fileName: 'a.pdf', ...SEEN, pages: 3, made: null, address: null } });
  assert.equal(first(seen)?.[2], 3);
  assert.equal(first(after(choose, tick(id(12))))?.[2], null);
});
