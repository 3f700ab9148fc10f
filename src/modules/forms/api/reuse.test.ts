import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createCommune } from '../../../../test/commune.ts';
import { type Actor } from '../../../kernel/actor.ts';
import { type GivenNote } from '../domain/carry-facts.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { boxesOf, createFormHouse, createVisitor, faultsOf, fillWhole, type FormHouse, SHORT_BIRTH } from './form-house-for-tests.ts';

/** A birth whose child means the same elsewhere, and a confirmation about the applicant and a child, with its own promise. */
const BIRTH: FormDefinition = { ...SHORT_BIRTH, code: 'birth-facts', groups: SHORT_BIRTH.groups.map((group) => ({ ...group, fields: group.fields.map((field) => (field.id === 'child.fullName' ? { ...field, fact: 'child.fullName' } : field)) })) };
const STATUS: FormDefinition = {
  ...SHORT_BIRTH, code: 'status', title: { vi: 'Xác nhận', en: 'Confirmation' }, procedures: ['1.004873'], checks: [],
  groups: BIRTH.groups.map((group) => ({ ...group, fields: group.fields.filter(({ id }) => ['applicant.fullName', 'applicant.citizenNumber', 'applicant.birthDate', 'applicant.residence', 'child.fullName', 'relation', 'true'].includes(id)) })).filter(({ fields }) => fields.length > 0),
};
const ALL = ['thuTuc', 'ai-applicant', 'ai-child', 'dongY'];

let house: FormHouse;
before(async () => {
  house = await createFormHouse();
  house.forms.list = [BIRTH, STATUS];
});
after(() => house.close());

type Visitor = ReturnType<typeof createVisitor>;

/** A declaration that was sent; the path of its dossier. */
async function declared(visitor: Visitor = createVisitor(house)): Promise<{ readonly visitor: Visitor; readonly id: string; readonly path: string }> {
  const token = await visitor.begin();
  await fillWhole(visitor, token);
  const sent = await visitor.post(`/to-khai/${token}/gui`, boxesOf((await visitor.open(`/to-khai/${token}/xem-lai`)).body));
  assert.equal(sent.status, 303);
  const { id } = await house.database.db.selectFrom('form_answers').select('dossier_id as id').orderBy('agreed_at', 'desc').orderBy('dossier_id', 'desc').executeTakeFirstOrThrow();
  return { visitor, id, path: sent.location.replace('?moi=1', '') };
}

async function opened(): Promise<Awaited<ReturnType<typeof declared>>> {
  const one = await declared();
  assert.equal((await one.visitor.post(`${one.path}/mo`, { bonSo: '0012', toi: 'khai-viec-khac' })).location, `${one.path}/khai-viec-khac`);
  return one;
}

const drafts = async () => (await house.database.db.selectFrom('form_draft').select('id').execute()).length;
const draftBehind = (location: string) => house.database.db.selectFrom('form_draft').selectAll().where('token_hash', '=', house.pages.links.hash(location.split('/')[2] ?? '')).executeTakeFirstOrThrow();
const begin = (one: Awaited<ReturnType<typeof opened>>, body: string, fields: Readonly<Record<string, string>>) => {
  const kept = Object.fromEntries(Object.entries(boxesOf(body)).filter(([name]) => !ALL.includes(name)));
  return one.visitor.post(`${one.path}/khai-viec-khac`, { ...kept, ...fields });
};

