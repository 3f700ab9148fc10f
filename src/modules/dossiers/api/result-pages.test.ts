import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { keepFile } from '../../../platform/files/keep-upload.ts';
import { freshAddress } from './declare-for-tests.ts';
import { publicDossierRoutes } from './public-routes.ts';
import { photo } from './sample-files-for-tests.ts';

let house: DossierHouse;
let picture: string;
before(async () => {
  house = await createDossierHouse(publicDossierRoutes);
  const kept = await keepFile(house.database.db, house.deps.files, house.commune.commune.code, await photo(120), 'Trích lục Nguyễn Thị Mẫu.jpg', house.clock.now());
  assert.ok(kept.ok);
  picture = kept.value.sha256;
});
after(() => house.close());

async function act(role: 'reception' | 'specialist' | 'president' | 'clerk', id: string, path: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await house.call(house.commune.staff[role].actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), ...body });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
}

/** A dossier of which the leader has decided; sealed with an electronic result when there are files. */
async function dossier(files: readonly { readonly fileName: string }[] | null): Promise<{ readonly id: string; readonly code: string; readonly path: string }> {
  const { body } = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house));
  const id = String(body['id']);
  const step = { note: null, outcome: null, legalBasis: null };
  await act('reception', id, 'actions', { ...step, expectedVersion: 1, action: 'transfer' });
  await act('specialist', id, 'actions', { ...step, expectedVersion: 2, action: 'appraise' });
  await act('president', id, 'actions', { ...step, expectedVersion: 3, action: 'approve' });
  if (files !== null) {
    await act('clerk', id, 'seal', { expectedVersion: 4, resultNumber: '25/2026', note: null, files: files.map(({ fileName }) => ({ id: randomUUID(), sha256: picture, fileName })), validTo: '2027-05-23' });
  }
  return { id, code: String(body['code']), path: new URL(String(body['link'])).pathname };
}

const SEALED = [{ fileName: 'Trích lục Nguyễn Thị Mẫu.jpg' }];

async function get(url: string, cookie = '', address = freshAddress()) {
  const answer = await house.server.inject({ method: 'GET', url, headers: { 'x-forwarded-for': address, cookie } });
  return { status: answer.statusCode, body: answer.body, raw: answer.rawPayload, location: answer.headers.location, headers: answer.headers };
}

async function openWith(path: string, bonSo: string) {
  const answer = await house.server.inject({ method: 'POST', url: `${path}/mo`, headers: { 'x-forwarded-for': freshAddress(), 'content-type': 'application/x-www-form-urlencoded' }, payload: `bonSo=${bonSo}&toi=ket-qua` });
  return { status: answer.statusCode, location: answer.headers.location, cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '', body: answer.body };
}

test('the tracking page leads to the electronic result; four digits open it, and the file is the one that was sealed', async () => {
  const one = await dossier(SEALED);
  assert.ok((await get(one.path)).body.includes(`href="${one.path}/ket-qua"`));
  const closed = await get(`${one.path}/ket-qua`);
  assert.match(closed.body, /Nhập 4 số cuối để mở/);
  assert.match(closed.body, /người khác không tải được/);
  assert.equal(closed.body.includes('/ket-qua/1'), false);
  const right = await openWith(one.path, '0012');
  assert.deepEqual([right.status, right.location], [303, `${one.path}/ket-qua`]);
  const page = await get(`${one.path}/ket-qua`, right.cookie);
  for (const words of [one.code, '25/2026', '23/05/2027', `href="${one.path}/ket-qua/1"`]) assert.ok(page.body.includes(words), words);
  assert.equal(page.headers['cache-control'], 'no-store');
  assert.equal(page.headers['referrer-policy'], 'no-referrer');
  const file = await get(`${one.path}/ket-qua/1`, right.cookie);
  const stored = await house.deps.files.read(picture);
  assert.ok(stored.ok && stored.value.equals(file.raw));
  assert.equal(file.headers['content-type'], 'image/jpeg');
  assert.equal(file.headers['cache-control'], 'private, no-store');
  // The clerk's own name of the file says whose it is; the one that is sent does not.
  assert.equal(file.headers['content-disposition'], `attachment; filename*=UTF-8''ket-qua-${one.code}-1.jpg`);
});

