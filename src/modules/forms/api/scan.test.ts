import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { receptionRequest } from '../../../../test/dossier-house.ts';
import { type ScannedFormResponse } from '../contract/scan-schemas.ts';
import { type Answers } from '../domain/answers.ts';
import { compileForm } from '../domain/compile-form.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { findDraftByTokenHash } from '../store/form-drafts.ts';
import { formCodes } from './form-codes.ts';
import { boxesOf, createFormHouse, createVisitor, fillWhole, type FormHouse, SHORT_BIRTH, SHORT_BIRTH_2 } from './form-house-for-tests.ts';
import { wholeForm } from './whole-form.ts';

const PROCEDURE = '1.001193';
const ANSWERS: Answers = {
  'applicant.fullName': 'Nguyễn Thị Mẫu', 'applicant.citizenNumber': '003190999901', 'applicant.birthDate': '1990-03-05', 'applicant.residence': { text: 'Thôn Hoa Phú', commune: '16072' }, 'relation': 'mother',
  'child.fullName': 'Trần Gia Thử', 'child.birthDate': '2026-11-12', 'child.weight': 1200, 'copies': [{ for: 'Bà nội', count: 2 }], 'contact.phone': '0900000012',
};

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());

const whole = (definition: FormDefinition) => wholeForm(compileForm(definition)).definition;
const codesOf = (answers: Answers, { definition = SHORT_BIRTH, procedure = PROCEDURE, draftId = null }: { readonly definition?: FormDefinition; readonly procedure?: string; readonly draftId?: string | null } = {}) => [...formCodes(whole(definition), procedure, answers, draftId)];
const scan = async (codes: readonly string[], mended?: Readonly<Record<string, string>>) => {
  const { status, body } = await house.call(house.commune.staff.reception.actor, 'POST', '/api/forms/scan', { codes, ...(mended === undefined ? {} : { mended }) });
  return { status, code: body['code'], detail: JSON.stringify(body), view: body as unknown as ScannedFormResponse };
};
const receive = (codes: readonly string[], change: Readonly<Record<string, unknown>> = {}, mended: Readonly<Record<string, string>> = {}) =>
  house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { form: { codes, mended }, ...change }));
const answersOf = (dossierId: string) => house.database.db.selectFrom('form_answers').selectAll().where('dossier_id', '=', dossierId).executeTakeFirst();

async function printed(): Promise<{ readonly visitor: ReturnType<typeof createVisitor>; readonly token: string; readonly draftId: string; readonly codes: readonly string[] }> {
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  const draft = await findDraftByTokenHash(house.database.db, house.pages.links.hash(token));
  assert.ok(draft !== undefined);
  const judged = wholeForm(compileForm(SHORT_BIRTH)).judge(draft.answers, { today: '2026-11-23', placesLookedUp: true });
  return { visitor, token, draftId: draft.id, codes: codesOf(judged.answers, { draftId: draft.id }) };
}

test('a scanned form answers who declares, every answer in words, and what should be looked at again', async () => {
  const { status, view } = await scan(codesOf(ANSWERS));
  assert.equal(status, 200);
  assert.ok(view.sheet !== null);
  const { sheet } = view;
  assert.deepEqual([sheet.procedureCode, sheet.draft, sheet.faults, sheet.carried], [PROCEDURE, 'none', [], null]);
  assert.deepEqual(sheet.person, { fullName: 'Nguyễn Thị Mẫu', citizenNumber: '003190999901', birthDate: '1990-03-05', sex: null, address: 'Thôn Hoa Phú (nay là Xã Hoa Lộc, Tỉnh Thanh Hoá)', phone: '0900000012', email: null });
  assert.deepEqual(sheet.groups.map(({ id }) => id), ['applicant', 'child', 'lien-he']);
  assert.deepEqual([sheet.facts['child.fullName'], sheet.facts['child.birthDate'], sheet.facts['relation']], ['Trần Gia Thử', '2026-11-12', undefined]);
  assert.match(sheet.warnings.join(), /Cân nặng rất nhẹ/u);
  const journal = await house.database.owner.pool.query<{ entry: string }>('select entry::text as entry from journal order by seq desc limit 1');
  assert.ok(journal.rows[0]?.entry.includes('form.scanned') && !journal.rows[0].entry.includes('003190999901'));
});

