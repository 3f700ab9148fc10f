import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type CertificationHouse, createCertificationHouse, visit } from '../../../../test/certification-house.ts';
import { createStaff } from '../../../../test/commune.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { stopPdfWorker } from '../../../platform/pdf/render-pdf.ts';

let house: CertificationHouse;
before(async () => {
  house = await createCertificationHouse();
});
after(async () => {
  await stopPdfWorker();
  await house.close();
});

interface Visit {
  readonly dossierId: string; readonly code: string; readonly state: string; readonly version: number; readonly waitsFor: string | null; readonly fee: number; readonly dueWords: string;
  readonly signedBy: string | null;
  readonly documents: readonly { readonly name: string; readonly fee: number; readonly number: string | null }[];
}

async function certified(change: Readonly<Record<string, unknown>> = {}, actor = house.delegated): Promise<Visit> {
  const { status, body } = await house.call(actor, 'POST', '/api/certifications', visit(change));
  assert.equal(status, 200, JSON.stringify(body));
  return body as unknown as Visit;
}

function textOf(pdf: Buffer): string {
  return readPdf(pdf).pages.map(({ text }) => text).join('\n').replace(/\s+/g, ' ');
}

async function dossierOf(id: string) {
  return (await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${id}`)).body as { readonly history: readonly { readonly event: string }[]; readonly resultNumber: string; readonly state: string; readonly dueAt: string; readonly channel: string };
}

test('an officer to whom signing was delegated comes from the card to the seal in one go, through every ordinary step', async () => {
  const done = await certified();
  assert.deepEqual([done.state, done.waitsFor, done.fee, done.signedBy], ['decided', null, 10_000, 'Phạm Thị Ký']);
  assert.match(done.documents[0]?.number ?? '', /^\d{4}, quyển số 01\/2026-SCT\/BS$/);
  const dossier = await dossierOf(done.dossierId);
  assert.deepEqual(dossier.history.map(({ event }) => event), ['received', 'transferred', 'appraised', 'approved', 'sealed']);
  assert.equal(dossier.resultNumber, done.documents[0]?.number);
  const receiver = { name: 'Nguyễn Thị Mẫu', relation: 'self', paper: null };
  const handed = await house.call(house.delegated, 'POST', `/api/dossiers/${done.dossierId}/hand-over`, { commandId: randomUUID(), expectedVersion: done.version, receiver, proof: null, note: null });
  assert.equal(handed.body['state'], 'returned', JSON.stringify(handed.body));
});

test('from reception alone the dossier waits for the specialist, has no number and no attestation; the leader’s signature gives the number', async () => {
  const { reception, specialist, president } = house.commune.staff;
  const done = await certified({}, reception.actor);
  assert.deepEqual([done.state, done.waitsFor, done.signedBy, done.documents[0]?.number], ['in-progress', 'specialist', null, null]);
  assert.equal((await house.call(reception.actor, 'GET', `/api/certifications/${done.dossierId}/attestation.pdf`)).body['code'], 'certification.not-signed');
  const step = async (actor: typeof reception.actor, action: string, expectedVersion: number, over: object = {}) => {
    const answer = await house.call(actor, 'POST', `/api/dossiers/${done.dossierId}/actions`, { commandId: randomUUID(), expectedVersion, action, note: null, outcome: null, legalBasis: null, ...over });
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
  };
  await step(specialist.actor, 'appraise', 2, { outcome: 'positive' });
  await step(president.actor, 'approve', 3);
  const number = (await dossierOf(done.dossierId)).resultNumber;
  assert.match(number, /^\d{4}, quyển số 01\/2026-SCT\/BS$/);
  // Sent back from the seal and signed again, it keeps its number.
  await step(house.commune.staff.clerk.actor, 'send-back', 4, { note: 'Đóng dấu nhầm trang' });
  await step(president.actor, 'approve', 5);
  assert.equal((await dossierOf(done.dossierId)).resultNumber, number);
});

test('a negative outcome is signed without a number', async () => {
  const { reception, specialist, president } = house.commune.staff;
  const done = await certified({}, reception.actor);
  const step = { commandId: randomUUID(), note: 'Bản chính bị sửa năm sinh', outcome: 'negative', legalBasis: 'NĐ 23/2015, Điều 22', expectedVersion: 2, action: 'appraise' };
  assert.equal((await house.call(specialist.actor, 'POST', `/api/dossiers/${done.dossierId}/actions`, step)).status, 200);
  const approve = { commandId: randomUUID(), note: null, outcome: null, legalBasis: null, expectedVersion: 3, action: 'approve' };
  assert.equal((await house.call(president.actor, 'POST', `/api/dossiers/${done.dossierId}/actions`, approve)).status, 200);
  assert.equal((await dossierOf(done.dossierId)).resultNumber, null);
});

test('one number for each kind of document, however many copies; a signature goes into its own book', async () => {
  const documents = ['Giấy khai sinh', 'Bằng lái xe'].map((name) => ({ id: randomUUID(), name, pages: 1, copies: 5 }));
  const done = await certified({ documents });
  const [first, second] = done.documents.map(({ number }) => Number((number ?? '').slice(0, 4)));
  assert.equal(second, (first ?? 0) + 1);
  assert.equal(done.fee, 20_000);
  const signature = await certified({ procedureCode: '2.000884', documents: [{ id: randomUUID(), name: 'Giấy ủy quyền nhận lương hưu', pages: 1, copies: 1 }] });
  assert.deepEqual([signature.documents[0]?.number, signature.fee], ['0001, quyển số 01/2026-SCT/CK,ĐC', 10_000]);
});

test('a copy from the register costs nothing, takes no number here and waits for the seal', async () => {
  const done = await certified({ procedureCode: '2.000908', checked: false, payment: null, documents: [{ id: randomUUID(), name: 'Trích lục khai sinh', pages: 1, copies: 2 }] });
  assert.deepEqual([done.fee, done.documents[0]?.number, done.waitsFor], [0, null, 'clerk']);
});

test('the numbers of a year begin with 1 again', async () => {
  house.clock.set('2027-01-04T08:00:00+07:00');
  const done = await certified();
  house.clock.set('2026-11-26T09:00:00+07:00');
  assert.equal(done.documents[0]?.number, '0001, quyển số 01/2027-SCT/BS');
});

for (const [at, due] of [['2026-11-26T09:00:00+07:00', '2026-11-26T10:00:00.000Z'], ['2026-11-26T15:00:00+07:00', '2026-11-26T10:00:00.000Z'], ['2026-11-26T15:00:01+07:00', '2026-11-27T10:00:00.000Z'], ['2026-11-27T15:30:00+07:00', '2026-11-30T10:00:00.000Z']] as const) {
  test(`what comes in at ${at.slice(0, 19)} is ready by ${due}, with hour and day on the label`, async () => {
    house.clock.set(at);
    const done = await certified({}, house.commune.staff.reception.actor);
    house.clock.set('2026-11-26T09:00:00+07:00');
    assert.equal((await dossierOf(done.dossierId)).dueAt, due);
    const label = await house.call(house.commune.staff.reception.actor, 'GET', `/api/certifications/${done.dossierId}/label.pdf`);
    const text = textOf(label.bytes);
    assert.match(text, /Hẹn trả kết quả/);
    assert.match(text, /17 giờ/);
    assert.doesNotMatch(text, /Số chứng thực/);
  });
}

test('label, attestation and register carry number, book, requester, identity paper, signer and date', async () => {
  const done = await certified({ place: 'Trại tạm giam số 5', procedureCode: '2.000884' });
  const [number = ''] = (done.documents[0]?.number ?? '').split(',');
  const pdf = async (path: string) => {
    const answer = await house.call(house.delegated, 'GET', `/api/certifications/${path}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return textOf(answer.bytes);
  };
  const label = await pdf(`${done.dossierId}/label.pdf`);
  for (const words of [number, 'SCT/CK,ĐC', '26/11/2026', 'Bằng tốt nghiệp THPT', done.code]) assert.ok(label.includes(words), `${words} in ${label}`);
  const attestation = await pdf(`${done.dossierId}/attestation.pdf`);
  for (const words of ['CHỨNG THỰC', '9 giờ 00 phút', 'Trại tạm giam số 5', 'Phạm Thị Ký', 'Công chức được ủy quyền ký chứng thực', 'Thẻ căn cước số 003190999901', number, 'ngày 26 tháng 11 năm 2026']) assert.ok(attestation.includes(words), `${words} in ${attestation}`);
  const register = await pdf(`register.pdf?book=${encodeURIComponent('SCT/CK,ĐC')}&from=2026-11-01&to=2026-11-30`);
  for (const words of ['SỔ CHỨNG THỰC CHỮ KÝ, ĐIỂM CHỈ', number, 'Nguyễn Thị Mẫu', 'Cộng:']) assert.ok(register.includes(words), `${words} in ${register}`);
  assert.equal((await dossierOf(done.dossierId)).channel, 'home');
});

