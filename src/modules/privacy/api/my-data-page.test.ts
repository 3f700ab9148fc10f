import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { SECOND } from '../../../../test/clock.ts';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';
import { consentingPeople } from './consents.ts';

let program: TwoCommunes;
before(async () => { program = await createTwoCommunes(); });
after(() => program.close());

/** A received dossier and its link. */
async function linked(): Promise<{ readonly id: string; readonly path: string; readonly personId: string }> {
  const { params } = await program.make('dossier', program.home);
  const token = program.links.token('dossier', params['id'] ?? '');
  const { person_id: personId } = await program.database.owner.db.selectFrom('dossier').select('person_id').where('id', '=', params['id'] ?? '').executeTakeFirstOrThrow();
  return { id: params['id'] ?? '', path: `/h/${token}`, personId: personId ?? '' };
}

async function send(url: string, fields: Readonly<Record<string, string>>, cookie = '') {
  const answer = await program.server.inject({ method: 'POST', url, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString() });
  return { status: answer.statusCode, body: answer.body, location: answer.headers.location, cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '' };
}
const get = async (url: string, cookie = '') => program.server.inject({ method: 'GET', url, headers: { cookie } });
const open = async (path: string) => (await send(`${path}/mo`, { bonSo: '0012', toi: 'du-lieu' })).cookie;

test('without the digits nothing is shown and nothing is asked; wrong ones open nothing and are slowed down', async () => {
  const one = await linked();
  assert.match((await get(`${one.path}/du-lieu`)).body, /Nhập 4 số cuối/);
  const answer = await send(`${one.path}/du-lieu`, { viec: 'access', noiDung: 'Cho tôi bản sao' });
  assert.match(answer.body, /Nhập 4 số cuối/);
  const statuses = [];
  for (let guess = 0; guess < 12; guess += 1) statuses.push((await send(`${one.path}/mo`, { bonSo: '9999', toi: 'du-lieu' })).status);
  assert.ok(statuses.includes(429), statuses.join());
  const { rows } = await program.database.owner.pool.query('select 1 from data_request where dossier_id = $1', [one.id]);
  assert.equal(rows.length, 0);
});

test('a citizen asks, sent twice it is one request, sees how it stands, and takes it back', async () => {
  const one = await linked();
  const cookie = await open(one.path);
  const commandId = randomUUID();
  for (let time = 0; time < 2; time += 1) assert.equal((await send(`${one.path}/du-lieu`, { commandId, viec: 'correction', noiDung: 'Sửa tên tôi' }, cookie)).status, 303);
  const page = (await get(`${one.path}/du-lieu`, cookie)).body;
  assert.match(page, /DL-2026-\d{4}/);
  assert.match(page, /Sửa tên tôi/);
  assert.doesNotMatch(page, /003190999901/);
  await send(`${one.path}/du-lieu/rut`, { yeuCau: commandId }, cookie);
  const { rows } = await program.database.owner.pool.query('select state, channel from data_request where dossier_id = $1', [one.id]);
  assert.deepEqual(rows, [{ state: 'withdrawn', channel: 'tracking' }]);
  const empty = await send(`${one.path}/du-lieu`, { viec: '', noiDung: ' ' }, cookie);
  assert.equal(empty.status, 422);
  assert.match(empty.body, /Chọn một việc/);
});

test('consent counts from its moment and a second after it is taken back no more; the history has both', async () => {
  const one = await linked();
  const cookie = await open(one.path);
  const { db } = program.database;
  const code = program.home.commune.code;
  const standsFor = async (purpose: string) => (await consentingPeople(db, code, purpose, program.clock.now())).includes(one.personId);
  const stands = () => standsFor('surveys');
  assert.equal(await stands(), false);
  await send(`${one.path}/du-lieu/dong-y`, { commandId: randomUUID(), mucDich: 'surveys', noi: 'co' }, cookie);
  assert.equal(await stands(), true);
  assert.equal(await standsFor('pictures'), false);
  program.clock.pass(SECOND);
  await send(`${one.path}/du-lieu/dong-y`, { commandId: randomUUID(), mucDich: 'surveys', noi: 'khong' }, cookie);
  program.clock.pass(SECOND);
  assert.equal(await stands(), false);
  const { rows } = await program.database.owner.pool.query("select act, channel from consent_event where purpose = 'surveys' order by at");
  assert.deepEqual(rows, [{ act: 'given', channel: 'tracking' }, { act: 'withdrawn', channel: 'tracking' }]);
  await send(`${one.path}/du-lieu/dong-y`, { commandId: randomUUID(), mucDich: 'bán dữ liệu', noi: 'co' }, cookie);
  assert.equal((await program.database.owner.pool.query('select 1 from consent_event')).rows.length, 2);
});