test('the dossier is received with the answers like one from home, and the office reads and prints them', async () => {
  const dossierId = house.deps.newId();
  const received = await receive(codesOf(ANSWERS), { dossierId });
  assert.equal(received.status, 200, JSON.stringify(received.body));
  const kept = await answersOf(dossierId);
  assert.deepEqual([kept?.form_code, kept?.form_version, kept?.filled_by], ['short-birth', 1, 'citizen']);
  assert.deepEqual(kept?.answers, { ...ANSWERS, true: true });
  const { reception } = house.commune.staff;
  const read = await house.call(reception.actor, 'GET', `/api/dossiers/${dossierId}/answers`);
  assert.match(JSON.stringify(read.body), /Trần Gia Thử/u);
  const print = await house.server.inject({ method: 'GET', url: `/api/dossiers/${dossierId}/answers/print.pdf`, headers: house.as(reception.actor) });
  assert.deepEqual([print.statusCode, print.headers['content-type']], [200, 'application/pdf']);
  const journal = await house.database.owner.pool.query<{ entry: string }>(`select entry::text as entry from journal where entry::text like '%dossier.received%' order by seq desc limit 1`);
  assert.match(journal.rows[0]?.entry ?? '', /"scanned": ?true/u);
});

test('a reception with the same command answers the same dossier and keeps its answers once', async () => {
  const request = receptionRequest(house, { form: { codes: codesOf(ANSWERS) } });
  const { reception } = house.commune.staff;
  const first = await house.call(reception.actor, 'POST', '/api/dossiers', request);
  const again = await house.call(reception.actor, 'POST', '/api/dossiers', request);
  assert.deepEqual([first.status, again.status, again.body['code']], [200, 200, first.body['code']]);
});

test('a draft whose print was received can no longer be sent: its link leads to the dossier', async () => {
  const { visitor, token, codes } = await printed();
  const { view } = await scan(codes);
  assert.equal(view.sheet?.draft, 'waiting');
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  const dossierId = house.deps.newId();
  assert.equal((await receive(codes, { dossierId })).status, 200);
  const own = `/h/${house.pages.links.token('dossier', dossierId)}`;
  const sent = await visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body));
  assert.deepEqual([sent.status, sent.location], [303, own]);
  assert.equal((await visitor.get(`/to-khai/${token}/xem-lai`)).location, own);
  const again = await scan(codes);
  assert.deepEqual(again.view, { sent: { dossierId, waiting: false }, sheet: null });
  const twice = await receive(codes);
  assert.deepEqual([twice.status, twice.body['code']], [409, 'form.scan-sent']);
  const count = await house.database.db.selectFrom('form_answers').select('dossier_id').where('dossier_id', '=', dossierId).execute();
  assert.equal(count.length, 1);
});

test('a form that was sent from home meanwhile is not received a second time: the waiting dossier is named', async () => {
  const { visitor, token, codes } = await printed();
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  assert.equal((await visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body))).status, 303);
  const { view } = await scan(codes);
  assert.ok(view.sheet === null && view.sent?.waiting === true);
  assert.equal((await receive(codes)).status, 409);
});

test('sending and receiving at the same moment make one dossier', async () => {
  const { visitor, token, codes } = await printed();
  const review = await visitor.open(`/to-khai/${token}/xem-lai`);
  const before = await house.database.db.selectFrom('form_answers').select('dossier_id').execute();
  const [received, sent] = await Promise.all([receive(codes), visitor.post(`/to-khai/${token}/gui`, boxesOf(review.body))]);
  const after = await house.database.db.selectFrom('form_answers').select('dossier_id').execute();
  assert.equal(after.length, before.length + 1, `${String(received.status)} ${String(sent.status)}`);
  assert.equal(sent.status, 303);
});

test('a draft that was changed after printing says so; the paper counts', async () => {
  const { visitor, token, codes } = await printed();
  const page = await visitor.open(`/to-khai/${token}/child`);
  await visitor.press(page, { 'child.fullName': 'Trần Gia Khác' });
  const { view } = await scan(codes);
  assert.equal(view.sheet?.draft, 'changed');
  const dossierId = house.deps.newId();
  assert.equal((await receive(codes, { dossierId })).status, 200);
  assert.equal(((await answersOf(dossierId))?.answers as Record<string, unknown>)['child.fullName'], 'Trần Gia Thử');
});