interface RegisterPart { readonly rows: readonly { readonly number: string; readonly requester: string; readonly feeReceipt: string | null }[]; readonly count: number; readonly copies: number; readonly fee: number; readonly next: string | null }

async function register(query: Readonly<Record<string, string | null>>): Promise<RegisterPart> {
  const { status, body } = await house.call(house.commune.staff.clerk.actor, 'POST', '/api/certifications/register', { book: 'SCT/BS', from: '2026-01-01', to: '2026-12-31', q: '', after: null, ...query });
  assert.equal(status, 200, JSON.stringify(body));
  return body as unknown as RegisterPart;
}

test('the register shows every number of the period, newest first and part by part, and refuses a book and a period that do not exist', async () => {
  for (let count = 0; count < 101; count += 1) await certified();
  const first = await register({});
  const second = await register({ after: first.next });
  assert.equal(first.rows.length, 100);
  assert.equal(second.next, null);
  const numbers = [...first.rows, ...second.rows].map(({ number }) => Number(number.slice(0, 4)));
  assert.deepEqual(numbers, numbers.map((_, index) => numbers.length - index));
  assert.deepEqual([first.count, second.count], [numbers.length, numbers.length]);
  const refused = async (book: string, from: string, to: string) => (await house.call(house.commune.staff.clerk.actor, 'POST', '/api/certifications/register', { book, from, to, q: '', after: null })).body['code'];
  assert.equal(await refused('SCT/XX', '2026-01-01', '2026-12-31'), 'certification.book-unknown');
  assert.equal(await refused('SCT/BS', '2026-12-31', '2026-01-01'), 'certification.period-wrong');
  assert.equal(await refused('SCT/BS', '2024-01-01', '2026-12-31'), 'certification.period-wrong');
  assert.equal(await refused('SCT/BS', '2026-02-30', '2026-12-31'), 'certification.period-wrong');
});

