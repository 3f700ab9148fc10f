import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { createCommune, createStaff } from '../../../../test/commune.ts';
import { type DossierResponse } from '../../dossiers/contract/dossier-schemas.ts';
import { type Actor } from '../../../kernel/actor.ts';
import { formCodes } from '../../forms/api/form-codes.ts';
import { compileForm } from '../../forms/domain/compile-form.ts';
import { readFormFiles } from '../../forms/store/read-form-files.ts';
import { wholeForm } from '../../forms/api/whole-form.ts';
import { purgeLifeBundles } from '../jobs/purge-bundles.ts';
import { lifeEventsAboutDossiers } from '../store/about-person.ts';
import { BIRTH, type BundleHouse, createBundleHouse, RESIDENCE } from './bundle-house-for-tests.ts';

let house: BundleHouse;
before(async () => { house = await createBundleHouse(); });
after(() => house.close());

const db = () => house.program.database.db;
const text = (body: string) => body.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
const CHILD = { members: [{ fullName: 'Trần Gia Bảo', birthDate: '2026-11-12', sex: 'male', citizenNumber: '038326000001', relation: 'Con' }] };

async function sendBoth(): Promise<{ readonly list: string; readonly ids: readonly [string, string]; readonly landed: string }> {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  const birth = await house.declare(list, 'birth-registration');
  await house.answer(birth, BIRTH);
  const residence = await house.declare(list, 'residence');
  await house.answer(residence, { ...RESIDENCE, ...CHILD });
  const ids = [(await house.draft(birth))?.dossier_id ?? '', (await house.draft(residence))?.dossier_id ?? ''] as const;
  await house.send(birth);
  return { list, ids, landed: await house.send(residence) };
}

async function dossierFor(actor: Actor, id: string): Promise<DossierResponse> {
  const answer = await house.program.server.inject({ method: 'GET', url: `/api/dossiers/${id}`, headers: { ...house.program.as(actor), host: 'xa.test' } });
  assert.equal(answer.statusCode, 200, answer.body);
  return JSON.parse(answer.body) as DossierResponse;
}

test('what is sent leads back to the list, which has its code and the way to follow it; slips name the others without a way to them', async () => {
  const { list, ids, landed } = await sendBoth();
  assert.equal(landed, `${list}?gui=${ids[1]}`);
  const page = await house.get(landed);
  assert.match(text(page.body), /Đã gửi: .* Mã hồ sơ KB-/u);
  assert.equal(page.body.match(/Theo dõi hồ sơ KB-/gu)?.length, 2);
  assert.equal((await house.post(`${list}/khai/residence`)).location, list, 'what was sent is not declared again');
  const slip = await house.get(`/h/${house.program.links.token('dossier', ids[0])}`);
  assert.match(text(slip.body), /Cùng một việc: Sinh con Đăng ký thường trú Chờ xã tiếp nhận/u);
  assert.doesNotMatch(slip.body, /khai-mot-lan/u);
  assert.ok(!slip.body.includes(house.program.links.token('dossier', ids[1])));
});

test('the office sees dossiers of one matter beside each other, with the line in their history; what is beyond somebody’s field is named and not opened', async () => {
  const { ids } = await sendBoth();
  const seen = await dossierFor(house.commune.staff.reception.actor, ids[0]);
  assert.deepEqual([seen.together?.event, seen.together?.dossiers.map(({ id, name, state }) => [id, name, state])], ['Sinh con', [[ids[1], 'Đăng ký thường trú', 'submitted']]]);
  assert.deepEqual(seen.history.map(({ event, facts }) => [event, facts['note']]), [['declared', undefined], ['declared-together', 'Sinh con']]);
  const narrow = await createStaff(db(), house.commune.commune, { userName: `hotich.${ids[0].slice(0, 8)}`, positions: [{ unitId: house.commune.units.office.id, role: 'specialist', title: 'Công chức hộ tịch', fields: ['Hộ tịch'] }] });
  const narrowed = await dossierFor(narrow.actor, ids[0]);
  assert.deepEqual(narrowed.together?.dossiers, [{ id: null, code: null, name: 'Đăng ký thường trú', state: 'submitted' }]);
});

