import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { faultsOf, filledForm, freshAddress, openPage, postParts, textParts } from './declare-for-tests.ts';
import { publicDossierRoutes } from './public-routes.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse(publicDossierRoutes);
});
after(() => house.close());

async function declared(): Promise<{ readonly id: string; readonly path: string }> {
  const fields = await filledForm(house);
  const sent = await postParts(house, textParts(fields));
  assert.equal(sent.status, 303, faultsOf(sent.body).join(' '));
  return { id: String(fields['dossierId']), path: String(sent.location).replace('?moi=1', '') };
}

async function send(url: string, fields: Readonly<Record<string, string>>, cookie = '') {
  const answer = await house.server.inject({
    method: 'POST', url, headers: { 'x-forwarded-for': freshAddress(), cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString(),
  });
  return { status: answer.statusCode, body: answer.body, location: answer.headers.location, cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '' };
}

async function get(url: string, cookie = '') {
  const answer = await house.server.inject({ method: 'GET', url, headers: { 'x-forwarded-for': freshAddress(), cookie } });
  return { status: answer.statusCode, body: answer.body, location: answer.headers.location };
}

const open = async (path: string) => (await send(`${path}/mo`, { bonSo: '0012', toi: 'rut' })).cookie;
const row = (id: string) => house.database.db.selectFrom('dossier').select(['state', 'withdrawal_reason', 'version']).where('id', '=', id).executeTakeFirstOrThrow();
const commandIdOf = (body: string) => /name="commandId" value="([^"]+)"/.exec(body)?.[1] ?? '';

test('a citizen asks to withdraw from the tracking page after four digits; sent twice it is one wish, and the officer reads the reason', async () => {
  const one = await declared();
  assert.match((await openPage(house, one.path)).body, new RegExp(`href="${one.path}/rut">Xin rút hồ sơ này`));
  const closed = await get(`${one.path}/rut`);
  assert.match(closed.body, /để người khác không rút hồ sơ thay bạn/);
  const wrong = await send(`${one.path}/mo`, { bonSo: '9999', toi: 'rut' });
  assert.deepEqual([wrong.status, wrong.cookie], [422, '']);
  const right = await send(`${one.path}/mo`, { bonSo: '0012', toi: 'rut' });
  assert.deepEqual([right.status, right.location], [303, `${one.path}/rut`]);

  const form = await get(`${one.path}/rut`, right.cookie);
  const fields = { commandId: commandIdOf(form.body), lyDo: 'Đã làm ở nơi tạm trú' };
  for (let time = 0; time < 2; time += 1) assert.deepEqual((await send(`${one.path}/rut`, fields, right.cookie)).location, one.path);
  assert.deepEqual(await row(one.id), { state: 'withdraw-requested', withdrawal_reason: 'Đã làm ở nơi tạm trú', version: 2 });
  assert.equal((await openPage(house, one.path)).body.includes('/rut'), false, 'asked once, it is not offered again');
  assert.equal((await get(`${one.path}/rut`, right.cookie)).location, one.path);
});

test('without the digits nothing is withdrawn, with those of another dossier neither', async () => {
  const [one, two] = [await declared(), await declared()];
  const cookie = await open(two.path);
  for (const mine of ['', cookie]) {
    assert.equal((await send(`${one.path}/rut`, { commandId: randomUUID(), lyDo: 'Lấy trộm' }, mine)).location, `${one.path}/rut`);
  }
  assert.equal((await row(one.id)).state, 'submitted');
  assert.equal((await send('/h/aaaaaaaaaaaaaaaaaaaaaa/rut', { lyDo: 'x' })).status, 404);
});

for (const [what, lyDo] of [['no reason', ''], ['blanks', ' \t ']] as const) {
  test(`${what} is asked for beside the box, and nothing happens`, async () => {
    const one = await declared();
    const answer = await send(`${one.path}/rut`, { commandId: randomUUID(), lyDo }, await open(one.path));
    assert.equal(answer.status, 422);
    assert.match(answer.body, /Ghi vì sao bạn rút hồ sơ/);
    assert.equal((await row(one.id)).state, 'submitted');
  });
}

test('a reason that is far too long is cut to what is kept, markup is text', async () => {
  const one = await declared();
  const cookie = await open(one.path);
  await send(`${one.path}/rut`, { commandId: 'không phải mã', lyDo: `<script>alert(1)</script>${'x'.repeat(5000)}` }, cookie);
  const { state, withdrawal_reason: reason } = await row(one.id);
  assert.deepEqual([state, reason?.length, reason?.startsWith('<script>')], ['withdraw-requested', 2000, true]);
});

test('four digits typed at the look-up page open what lies behind them without asking again', async () => {
  const one = await declared();
  const { reference } = await house.database.db.selectFrom('dossier').select('reference').where('id', '=', one.id).executeTakeFirstOrThrow();
  const found = await send('/tra-cuu', { ma: reference, bonSo: '0012' });
  assert.deepEqual([found.status, found.location], [303, one.path]);
  assert.match((await get(`${one.path}/rut`, found.cookie)).body, /Vì sao bạn rút\?/);
});