test('from the tracking page to a draft with what was told, without a script: the four digits, the person’s word, and everything looked at once', async () => {
  const one = await declared();
  const tracked = await one.visitor.get(one.path);
  assert.match(tracked.body, /href="[^"]*\/khai-viec-khac"[^>]*>Khai việc khác, dùng lại thông tin đã khai/u);
  assert.doesNotMatch(tracked.body, /Trần Gia Thử/u);
  const digits = await one.visitor.get(`${one.path}/khai-viec-khac`);
  assert.ok(digits.body.includes('name="bonSo"') && !digits.body.includes('Nguyễn Thị Mẫu'));
  await one.visitor.post(`${one.path}/mo`, { bonSo: '0012', toi: 'khai-viec-khac' });
  const page = await one.visitor.get(`${one.path}/khai-viec-khac`);
  assert.equal(page.status, 200);
  assert.ok(page.body.includes('Nguyễn Thị Mẫu – người đi khai') && page.body.includes('Trần Gia Thử – người con') && page.body.includes('Xác nhận tình trạng hôn nhân'));
  const before = await drafts();
  const unsaid = await begin(one, page.body, { 'thuTuc': '1.004873', 'ai-applicant': 'co' });
  assert.equal(unsaid.status, 422);
  assert.match(faultsOf(unsaid.body).join(' '), /Đánh dấu ô này nếu bạn muốn dùng lại/u);
  assert.deepEqual((await begin(one, page.body, { dongY: 'co' })).status, 422);
  assert.equal(await drafts(), before, 'nothing is begun without the person’s word');
  const begun = await begin(one, unsaid.body, { 'thuTuc': '1.004873', 'ai-applicant': 'co', 'dongY': 'co' });
  assert.match(begun.location, /^\/to-khai\/[\w-]{22}$/u);
  assert.equal((await one.visitor.get(begun.location)).location, `${begun.location}/da-co`);
  const given = await one.visitor.get(`${begun.location}/da-co`);
  const { reference } = await house.database.db.selectFrom('dossier').select('reference').where('id', '=', one.id).executeTakeFirstOrThrow();
  assert.equal(given.body.match(new RegExp(`Đã có từ hồ sơ ${reference}, nộp ngày [^<]*23/11/2026`, 'gu'))?.length, 5);
  const draft = await draftBehind(begun.location);
  const { 'applicant.fullName': name, 'child.fullName': child, 'relation': relation, 'true': promise } = draft.answers as Record<string, unknown>;
  assert.deepEqual([name, child, relation, promise], ['Nguyễn Thị Mẫu', undefined, undefined, undefined], 'neither other people, nor what has no fact, nor promises');
  const note = draft.given as GivenNote;
  assert.deepEqual([note.sources[0]?.kind, note.sources[0]?.ref, note.sources[0]?.wishedAt], ['dossier', one.id, house.clock.now().toISOString()]);
  const journal = (await house.database.owner.pool.query<{ entry: string }>('select entry::text as entry from journal')).rows.filter(({ entry }) => entry.includes(one.id));
  assert.ok(journal.some(({ entry }) => entry.includes('citizen.answers-viewed') && entry.includes('answers-reuse')));
  assert.ok(journal.some(({ entry }) => entry.includes('citizen.answers-reused') && entry.includes('1.004873') && !entry.includes('Mẫu')));
});

test('a person with the same part is taken over only when the person ticks it, and the answers are those that hold after a correction', async () => {
  const one = await opened();
  const row = await house.database.db.selectFrom('form_answers').selectAll().where('dossier_id', '=', one.id).executeTakeFirstOrThrow();
  const request = randomUUID();
  await house.database.owner.pool.query(`set session_replication_role = replica`);
  const corrected = { ...(row.answers as Record<string, unknown>), 'child.fullName': 'Trần Gia Thư' };
  await house.database.owner.db.insertInto('form_correction').values({
    commune_code: row.commune_code, dossier_id: one.id, request_id: request, seq: 1, answers: JSON.stringify(corrected), answers_hash: '0'.repeat(64), changes: '[]', corrected_at: house.clock.now(), corrected_by: 'citizen', staff_id: null, staff_name: null,
  }).execute().finally(() => house.database.owner.pool.query(`set session_replication_role = default`));
  const page = await one.visitor.get(`${one.path}/khai-viec-khac?tt=1.004873`);
  assert.match(page.body, /<option value="1\.004873" selected/u);
  assert.match(page.body, /Trần Gia Thư – người con/u);
  const begun = await begin(one, page.body, { 'thuTuc': '1.004873', 'ai-applicant': 'co', 'ai-child': 'co', 'dongY': 'co' });
  assert.equal(((await draftBehind(begun.location)).answers as Record<string, unknown>)['child.fullName'], 'Trần Gia Thư');
});

test('pressing twice begins one draft', async () => {
  const one = await opened();
  const page = await one.visitor.get(`${one.path}/khai-viec-khac`);
  const before = await drafts();
  const fields = { 'thuTuc': '1.004873', 'ai-applicant': 'co', 'dongY': 'co' };
  const [first, second] = [await begin(one, page.body, fields), await begin(one, page.body, fields)];
  assert.deepEqual([first.status, first.location], [303, second.location]);
  assert.equal(await drafts(), before + 1);
  const other = await begin(one, page.body, { ...fields, 'ai-child': 'co' });
  assert.deepEqual([other.status, await drafts()], [422, before + 1]);
});

