import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { PLATFORM_PROBLEMS } from '../../../platform/http/problem-table.ts';
import { createServer } from '../../../platform/http/server.ts';
import { SETTINGS_PROBLEMS } from '../../settings/contract/problems.ts';
import { settingsRoutes } from '../../settings/index.ts';
import { OWN_FORMS, PAPER_SETTINGS } from '../settings.ts';

let house: DossierHouse;
let settings: Awaited<ReturnType<typeof createServer>>;
let day: string;
before(async () => {
  house = await createDossierHouse();
  day = dateAt(house.clock.now().getTime());
  const { commune, staff } = house.commune;
  settings = await createServer({
    routes: settingsRoutes({ db: house.database.db, groups: [PAPER_SETTINGS], communes: () => Promise.resolve([{ code: commune.code, name: commune.name }]), standingOf: () => Promise.resolve({ communes: 1, speaks: true, deciders: [] }), onChanged: () => undefined }),
    problems: { ...PLATFORM_PROBLEMS, ...SETTINGS_PROBLEMS }, identify: () => staff.administrator.actor, keepView: () => undefined, renderProblemPage: ({ code }) => code, contentSecurityPolicy: "default-src 'none'", version: '0', clock: house.clock.now, logLevel: 'silent', secure: false,
  });
});
after(async () => {
  await settings.close();
  await house.close();
});

let revision = 0;
async function change(value: unknown, more: object = {}): Promise<{ readonly status: number; readonly code: unknown; readonly words: string }> {
  const payload = { commandId: randomUUID(), expectedRevision: revision, key: OWN_FORMS.receipt.key, level: 'commune', act: 'set', value, fixed: false, validFrom: day, reason: 'Thông tư mới', ...more };
  const answer = await settings.inject({ method: 'POST', url: '/api/settings/changes', payload });
  if (answer.statusCode === 200) revision = answer.json<{ revision: number }>().revision;
  return { status: answer.statusCode, code: answer.json<{ code?: string }>().code, words: answer.body };
}

async function received(actor: StaffActor): Promise<{ readonly id: string; readonly title: string; readonly suffix: string | null }> {
  const { body } = await house.call(actor, 'POST', '/api/dossiers', receptionRequest(house));
  const id = String(body['id']);
  return { id, ...(await templateOf(id)) };
}

async function templateOf(id: string): Promise<{ readonly title: string; readonly suffix: string | null }> {
  const { rows: [row] } = await house.database.owner.pool.query<{ title: string; suffix: string | null }>("select view #>> '{template,title}' as title, view #>> '{template,numberSuffix}' as suffix from official_paper where dossier_id = $1 and kind = 'receipt'", [id]);
  assert.ok(row !== undefined);
  return row;
}

test('a form that the office changed is on the papers of that day on, and what was issued stays as it was', async () => {
  const { actor } = house.commune.staff.reception;
  const earlier = await received(actor);
  assert.deepEqual([earlier.title, earlier.suffix], ['Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'TTPVHCC']);
  assert.equal((await change({ title: 'Giấy hẹn trả kết quả', number: '', numberSuffix: 'GH-TTPVHCC' })).status, 200);
  const later = await received(actor);
  assert.deepEqual([later.title, later.suffix], ['Giấy hẹn trả kết quả', 'GH-TTPVHCC']);
  assert.deepEqual(await templateOf(earlier.id), { title: earlier.title, suffix: earlier.suffix });
});

test('a change for a later day does not show today, and giving the own form up brings the circular’s back', async () => {
  const { actor } = house.commune.staff.reception;
  const tomorrow = dateAt(house.clock.now().getTime() + 86_400_000);
  assert.equal((await change({ title: 'Giấy hẹn mới', number: '1', numberSuffix: '' }, { validFrom: tomorrow })).status, 200);
  assert.equal((await received(actor)).title, 'Giấy hẹn trả kết quả');
  assert.equal((await change(null, { act: 'inherit' })).status, 200);
  assert.equal((await received(actor)).title, 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả');
});

const WRONG: readonly (readonly [string, unknown])[] = [
  ['a suffix in small letters', { title: '', number: '', numberSuffix: 'gh-tt' }],
  ['a suffix that ends with a hyphen', { title: '', number: '', numberSuffix: 'GH-' }],
  ['a title over two lines', { title: 'Giấy\nhẹn', number: '', numberSuffix: '' }],
  ['a title with marks of a page', { title: '<b>Giấy</b>', number: '', numberSuffix: '' }],
  ['a title as long as a page', { title: 'G'.repeat(121), number: '', numberSuffix: '' }],
  ['a text that is missing', { title: 'Giấy hẹn' }],
  ['a text that nobody knows', { title: '', number: '', numberSuffix: '', font: 'Arial' }],
];
for (const [name, value] of WRONG) {
  test(`${name} is refused with a sentence`, async () => {
    const refused = await change(value);
    assert.deepEqual([refused.status, refused.code], [422, 'settings.texts-unfit']);
    assert.match(refused.words, /Có ô ghi dài quá hoặc có ký tự không dùng được/u);
  });
}