test('a dossier of its own is not said to belong to anything, nor is the only one of a list', async () => {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  const birth = await house.declare(list, 'birth-registration');
  await house.answer(birth, BIRTH);
  const id = (await house.draft(birth))?.dossier_id ?? '';
  await house.send(birth);
  assert.equal((await dossierFor(house.commune.staff.reception.actor, id)).together, null);
  assert.doesNotMatch((await house.get(`/h/${house.program.links.token('dossier', id)}`)).body, /Cùng một việc/u);
});

test('a copy of everything that is held on a person says which matter the dossiers were declared for', async () => {
  const { ids } = await sendBoth();
  const [section] = await lifeEventsAboutDossiers(db(), '16072', ids);
  assert.equal(section?.rows.length, 2);
  assert.deepEqual(await lifeEventsAboutDossiers(db(), '16072', []), []);
});

test('a list is opened on another device by its code and four digits of any number in it, or chosen ones; wrong tries are slowed like those for drafts', async () => {
  const list = await house.begin('sinh-con', ['birth-registration']);
  const empty = await house.get(`${list}/de-sau`);
  const code = /<b class="number">([^<]+)<\/b>/u.exec(empty.body)?.[1] ?? '';
  assert.match(empty.body, /name="bonSo"/u);
  assert.equal((await house.post(`${list}/de-sau`, { bonSo: '12' })).status, 422);
  await house.post(`${list}/de-sau`, { bonSo: '4321' });
  assert.equal((await house.post('/to-khai/tiep-tuc', { ma: code.toLowerCase(), bonSo: '4321' })).location, list);
  await house.answer(await house.declare(list, 'birth-registration'), { 'applicant.phone': '0912 345 678' });
  assert.equal((await house.post('/to-khai/tiep-tuc', { ma: code, bonSo: '5678' })).location, list);
  assert.doesNotMatch((await house.get(`${list}/de-sau`)).body, /name="bonSo"/u);
  const tries = [];
  for (let turn = 0; turn < 12; turn += 1) tries.push((await house.post('/to-khai/tiep-tuc', { ma: code, bonSo: '0000' })).status);
  assert.equal(tries[0], 422);
  assert.equal(tries.at(-1), 429);
});

test('a strange link opens nothing; a list of another commune says so', async () => {
  assert.equal((await house.get('/khai-mot-lan/short')).status, 404);
  assert.equal((await house.get(`/khai-mot-lan/${'A'.repeat(22)}`)).status, 404);
  assert.equal((await house.post(`/khai-mot-lan/${'A'.repeat(22)}/khai/birth-registration`)).status, 404);
  const list = await house.begin('sinh-con', ['birth-registration']);
  assert.equal((await house.post(`${list}/khai/not-a-member`)).location, list);
  const other = await createCommune(db(), { commune: { code: '16078', name: 'Hậu Lộc' } });
  const id = 'b5b5b5b5-0000-4000-8000-000000000001';
  const token = house.program.links.token('life-bundle', id);
  await db().insertInto('life_bundle').values({ commune_code: other.commune.code, id, event_code: 'birth', event_from: '2025-07-01', token_hash: house.program.links.hash(token), code_digest: house.program.links.hash('x'), opening_digits: null, started_at: house.program.clock.now(), opened_at: house.program.clock.now(), expires_at: new Date(house.program.clock.now().getTime() + 1000), closed_at: null }).execute();
  const strange = await house.get(`/khai-mot-lan/${token}`);
  assert.deepEqual([strange.status, /Danh sách của xã khác/u.test(strange.body)], [404, true]);
});