test('neither the link alone, nor wrong digits, nor the digits of another dossier, nor old ones give the result away', async () => {
  const [one, other] = [await dossier(SEALED), await dossier(SEALED)];
  assert.equal((await get(`${one.path}/ket-qua/1`)).status, 404);
  const wrong = await openWith(one.path, '7777');
  assert.deepEqual([wrong.status, wrong.cookie], [422, '']);
  assert.match(wrong.body, /name="toi" value="ket-qua"/);
  const { cookie } = await openWith(other.path, '0012');
  assert.equal((await get(`${one.path}/ket-qua/1`, cookie)).status, 404);
  assert.match((await get(`${one.path}/ket-qua`, cookie)).body, /Nhập 4 số cuối/);
  for (const forged of ['9999999999.x', '9999999999', 'x.y.z']) assert.equal((await get(`${one.path}/ket-qua/1`, `xaso-ho-so=${forged}`)).status, 404);
  const own = await openWith(one.path, '0012');
  for (const number of ['0', '2', '-1', 'x', '1/../2', '%31%00', '999']) assert.ok([400, 404].includes((await get(`${one.path}/ket-qua/${number}`, own.cookie)).status), number);
  house.clock.pass(7 * 3_600_000);
  assert.equal((await get(`${one.path}/ket-qua/1`, own.cookie)).status, 404);
  assert.equal((await get('/h/xxxxxxxxxxxxxxxxxxxxxx/ket-qua')).status, 404);
  assert.equal((await get('/h/xxxxxxxxxxxxxxxxxxxxxx/ket-qua/1', own.cookie)).status, 404);
});

test('wrong digits are counted here as everywhere, and the downloads of one address are bounded', async () => {
  const one = await dossier(SEALED);
  const statuses: number[] = [];
  for (let tries = 0; tries < 7; tries += 1) statuses.push((await openWith(one.path, '7777')).status);
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429]);
  const address = freshAddress();
  const asked: number[] = [];
  for (let times = 0; times < 32; times += 1) asked.push((await get(`${one.path}/ket-qua/1`, '', address)).status);
  assert.equal(asked.at(-1), 429);
});

test('without an electronic result there is nothing to open, before the seal as after it', async () => {
  for (const one of [await dossier(null), await dossier([])]) {
    assert.equal((await get(one.path)).body.includes('ket-qua'), false);
    const { cookie } = await openWith(one.path, '0012');
    const page = await get(`${one.path}/ket-qua`, cookie);
    assert.deepEqual([page.status, page.location], [303, one.path]);
    assert.equal((await get(`${one.path}/ket-qua/1`, cookie)).status, 404);
  }
});

test('a reopened decision takes the result off the page; what was handed over stays there', async () => {
  const reopened = await dossier(SEALED);
  const { cookie } = await openWith(reopened.path, '0012');
  await act('president', reopened.id, 'reopen', { expectedVersion: 5, reason: 'Sai tên' });
  assert.equal((await get(`${reopened.path}/ket-qua/1`, cookie)).status, 404);
  const returned = await dossier(SEALED);
  await act('reception', returned.id, 'hand-over', { expectedVersion: 5, receiver: { name: 'Nguyễn Thị Mẫu', relation: 'self', paper: null }, proof: null, note: null });
  const own = await openWith(returned.path, '9901');
  assert.equal((await get(`${returned.path}/ket-qua/1`, own.cookie)).status, 200);
});

test('the journal tells that a result was taken, with nobody’s name, number or telephone', async () => {
  const one = await dossier(SEALED);
  const { cookie } = await openWith(one.path, '0012');
  await get(`${one.path}/ket-qua/1`, cookie);
  const lines = await house.database.owner.db.selectFrom('journal').select('entry').execute();
  const taken = lines.filter(({ entry }) => entry.includes('result.downloaded') && entry.includes(one.id));
  assert.equal(taken.length, 1);
  for (const secret of ['Nguyễn', 'Trích lục', '003190999901', '0900000012', one.path.slice(3)]) assert.equal(taken[0]?.entry.includes(secret), false, secret);
});