test('a draft that its person deleted leaves nothing to close, and a draft of another procedure is left alone', async () => {
  const { visitor, token, draftId, codes } = await printed();
  const other = codesOf(ANSWERS, { procedure: '1.004873', draftId, definition: { ...SHORT_BIRTH, procedures: [PROCEDURE, '1.004873'] } });
  house.forms.list = [{ ...SHORT_BIRTH, procedures: [PROCEDURE, '1.004873'] }];
  assert.equal((await receive(other, { procedureCode: '1.004873' })).status, 422, 'the stored form is not that of the other procedure');
  house.forms.list = [SHORT_BIRTH];
  const erase = await visitor.open(`/to-khai/${token}/xoa`);
  await visitor.post(`/to-khai/${token}/xoa`, boxesOf(erase.body));
  assert.equal((await scan(codes)).view.sheet?.draft, 'gone');
  assert.equal((await receive(codes)).status, 200);
});

test('answers to an older version are carried over; what no longer fits and what is asked anew is named, and the officer fills it in', async () => {
  house.forms.list = [SHORT_BIRTH, SHORT_BIRTH_2];
  house.clock.set('2026-12-01T08:00:00+07:00');
  const codes = codesOf(ANSWERS);
  const { view } = await scan(codes);
  assert.deepEqual(view.sheet?.carried, { from: 1, left: [{ label: 'Cân nặng', answer: ['1.200 gam'] }], asked: ['Giờ sinh'] });
  assert.deepEqual(view.sheet.faults.map(({ field, entry }) => [field, entry?.kind]), [['child.hour', 'text']]);
  const refused = await receive(codes);
  assert.deepEqual([refused.status, refused.body['code']], [422, 'form.scan-faults']);
  assert.match(JSON.stringify(refused.body), /còn 1 chỗ phải sửa/u);
  const wrong = await scan(codes, { 'child.hour': 'sáng' });
  assert.deepEqual(wrong.view.sheet?.faults.map(({ entry }) => entry?.value), ['sáng']);
  const dossierId = house.deps.newId();
  assert.equal((await receive(codes, { dossierId }, { 'child.hour': '14 giờ 30' })).status, 200);
  const kept = await answersOf(dossierId);
  assert.deepEqual([kept?.form_version, kept?.filled_by, (kept?.answers as Record<string, unknown>)['child.hour'], (kept?.answers as Record<string, unknown>)['child.weight']], [2, 'officer', '14:30', undefined]);
  house.forms.list = [SHORT_BIRTH];
  house.clock.set('2026-11-23T08:00:00+07:00');
});