test('a stranger with the link and every id gets the question for the digits and begins nothing; another dossier’s digits open nothing', async () => {
  const one = await opened();
  const page = await one.visitor.get(`${one.path}/khai-viec-khac`);
  const fields = { ...boxesOf(page.body), 'thuTuc': '1.004873', 'ai-applicant': 'co', 'dongY': 'co' };
  const other = await opened();
  const before = await drafts();
  const strangers: readonly Visitor[] = [
    createVisitor(house),
    other.visitor,
    createVisitor(house, { actor: { kind: 'citizen', communeCode: '16072', sessionId: randomUUID(), citizenNumber: '003190999902', fullName: 'Lê Thị Khác', assurance: 2 } }),
    createVisitor(house, { actor: { kind: 'citizen', communeCode: '16072', sessionId: randomUUID(), citizenNumber: '003190999901', fullName: 'Nguyễn Thị Mẫu', assurance: 1 } }),
    createVisitor(house, { actor: house.commune.staff.reception.actor }),
  ];
  for (const [index, visitor] of strangers.entries()) {
    const seen = await visitor.get(`${one.path}/khai-viec-khac`);
    const sent = await visitor.post(`${one.path}/khai-viec-khac`, fields);
    for (const answer of [seen, sent]) assert.ok(answer.body.includes('name="bonSo"') && !answer.body.includes('Nguyễn Thị Mẫu – '), `${String(index)}: ${String(answer.status)}`);
  }
  for (const path of ['/h/AAAAAAAAAAAAAAAAAAAAAA', '/h/x', `/h/${one.id}`]) assert.equal((await one.visitor.get(`${path}/khai-viec-khac`)).status, 404, path);
  assert.equal(await drafts(), before);
});

test('whoever signed in as its applicant needs no digits', async () => {
  const one = await declared();
  const herself: Actor = { kind: 'citizen', communeCode: '16072', sessionId: randomUUID(), citizenNumber: '003190999901', fullName: 'Nguyễn Thị Mẫu', assurance: 2 };
  const visitor = createVisitor(house, { actor: herself });
  const page = await visitor.get(`${one.path}/khai-viec-khac`);
  assert.equal(page.status, 200);
  const begun = await begin({ ...one, visitor }, page.body, { 'thuTuc': '1.004873', 'ai-applicant': 'co', 'dongY': 'co' });
  const draft = await draftBehind(begun.location);
  assert.equal((draft.answers as Record<string, unknown>)['applicant.birthDate'], '1990-03-05');
});

test('answers that are gone, that nobody can read any more, and a dossier of another commune are refused with their sentence', async () => {
  const fields = { 'thuTuc': '1.004873', 'ai-applicant': 'co', 'dongY': 'co' };
  const one = await opened();
  const refuses = async (status: number, sentence: RegExp) => {
    const before = await drafts();
    const page = await one.visitor.get(`${one.path}/khai-viec-khac`);
    assert.equal(page.status, status);
    assert.match(page.body, sentence);
    assert.doesNotMatch(page.body, /Nguyễn Thị Mẫu/u);
    assert.equal((await one.visitor.post(`${one.path}/khai-viec-khac`, fields)).status, status);
    assert.equal(await drafts(), before);
  };
  house.forms.unreadable = true;
  await refuses(410, /không còn câu trả lời nào để dùng lại/u);
  house.forms.unreadable = false;
  await house.database.owner.pool.query('alter table form_answers disable trigger user');
  await house.database.owner.db.deleteFrom('form_answers').where('dossier_id', '=', one.id).execute();
  await house.database.owner.pool.query('alter table form_answers enable trigger user');
  await refuses(410, /không còn câu trả lời nào để dùng lại/u);
  assert.doesNotMatch((await one.visitor.get(one.path)).body, /khai-viec-khac/u);

  const there = await opened();
  await createCommune(house.database.db, { now: house.clock.now(), commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', agencyCode: 'H26.10' } });
  const page = await there.visitor.get(`${there.path}/khai-viec-khac`);
  assert.equal(page.status, 200);
  const pages = house.pages as { homeCommune: typeof house.pages.homeCommune };
  const home = pages.homeCommune;
  pages.homeCommune = async () => {
    const commune = await home();
    return commune === undefined ? undefined : { ...commune, code: '00070' };
  };
  const elsewhere = await there.visitor.get(`${there.path}/khai-viec-khac`);
  assert.equal(elsewhere.status, 409);
  assert.match(elsewhere.body, /Hồ sơ này nộp ở xã khác/u);
  assert.equal((await begin(there, page.body, fields)).status, 409);
  pages.homeCommune = home;
});
