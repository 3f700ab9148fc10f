import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { stopPdfWorker } from '../../../platform/pdf/render-pdf.ts';
import { type DossierResponse } from '../contract/dossier-schemas.ts';
import { faultsOf, filledForm, freshAddress, openPage, postParts, textParts } from './declare-for-tests.ts';
import { publicDossierRoutes } from './public-routes.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse(publicDossierRoutes);
});
after(async () => {
  await stopPdfWorker();
  await house.close();
});

interface Refused {
  readonly id: string;
  readonly path: string;
  readonly paperId: string;
}

/** A declaration that reception refused: form 03 was issued. */
async function refused(): Promise<Refused> {
  const fields = await filledForm(house);
  const sent = await postParts(house, textParts(fields));
  assert.equal(sent.status, 303, faultsOf(sent.body).join(' '));
  const id = String(fields['dossierId']);
  const { actor } = house.commune.staff.reception;
  const done = await house.call(actor, 'POST', `/api/dossiers/${id}/reject`, { commandId: randomUUID(), expectedVersion: 1, reason: 'Việc sinh đã được đăng ký ở nơi khác' });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  const { issued } = (await house.call(actor, 'GET', `/api/dossiers/${id}`)).body as unknown as DossierResponse;
  assert.deepEqual(issued.map(({ kind }) => kind), ['refusal']);
  return { id, path: String(sent.location).replace('?moi=1', ''), paperId: issued[0]?.id ?? '' };
}

async function get(url: string, cookie = '') {
  const answer = await house.server.inject({ method: 'GET', url, headers: { 'x-forwarded-for': freshAddress(), cookie } });
  return { status: answer.statusCode, body: answer.body, raw: answer.rawPayload, headers: answer.headers };
}

async function open(path: string, bonSo: string, toi: string) {
  const answer = await house.server.inject({
    method: 'POST', url: `${path}/mo`, headers: { 'x-forwarded-for': freshAddress(), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ bonSo, toi }).toString(),
  });
  return { status: answer.statusCode, body: answer.body, location: answer.headers.location, cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '' };
}

test('the page of a refused declaration offers form 03 by name and number; what stands on it opens with four digits and is then a PDF that nobody keeps', async () => {
  const one = await refused();
  const { body } = await openPage(house, one.path);
  const address = `${one.path}/giay/${one.paperId}`;
  for (const words of ['Giấy của xã gửi bạn', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ, số', `href="${address}"`]) assert.ok(body.includes(words), words);
  assert.equal(body.includes('Nguyễn Thị Mẫu'), false);

  const closed = await get(address);
  assert.equal(closed.status, 200);
  assert.ok(String(closed.headers['content-type']).startsWith('text/html') && closed.body.includes(`value="giay/${one.paperId}"`));
  const wrong = await open(one.path, '9999', `giay/${one.paperId}`);
  assert.ok(wrong.status === 422 || wrong.status === 403, String(wrong.status));
  assert.ok(wrong.cookie === '' && wrong.body.includes(`value="giay/${one.paperId}"`));

  const right = await open(one.path, '0012', `giay/${one.paperId}`);
  assert.deepEqual([right.status, right.location], [303, address]);
  const pdf = await get(address, right.cookie);
  assert.equal(pdf.headers['content-type'], 'application/pdf');
  assert.match(String(pdf.headers['cache-control']), /no-store/);
  assert.match(readPdf(pdf.raw).pages.map(({ text }) => text).join(' ').replace(/\s+/gu, ' '), /PHIẾU TỪ CHỐI TIẾP NHẬN.*Việc sinh đã được đăng ký ở nơi khác/u);
});

test('the digits of one dossier open no paper of another, a paper of the office is no paper of the citizen, a withdrawn one is gone', async () => {
  const [one, two] = [await refused(), await refused()];
  const { cookie } = await open(one.path, '0012', `giay/${one.paperId}`);
  assert.equal((await get(`${one.path}/giay/${two.paperId}`, cookie)).status, 404);
  assert.ok(String((await get(`${two.path}/giay/${two.paperId}`, cookie)).headers['content-type']).startsWith('text/html'));
  assert.equal((await get(`${one.path}/giay/${randomUUID()}`, cookie)).status, 404);
  assert.equal((await get(`${one.path}/giay/x`, cookie)).status, 404);
  // The digits lead to nothing but places of the same dossier.
  assert.equal((await open(one.path, '0012', 'https://example.org')).location, `${one.path}/bo-sung`);
  const { actor } = house.commune.staff.clerk;
  assert.equal((await house.call(actor, 'POST', `/api/papers/${one.paperId}/void`, { commandId: randomUUID(), reason: 'Sai lý do' })).status, 200);
  assert.equal((await get(`${one.path}/giay/${one.paperId}`, cookie)).status, 404);
  assert.equal((await openPage(house, one.path)).body.includes('/giay/'), false);
});