test('faults stand field by field with a box: texts, choices, places, cells of tables', async () => {
  const codes = codesOf({ 'applicant.fullName': 'Nguyễn Thị Mẫu', 'applicant.birthDate': '2030', 'applicant.residence': { text: 'Không ở đâu cả', commune: null }, 'child.fullName': 'Trần Gia Thử', 'child.birthDate': '2026-11-12', 'copies': [{ for: 'Bà nội', count: 50 }], 'contact.phone': '12' });
  const { view } = await scan(codes);
  assert.deepEqual(view.sheet?.faults.map(({ field, entry }) => [field, entry?.kind, entry?.value]), [
    ['applicant.birthDate', 'text', '2030'], ['applicant.residence', 'text', 'Không ở đâu cả'], ['relation', 'choice', ''], ['copies.0.count', 'text', '50'], ['contact.phone', 'text', '12'],
  ]);
  assert.match(view.sheet.faults[0]?.message ?? '', /^Ngày sinh: /u, 'called as the paper calls it, not as the citizen’s page speaks to the citizen');
  assert.match(view.sheet.faults[3]?.message ?? '', /^Bản sao – dòng 1 – Số: /u);
  assert.deepEqual(view.sheet.faults[2]?.entry?.options, [{ value: 'mother', label: 'Mẹ' }, { value: 'other', label: 'Khác' }]);
  const right = { 'applicant.birthDate': '5/3/1990', 'applicant.residence': 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa', 'relation': 'mother', 'copies.0.count': '5', 'contact.phone': '0900 000 012', 'no.such': 'x', 'copies.7.count': '1' };
  assert.deepEqual((await scan(codes, right)).view.sheet?.faults, []);
  const dossierId = house.deps.newId();
  assert.equal((await receive(codes, { dossierId }, right)).status, 200);
  assert.deepEqual(((await answersOf(dossierId))?.answers as Record<string, unknown>)['copies'], [{ for: 'Bà nội', count: 5 }]);
});

test('a table with too few rows is put right row by row at the counter, and a cell of a row that was typed after it', async () => {
  const needed: FormDefinition = { ...SHORT_BIRTH, groups: SHORT_BIRTH.groups.map((group) => ({ ...group, fields: group.fields.map((field) => (field.kind === 'table' ? { ...field, required: true, minRows: 2 } : field)) })) };
  house.forms.list = [needed];
  const codes = codesOf(ANSWERS, { definition: SHORT_BIRTH });
  const { view } = await scan(codes);
  const [fault] = view.sheet?.faults ?? [];
  assert.deepEqual([fault?.field, fault?.entry], ['copies', { kind: 'rows', value: 'Bà nội | 2', options: [], columns: ['Gửi ai', 'Số bản'] }]);
  const cell = await scan(codes, { copies: 'Bà nội | 2\nÔng ngoại | năm' });
  assert.deepEqual(cell.view.sheet?.faults.map(({ field, entry }) => [field, entry?.kind, entry?.value]), [['copies.1.count', 'text', 'năm']]);
  const right = { 'copies': 'Bà nội | 2\nÔng ngoại | năm', 'copies.1.count': '5' };
  assert.deepEqual((await scan(codes, right)).view.sheet?.faults, []);
  const dossierId = house.deps.newId();
  assert.equal((await receive(codes, { dossierId }, right)).status, 200);
  assert.deepEqual(((await answersOf(dossierId))?.answers as Record<string, unknown>)['copies'], [{ for: 'Bà nội', count: 2 }, { for: 'Ông ngoại', count: 5 }]);
  house.forms.list = [SHORT_BIRTH];
});

test('what cannot be read, is of another sheet, form, procedure or version, is refused with its sentence and nothing is received', async () => {
  const long = (extra: string) => codesOf({ ...ANSWERS, 'child.fullName': 'Trần Gia Thử', 'applicant.residence': { text: Array.from({ length: 400 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20000))).join('') + extra, commune: '16072' } });
  const [one = '', two = ''] = long('a');
  const [, second = ''] = long('b');
  const [single = ''] = codesOf(ANSWERS);
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['half of a sheet', [one], 'form.scan-parts-missing'],
    ['two sheets', [one, second], 'form.scan-two-sheets'],
    ['a cut code', [single.slice(0, -5)], 'form.scan-cut'],
    ['a mistyped code', [`${single.slice(0, -1)}${String((Number(single.at(-1)) + 1) % 10)}`], 'form.scan-unreadable'],
    ['letters among the digits', [`${single.slice(0, 40)}x${single.slice(41)}`], 'form.scan-mangled'],
    ['a card', ['001190999901|199999901|Nguyễn Thị Mẫu|05031990|Nữ|Hà Nội|01072021'], 'form.scan-unreadable'],
    ['the former way of writing', ['XSTK1/1/1/0ABCDEF/0ABCDEF/AB C'], 'form.scan-other-version'],
    ['a version that is not known here', codesOf(ANSWERS, { definition: { ...SHORT_BIRTH, version: 9 } }), 'form.scan-other-version'],
    ['a form of another procedure', codesOf(ANSWERS, { procedure: '1.004873' }), 'form.scan-other-form'],
  ];
  const before = await house.database.db.selectFrom('dossier').select('id').execute();
  for (const [what, codes, code] of cases) {
    const answer = await scan(codes);
    assert.equal(answer.code, code, `${what}: ${answer.detail}`);
    const received = await receive(codes);
    assert.equal(received.body['code'], code, what);
    assert.match(JSON.stringify(received.body['title']), /^".{20,}"$/u, what);
  }
  assert.equal(two.length > 100, true);
  const other = await receive([single], { procedureCode: '1.004873' });
  assert.deepEqual([other.status, other.body['code']], [409, 'form.scan-other-procedure']);
  house.forms.list = [];
  assert.equal((await scan([single])).code, 'form.scan-ended');
  house.forms.list = [SHORT_BIRTH];
  for (const codes of [[], ['a', 'b', 'c', 'd', 'e'], ['x'.repeat(2001)], [7]]) assert.equal((await scan(codes as string[])).status, 422, JSON.stringify(codes).slice(0, 40));
  assert.equal((await house.database.db.selectFrom('dossier').select('id').execute()).length, before.length);
});

test('only reception reads codes', async () => {
  const { specialist } = house.commune.staff;
  assert.equal((await house.call(specialist.actor, 'POST', '/api/forms/scan', { codes: codesOf(ANSWERS) })).status, 403);
});
