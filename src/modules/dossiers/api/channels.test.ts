import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { faultsOf, filledForm, postParts, textParts } from './declare-for-tests.ts';
import { declarationRoutes } from './declaration-routes.tsx';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse(declarationRoutes);
});
after(() => house.close());

async function receive(change: Readonly<Record<string, unknown>> = {}) {
  const { reception } = house.commune.staff;
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, change));
  const id = String(answer.body['id']);
  return { ...answer, id, open: async () => (await house.call(reception.actor, 'GET', `/api/dossiers/${id}`)).body };
}

for (const channel of ['counter', 'home', 'post', 'kiosk'] as const) {
  test(`the database refuses the application to rewrite the channel of a filing by ${channel}`, async () => {
    const { id, open } = await receive({ channel });
    await assert.rejects(house.database.pool.query("update dossier set channel = 'online' where id = $1", [id]), { code: '42501' });
    assert.equal((await open())['channel'], channel);
  });
}

test('other columns of a dossier change as before', async () => {
  const { id } = await receive();
  const { rowCount } = await house.database.pool.query("update dossier set content = 'Khai sinh', channel = 'counter' where id = $1", [id]);
  assert.equal(rowCount, 1);
});

test('help at the counter is kept apart: the filing stays at the counter, is 1 for the nation, and never counts as online', async () => {
  const { open, body, status } = await receive({ assistedBy: 'Chị Hoa, tổ công nghệ số', assistedConsent: 'spoken', assistedAccount: 'own' });
  assert.equal(status, 200, JSON.stringify(body));
  const dossier = await open();
  assert.deepEqual(
    [dossier['assistedBy'], dossier['assistedConsent'], dossier['assistedAccount'], dossier['channel'], dossier['nationalChannel'], dossier['countsAsOnline']],
    ['Chị Hoa, tổ công nghệ số', 'spoken', 'own', 'counter', 1, false],
  );
});

for (const [what, change, code] of [
  ['an officer’s account', { assistedBy: 'Chị Hoa', assistedConsent: 'spoken', assistedAccount: 'officer' }, 'dossier.officer-account'],
  ['help without consent', { assistedBy: 'Chị Hoa' }, 'dossier.consent-missing'],
  ['consent to nobody’s help', { assistedConsent: 'written' }, 'dossier.helper-missing'],
] as const) {
  test(`reception refuses ${what}`, async () => {
    const { body, status } = await receive(change);
    assert.deepEqual([status, body['code']], [422, code]);
  });
}

async function declare(change: Readonly<Record<string, string>>) {
  return postParts(house, textParts(await filledForm(house, change)));
}

for (const [what, change, words] of [
  ['an officer’s account', { assistedBy: 'Chị Hoa', assistedConsent: 'spoken', assistedAccount: 'officer' }, /Không nộp hồ sơ bằng tài khoản của cán bộ/],
  ['help without consent', { assistedBy: 'Chị Hoa' }, /có đồng ý không/],
] as const) {
  test(`a declaration from home refuses ${what} and keeps what was typed`, async () => {
    const page = await declare(change);
    assert.equal(page.status, 422);
    assert.match(faultsOf(page.body).join(' '), words);
    assert.match(page.body, /value="Chị Hoa"/);
  });
}

test('a declaration with help keeps who helped, how the person agreed and whose account it was', async () => {
  assert.equal((await declare({ assistedBy: 'Chị Hoa', assistedConsent: 'written', assistedAccount: 'representative' })).status, 303);
  const row = await house.database.db.selectFrom('dossier').select(['channel', 'assisted_by', 'assisted_consent', 'assisted_account']).where('channel', '=', 'online').orderBy('submitted_at', 'desc').executeTakeFirstOrThrow();
  assert.deepEqual(row, { channel: 'online', assisted_by: 'Chị Hoa', assisted_consent: 'written', assisted_account: 'representative' });
});

test('a declaration sent while an officer is signed in is refused: it would count help at the counter as a filing from home', async () => {
  const { reception } = house.commune.staff;
  await house.call(reception.actor, 'GET', '/api/villages');
  const form = await filledForm(house);
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.append(name, value);
  const request = new Request('http://xa.test', { method: 'POST', body });
  const answer = await house.server.inject({
    method: 'POST', url: '/khai/1.001193', headers: { 'x-actor': reception.actor.staffId, 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()),
  });
  assert.equal(answer.statusCode, 422);
  assert.match(faultsOf(answer.body).join(' '), /đang đăng nhập tài khoản cán bộ/);
});
