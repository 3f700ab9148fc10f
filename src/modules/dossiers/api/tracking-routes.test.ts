import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { faultsOf, fieldValue, filledForm, freshAddress, openPage, postParts, postRaw, textParts } from './declare-for-tests.ts';
import { publicDossierRoutes } from './public-routes.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse(publicDossierRoutes);
});
after(() => house.close());

async function received(change: Readonly<Record<string, unknown>> = {}) {
  const { body } = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, change));
  return { id: String(body['id']), code: String(body['code']), path: new URL(String(body['link'])).pathname };
}

function lookUp(fields: Readonly<Record<string, string>>, address = freshAddress()) {
  return postRaw(house, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded', '/tra-cuu', address);
}

const PRIVATE = ['003190999901', '0900000012', '0012', '9901', 'Nguyễn Thị Mẫu', 'Thôn Hoa Phú, xã Hoa Lộc<'];

test('a secret link shows where the dossier stands, in both languages, and nothing personal', async () => {
  const dossier = await received();
  const { status, body, headers } = await openPage(house, dossier.path);
  assert.equal(status, 200);
  for (const words of [dossier.code, 'Xã đã tiếp nhận', 'Trước 17 giờ thứ Hai 23/11', 'Cán bộ Một cửa, Trung tâm Phục vụ hành chính công xã Hoa Lộc', 'Vì sao hẹn ngày này?', 'Mọi tin nhắn của xã', '0237 3865 123']) {
    assert.ok(body.includes(words), words);
  }
  for (const secret of PRIVATE) assert.equal(body.includes(secret), false, secret);
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.match(String(headers['x-robots-tag']), /noindex/);
  assert.match(body, /<meta name="robots" content="noindex"\/>/);
  const english = await openPage(house, dossier.path, 'en');
  assert.match(english.body, /Received by the commune/);
  assert.match(english.body, /By 17:00 on Monday 23 November/);
  assert.match(english.body, /<h1>Birth registration<\/h1>/);
});

test('papers that were only shown are not listed as the office’s', async () => {
  const { body } = await openPage(house, (await received()).path);
  assert.match(body, /Giấy chứng sinh/);
  assert.equal(body.includes('Căn cước của mẹ'), false);
});

test('the receipt stands on the page only until the declaration is received or refused', async () => {
  const fields = await filledForm(house);
  const sent = await postParts(house, textParts(fields));
  const receipt = String(sent.location);
  assert.match((await openPage(house, receipt)).body, /Bản khai đã gửi tới xã/);
  assert.equal((await openPage(house, receipt.replace('?moi=1', ''))).body.includes('Bản khai đã gửi tới xã'), false);
  const refusal = { commandId: house.deps.newId(), expectedVersion: 1, reason: 'Ảnh bị mờ. Chụp lại ở chỗ sáng.' };
  await house.call(house.commune.staff.reception.actor, 'POST', `/api/dossiers/${String(fields['dossierId'])}/reject`, refusal);
  const { body } = await openPage(house, receipt);
  assert.equal(body.includes('Bản khai đã gửi tới xã'), false);
  assert.match(body, /Xã chưa tiếp nhận được/);
  assert.match(body, /Ảnh bị mờ\. Chụp lại ở chỗ sáng\./);
  assert.match(body, /href="\/khai\/1\.001193"[^>]*>Khai lại/);
});

test('a received declaration shows its official code and still the one it was declared under', async () => {
  const fields = await filledForm(house);
  const sent = await postParts(house, textParts(fields));
  const { body: declared } = await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${String(fields['dossierId'])}`);
  const request = Object.fromEntries(Object.entries(receptionRequest(house, { expectedVersion: 1 })).filter(([key]) => key !== 'dossierId' && key !== 'channel'));
  const { body: taken } = await house.call(house.commune.staff.reception.actor, 'POST', `/api/dossiers/${String(fields['dossierId'])}/receive`, request);
  const { body } = await openPage(house, String(sent.location));
  assert.ok(body.includes(String(taken['code'])));
  assert.ok(body.includes(`Bản khai: ${String(declared['reference'])}`));
});

test('an unknown link and links of every wrong form are the same kind 404, which repeats nothing of them', async () => {
  const { path } = await received();
  const tokens = ['xxxxxxxxxxxxxxxxxxxxxx', 'abc', `${path.slice(3)}x`, path.slice(3, -1), '%3Cscript%3Ealert(1)', '..%2f..%2fetc', "'%20or%201=1--", 'é'.repeat(22), 'a'.repeat(190)];
  for (const token of tokens) {
    const { status, body, headers } = await openPage(house, `/h/${encodeURI(token)}`);
    assert.equal(status, 404, token);
    assert.match(body, /Không mở được hồ sơ từ đường dẫn này/, token);
    assert.match(body, /href="\/tra-cuu"[^>]*>Tra bằng mã hồ sơ/);
    assert.equal(body.includes('alert(1)'), false);
    assert.equal(headers['referrer-policy'], 'no-referrer');
  }
  assert.match((await openPage(house, '/h/abc', 'en')).body, /This link opens no dossier/);
  for (const url of ['/h/%00', '/h/a%00b']) assert.equal((await openPage(house, url)).status, 400);
  for (const url of ['/h/', `/h/${'a'.repeat(300)}`]) assert.ok([404, 414].includes((await openPage(house, url)).status), url);
});

test('the look-up takes a code from the address, also beside the marks that messengers add', async () => {
  const { status, body } = await openPage(house, '/tra-cuu?ma=H56.14-261123-0001&fbclid=x&zarsrc=1');
  assert.equal(status, 200);
  assert.equal(fieldValue(body, 'ma'), 'H56.14-261123-0001');
  assert.match((await openPage(house, '/tra-cuu', 'en')).body, /Look up a dossier/);
  const strange = await openPage(house, `/tra-cuu?ma=${encodeURIComponent('"><script>alert(1)</script>')}`);
  assert.equal(strange.body.includes('<script>alert(1)'), false);
  assert.equal((await openPage(house, `/tra-cuu?ma=${'x'.repeat(5000)}`)).status, 200);
});

test('code and four digits open the dossier, however they are copied from the paper', async () => {
  const dossier = await received();
  const sent = await postParts(house, textParts(await filledForm(house)));
  const reference = /KB-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await openPage(house, String(sent.location))).body)?.[0] ?? '';
  const secret = String(sent.location).replace('?moi=1', '');
  for (const [ma, bonSo, path] of [
    [dossier.code, '0012', dossier.path],
    [dossier.code.toLowerCase(), '9901', dossier.path],
    [` ${dossier.code.replaceAll('-', ' ')} `, '00 12', dossier.path],
    [dossier.code.replaceAll('-', '–'), '００１２', dossier.path],
    [reference, '0012', secret],
    [reference.replaceAll('-', ''), '0012', secret],
    [reference.replaceAll('-', ' ').toLowerCase(), '0012', secret],
  ] as const) {
    const answer = await lookUp({ ma, bonSo });
    assert.equal(answer.status, 303, `${ma} ${faultsOf(answer.body).join(' ')}`);
    assert.equal(answer.location, path);
    assert.equal(answer.headers['referrer-policy'], 'no-referrer');
  }
});

test('a wrong code and wrong digits read the same; the code comes back, the digits never', async () => {
  const dossier = await received();
  const answers = [await lookUp({ ma: dossier.code, bonSo: '7777' }), await lookUp({ ma: 'H56.14-261123-9999', bonSo: '7777' })];
  for (const { status, body } of answers) {
    assert.equal(status, 422);
    assert.match(String(faultsOf(body)[0]), /^Mã hồ sơ và 4 số cuối không khớp/);
    assert.equal(body.includes('7777'), false);
  }
  assert.equal(fieldValue(answers[0]?.body ?? '', 'ma'), dossier.code);
});

test('an empty or misshapen entry is named without costing a try', async () => {
  const dossier = await received();
  const address = freshAddress();
  for (const bonSo of ['', '12', '12345', 'abcd', '１２３', '1 2', '<b>', "' or 1=1"]) {
    const answer = await lookUp({ ma: dossier.code, bonSo }, address);
    assert.deepEqual(faultsOf(answer.body), ['Nhập đúng 4 chữ số cuối của số điện thoại hoặc số định danh.']);
  }
  assert.equal(faultsOf((await lookUp({}, address)).body).length, 2);
  assert.equal((await lookUp({ ma: dossier.code, bonSo: '0012' }, address)).status, 303);
});

test('strange codes are answered like wrong ones', async () => {
  for (const ma of ["'; drop table dossier; --", '<script>alert(1)</script>', '%', '_', '../../etc/passwd', '🙂', 'H56'.repeat(400), 'KB-0000-0000', 'H56.14-261399-0001', '\u202eKB-AAAA-BBBB', 'null', '{}']) {
    const { status, body } = await lookUp({ ma, bonSo: '0012' });
    assert.equal(status, 422, ma);
    assert.match(String(faultsOf(body)[0]), /không khớp/, ma);
    assert.equal(body.includes('<script>alert(1)'), false);
  }
  assert.equal((await lookUp({ ma: 'a\0b', bonSo: '0012' })).status, 400);
});

test('bodies that are no form, or whose entries are lists, are refused and never a fault of the server', async () => {
  const address = freshAddress();
  for (const [type, body, status] of [
    ['application/json', '{"ma":{"a":1},"bonSo":["1"]}', 422],
    ['application/json', '[]', 422],
    ['application/json', '{', 400],
    ['text/plain', 'ma=x', 422],
    ['application/xml', '<a/>', 415],
    ['multipart/form-data; boundary=x', '--x--', 422],
    ['application/x-www-form-urlencoded', 'ma=a&ma=b&bonSo=0012', 422],
    ['application/x-www-form-urlencoded', 'x'.repeat(70_000), 413],
  ] as const) {
    assert.equal((await postRaw(house, body, type, '/tra-cuu', address)).status, status, `${type} ${body.slice(0, 40)}`);
  }
});

test('after wrong tries the code has to wait, from every address; other dossiers and the QR link stay open', async () => {
  const [mine, neighbour] = [await received(), await received()];
  const statuses: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) statuses.push((await lookUp({ ma: mine.code, bonSo: '7777' })).status);
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429, 429]);
  const waiting = await lookUp({ ma: mine.code, bonSo: '0012' });
  assert.equal(waiting.status, 429);
  assert.match(String(faultsOf(waiting.body)[0]), /hãy đợi \d+ phút, quét mã QR trên giấy hẹn, hoặc gọi 0237 3865 123/);
  assert.equal(fieldValue(waiting.body, 'ma'), mine.code);
  assert.equal((await lookUp({ ma: neighbour.code, bonSo: '0012' })).status, 303);
  assert.equal((await openPage(house, mine.path)).status, 200);
  house.clock.pass(2 * 60 * 60_000);
  assert.equal((await lookUp({ ma: mine.code, bonSo: '0012' })).status, 303);
});

test('one address cannot try codes one after another', async () => {
  const address = freshAddress();
  const statuses: number[] = [];
  for (let tries = 0; tries < 24; tries += 1) statuses.push((await lookUp({ ma: `KB-AAAA-${String(2222 + tries)}`, bonSo: '0012' }, address)).status);
  assert.equal(statuses[0], 422);
  assert.equal(statuses.at(-1), 429);
});