test('a draft that its person deleted is begun anew, and one that expired too; the others keep what they took from it', async () => {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  const birth = await house.declare(list, 'birth-registration');
  await house.answer(birth, BIRTH);
  const residence = await house.declare(list, 'residence');
  assert.match((await house.post(`/to-khai/${birth}/xoa`)).body, new RegExp(`href="${list}"`, 'u'));
  assert.match(text((await house.get(list)).body), /1\. Đăng ký khai sinh Chưa khai/u);
  assert.equal((await house.draft(residence))?.answers['applicant.fullName'], 'Nguyễn Thị Mai');
  const again = await house.declare(list, 'birth-registration');
  assert.notEqual(again, birth);
  // What the other one knows of its applicant comes back.
  assert.equal((await house.draft(again))?.answers['applicant.fullName'], 'Nguyễn Thị Mai');
  await db().updateTable('form_draft').set({ started_at: new Date('2026-01-01T00:00:00Z'), expires_at: new Date('2026-02-01T00:00:00Z') }).where('token_hash', '=', house.program.links.hash(again)).execute();
  const over = await house.get(`/to-khai/${again}`);
  assert.deepEqual([over.status, over.body.includes(`href="${list}"`)], [410, true]);
  assert.notEqual(await house.declare(list, 'birth-registration'), again);
});

test('deleting a list deletes its drafts; what was sent goes on and still belongs together', async () => {
  const open = await house.begin('sinh-con', ['birth-registration']);
  const birth = await house.declare(open, 'birth-registration');
  assert.equal((await house.get(`${open}/xoa`)).status, 200);
  assert.equal((await house.post(`${open}/xoa`)).status, 200);
  assert.deepEqual([await house.draft(birth), (await house.get(open)).status], [undefined, 404]);
  const { list, ids } = await sendBoth();
  assert.match((await house.get(`${list}/xoa`)).body, /Hồ sơ đã nộp không bị xóa/u);
  await house.post(`${list}/xoa`);
  assert.equal((await house.get(list)).status, 404);
  assert.equal((await dossierFor(house.commune.staff.reception.actor, ids[0])).together?.dossiers.length, 1);
});

test('a list whose time is over says so, and is taken away later; once sent dossiers belong to it, only its link and code go', async () => {
  const { clock } = house.program;
  const start = clock.now();
  const [unsent, sent] = [await house.begin('sinh-con', ['residence']), await sendBoth()];
  const ids = async () => (await db().selectFrom('life_bundle').select('id').where('closed_at', 'is', null).execute()).length;
  try {
    clock.set(new Date(start.getTime() + 31 * 86_400_000).toISOString());
    const over = await house.get(unsent);
    assert.deepEqual([over.status, /Danh sách đã hết hạn/u.test(over.body)], [410, true]);
    assert.equal((await house.post(`${unsent}/khai/residence`)).status, 410);
    clock.set(new Date(start.getTime() + 70 * 86_400_000).toISOString());
    assert.ok((await purgeLifeBundles(db(), clock.now(), new AbortController().signal)) >= 2);
    assert.equal(await ids(), 0);
    assert.equal((await house.get(unsent)).status, 404);
    assert.equal((await house.get(sent.list)).status, 404);
  } finally {
    clock.set(start.toISOString());
  }
  assert.equal((await dossierFor(house.commune.staff.reception.actor, sent.ids[0])).together?.dossiers.length, 1);
});