test('the register is searched by number, by name and by document without accents, and totals only what was found', async () => {
  const person = { ...(visit()['person'] as object), fullName: 'Đặng Văn Thí', citizenNumber: '003090999907' };
  const done = await certified({ person, documents: [{ id: randomUUID(), name: 'Học bạ THCS', pages: 2, copies: 4 }] });
  const number = Number((done.documents[0]?.number ?? '').slice(0, 4));
  for (const q of ['dang thi', 'hoc ba', 'HỌC BẠ thí', String(number), String(number).padStart(6, '0')]) {
    const found = await register({ q });
    assert.deepEqual([found.rows.map(({ requester }) => requester), found.count, found.copies, found.fee], [['Đặng Văn Thí'], 1, 4, 16_000], q);
  }
  assert.deepEqual((await register({ q: 'không ai 100%_' })).rows, []);
});

test('how the fee was taken is kept, its receipt stands in the book, on paper and in the sheet; where nothing is to pay nothing is noted', async () => {
  const done = await certified({ payment: { way: 'cash', amount: 10_000, feeReceipt: 'BL000417' } });
  const view = done as unknown as { readonly paidWay: string; readonly feeReceipt: string };
  assert.deepEqual([view.paidWay, view.feeReceipt], ['cash', 'BL000417']);
  const { rows } = await register({ q: (done.documents[0]?.number ?? '').slice(0, 4) });
  assert.equal(rows[0]?.feeReceipt, 'BL000417');
  const file = async (ending: string) => (await house.call(house.delegated, 'GET', `/api/certifications/register.${ending}?book=SCT/BS&from=2026-11-26&to=2026-11-26`)).bytes;
  assert.match(textOf(await file('pdf')), /BL000417/);
  assert.equal((await file('xlsx')).subarray(0, 2).toString(), 'PK');
  const free = visit({ procedureCode: '2.000908', checked: false });
  assert.equal((await house.call(house.delegated, 'POST', '/api/certifications', free)).body['code'], 'certification.receipt-without-payment');
  assert.equal((await certified({ procedureCode: '2.000908', checked: false, payment: null })).fee, 0);
});

test('what is to be paid for a visit is open at the counter with its code for a transfer; where nothing is due nothing is', async () => {
  const done = (await certified({ payment: null, documents: [{ id: randomUUID(), name: 'Học bạ', pages: 3, copies: 2 }] })) as unknown as { readonly payableId: string | null; readonly fee: number };
  assert.ok(done.payableId !== null);
  const row = await house.database.db.selectFrom('payable').select(['amount', 'state', 'reference', 'purpose']).where('id', '=', done.payableId).executeTakeFirstOrThrow();
  assert.deepEqual([row.amount, row.state, row.purpose], [done.fee, 'open', 'fees']);
  assert.match(row.reference, /^[0-9A-Z]{8,}$/u);
  const free = (await certified({ procedureCode: '2.000908', checked: false, payment: null })) as unknown as { readonly payableId: string | null };
  assert.equal(free.payableId, null);
});

test('documents that come again are offered first; what came once is not, for its name may be somebody’s', async () => {
  const named = (name: string) => certified({ documents: [{ id: randomUUID(), name, pages: 1, copies: 1 }] });
  await named('Sổ tay thử nghiệm');
  await named('Sổ tay thử nghiệm');
  await named('Giấy của ông Thí');
  const { body } = await house.call(house.delegated, 'GET', '/api/certifications/lane');
  const names = body['documentNames'] as readonly string[];
  assert.ok(names.includes('Sổ tay thử nghiệm') && names.includes('Giấy khai sinh'), names.join());
  assert.ok(!names.includes('Giấy của ông Thí'));
});

test('the measured time is kept with the first print and gives the median of the day', async () => {
  const printed = async (laneMs: number) => {
    const { dossierId } = await certified();
    const send = (ms: number) => house.call(house.delegated, 'POST', `/api/certifications/${dossierId}/printed`, { commandId: randomUUID(), laneMs: ms });
    assert.deepEqual((await send(laneMs)).body, { laneMs });
    assert.deepEqual((await send(laneMs + 60_000)).body, { laneMs });
  };
  for (const ms of [170_000, 60_000, 90_000]) await printed(ms);
  const lane = await house.call(house.delegated, 'GET', '/api/certifications/lane');
  assert.deepEqual(lane.body['today'], { count: 3, medianMs: 90_000 });
});

for (const [what, change, code] of [
  ['a reason of Điều 22', { found: ['altered'] }, 'certification.must-refuse'],
  ['an original that nobody looked at', { checked: false }, 'certification.not-checked'],
  ['no document', { documents: [] }, 'certification.no-document'],
  ['a procedure of another lane', { procedureCode: '1.001193' }, 'certification.not-of-the-lane'],
  ['a birth date to come', { person: { ...(visit()['person'] as object), birthDate: '2030-01-01' } }, 'dossier.birth-date-not-possible'],
  ['a birth date that is no day', { person: { ...(visit()['person'] as object), birthDate: '1990-02-30' } }, 'dossier.birth-date-not-possible'],
  ['nought pages', { documents: [{ id: randomUUID(), name: 'Bằng', pages: 0, copies: 1 }] }, 'request.invalid'],
] as const) {
  test(`the lane refuses ${what} and keeps nothing`, async () => {
    const request = visit(change);
    const { body } = await house.call(house.delegated, 'POST', '/api/certifications', request);
    assert.equal(body['code'], code, JSON.stringify(body));
    assert.equal((await house.call(house.delegated, 'GET', `/api/dossiers/${String(request['dossierId'])}`)).status, 404);
  });
}

test('a visit that is sent twice, even at once, is one visit with one number', async () => {
  const request = visit();
  const answers = await Promise.all([1, 2, 3].map(() => house.call(house.delegated, 'POST', '/api/certifications', request)));
  assert.deepEqual(answers.map(({ status }) => status), [200, 200, 200]);
  const again = await house.call(house.delegated, 'POST', '/api/certifications', request);
  const numbers = new Set([...answers, again].map(({ body }) => (body as unknown as Visit).documents[0]?.number));
  numbers.delete(null);
  assert.equal(numbers.size, 1);
  assert.equal((again.body as unknown as Visit).state, 'decided');
});

test('a number in the book can neither be changed nor taken away by the application', async () => {
  const { dossierId } = await certified();
  for (const change of ['number = number + 1000', 'number = null, book_year = null, book_volume = null', 'book_year = 2025']) {
    await assert.rejects(house.database.pool.query(`update certified_document set ${change} where dossier_id = $1`, [dossierId]), { code: '42501' });
  }
});

test('an officer who signs another field only cannot sign here: the dossier waits for the leader', async () => {
  const { units, commune } = house.commune;
  const position = (role: 'reception' | 'specialist' | 'unit-head', fields: string[]) => ({ unitId: units.centre.id, role, title: role, fields });
  const { actor } = await createStaff(house.database.db, commune, { userName: 'khac', positions: [position('reception', []), position('specialist', ['Chứng thực']), position('unit-head', ['Hộ tịch'])] });
  assert.equal((await certified({}, actor)).waitsFor, 'leader');
});