test('a procedure or form that is no longer in force is named, and the rest of the list goes on; the event itself is offered only within its days', async () => {
  const { clock } = house.program;
  const start = clock.now();
  try {
    clock.set('2027-02-20T03:00:00Z');
    const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
    clock.set('2027-03-02T03:00:00Z');
    const page = text((await house.get(list)).body);
    assert.match(page, /Hôm nay chưa khai được Thủ tục hoặc mẫu tờ khai hôm nay không dùng được/u);
    const refused = await house.post(`${list}/khai/birth-registration`);
    assert.deepEqual([refused.status, /Việc này hôm nay không khai được trên mạng/u.test(refused.body)], [422, true]);
    assert.match((await house.post(`${list}/khai/residence`)).location, /^\/to-khai\//u);
    assert.equal((await house.get('/khai-mot-lan/bat-dau/sinh-con')).status, 404);
    assert.doesNotMatch((await house.get('/viec/sinh-con')).body, /khai-mot-lan/u);
  } finally {
    clock.set(start.toISOString());
  }
});

test('a declaration of the list that was printed and received at the counter counts as sent, with the dossier that it became', async () => {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  const token = await house.declare(list, 'birth-registration');
  await house.answer(token, BIRTH);
  const draft = await house.draft(token);
  const definition = readFormFiles(fileURLToPath(new URL('../../../../data/forms', import.meta.url))).definitions.find((one) => one.definition.code === 'birth-registration')?.definition;
  assert.ok(draft !== undefined && definition !== undefined);
  const form = wholeForm(compileForm(definition));
  const { answers } = form.judge(draft.answers as never, { today: '2026-11-23', placesLookedUp: true });
  const dossierId = randomUUID();
  const body = {
    commandId: randomUUID(), dossierId, procedureCode: '1.001193', channel: 'counter', authorisedBy: null, assistedBy: null, content: 'Khai sinh', copies: 1, delivery: { method: 'counter', address: null },
    person: { citizenNumber: '038196000123', fullName: 'Nguyễn Thị Mai', birthDate: '1996-03-05', sex: 'female', address: 'Thôn Hoa Phú, xã Hoa Lộc', villageId: null, phone: '0912345678', email: null },
    papers: [{ id: randomUUID(), requirementId: null, name: 'Giấy chứng sinh', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [] }],
    form: { codes: [...formCodes(form.definition, '1.001193', answers, draft.id)], mended: {} },
  };
  const received = await house.program.server.inject({ method: 'POST', url: '/api/dossiers', headers: { ...house.program.as(house.commune.staff.reception.actor), host: 'xa.test' }, payload: body });
  assert.equal(received.statusCode, 200, received.body);
  const page = text((await house.get(list)).body);
  assert.match(page, /1\. Đăng ký khai sinh Đã nộp · Xã đã tiếp nhận/u);
  assert.deepEqual((await dossierFor(house.commune.staff.reception.actor, dossierId)).history.map(({ event }) => event), ['received', 'declared-together']);
  // Only the registration that grants what was asked ends the waiting of the others.
  assert.match(page, /2\. Đăng ký thường trú Chờ kết quả của việc trước/u);
  await db().updateTable('dossier').set({ state: 'decided', result_kind: 'positive', decided_at: house.program.clock.now(), ended_at: house.program.clock.now(), current_step: null, current_role_name: null }).where('id', '=', dossierId).execute();
  assert.match(text((await house.get(list)).body), /2\. Đăng ký thường trú Chưa khai/u);
});

test('sending one declaration while another window opens it from the list does not wait for each other for ever', async () => {
  const list = await house.begin('sinh-con', ['birth-registration', 'residence']);
  const birth = await house.declare(list, 'birth-registration');
  await house.answer(birth, BIRTH);
  const [sent, ...opened] = await Promise.all([house.send(birth), ...Array.from({ length: 4 }, () => house.post(`${list}/khai/birth-registration`))]);
  assert.match(sent, /gui=/u);
  assert.deepEqual(opened.map(({ status }) => status), [303, 303, 303, 303]);
});

test('no page of a list weighs more than 20 KB on the wire', async () => {
  const events: Readonly<Record<string, readonly string[]>> = {
    'sinh-con': ['birth-registration', 'residence', 'copies'], 'qua-doi': ['death-registration', 'residence', 'funeral-support', 'funeral-support-pension', 'copies'], 'ket-hon': ['marital-status', 'marriage-registration', 'residence'],
  };
  for (const [slug, members] of Object.entries(events)) {
    const list = await house.begin(slug, members);
    for (const path of [`/khai-mot-lan/bat-dau/${slug}`, list, `${list}/de-sau`, `${list}/xoa`]) {
      const bytes = brotliCompressSync((await house.get(path)).body).length;
      assert.ok(bytes <= 20 * 1024, `${path}: ${String(bytes)} bytes`);
    }
  }
});
