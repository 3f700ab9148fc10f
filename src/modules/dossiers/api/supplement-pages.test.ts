import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { type RequestsResponse } from '../contract/supplement-schemas.ts';
import { BOUNDARY, faultsOf, fieldValue, filledForm, type FormPart, freshAddress, multipartBody, openPage, postParts, textParts } from './declare-for-tests.ts';
import { publicDossierRoutes } from './public-routes.ts';
import { photo } from './sample-files-for-tests.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse(publicDossierRoutes);
});
after(() => house.close());

interface Asked {
  readonly id: string;
  readonly path: string;
  readonly requestId: string;
  readonly faults: readonly { readonly id: string }[];
}

/** A declaration with one picture that was sent back: the picture is blurred and marked, another paper is missing. */
async function asked(days = 7): Promise<Asked> {
  const fields = await filledForm(house);
  const sent = await postParts(house, [...textParts(fields), { name: 'paper-birth-notice', fileName: 'chung-sinh.jpg', content: await photo(30) }]);
  assert.equal(sent.status, 303, faultsOf(sent.body).join(' '));
  const id = String(fields['dossierId']);
  const { actor } = house.commune.staff.reception;
  const plan = (await house.call(actor, 'GET', `/api/dossiers/${id}/supplement-plan`)).body as { readonly papers: readonly { readonly paperId: string | null; readonly requirementId: string | null; readonly name: string }[] };
  const given = plan.papers.find(({ requirementId }) => requirementId === 'birth-notice');
  const faults = [
    {
      id: randomUUID(), paperId: given?.paperId ?? null, requirementId: 'birth-notice', paperName: 'Giấy chứng sinh', reasons: ['blurred'], words: 'Không đọc được ngày sinh', legalBasis: null, howToFix: 'Chụp lại ở chỗ sáng',
      marks: [{ page: 1, shape: 'box', x: 0.1, y: 0.2, w: 0.3, h: 0.2, words: 'Mờ chỗ này' }],
    },
    { id: randomUUID(), paperId: null, requirementId: 'birth-declaration', paperName: 'Tờ khai đăng ký khai sinh', reasons: ['missing'], words: null, legalBasis: null, howToFix: 'Gửi ảnh tờ khai', marks: [] },
  ];
  const requestId = randomUUID();
  const answer = await house.call(actor, 'POST', `/api/dossiers/${id}/supplement`, { commandId: randomUUID(), expectedVersion: 1, requestId, faults, words: null, answerDays: days, proposalWords: null });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return { id, path: String(sent.location).replace('?moi=1', ''), requestId, faults };
}

async function openWith(path: string, bonSo: string) {
  const answer = await house.server.inject({ method: 'POST', url: `${path}/mo`, headers: { 'x-forwarded-for': freshAddress(), 'content-type': 'application/x-www-form-urlencoded' }, payload: `bonSo=${bonSo}` });
  const cookie = String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  return { status: answer.statusCode, location: answer.headers.location, cookie, body: answer.body, whole: String(answer.headers['set-cookie']) };
}

async function get(url: string, cookie = '') {
  const answer = await house.server.inject({ method: 'GET', url, headers: { 'x-forwarded-for': freshAddress(), cookie } });
  return { status: answer.statusCode, body: answer.body, location: answer.headers.location, type: String(answer.headers['content-type']) };
}

async function post(url: string, cookie: string, parts: readonly FormPart[], cut = 0) {
  const payload = multipartBody(parts);
  const answer = await house.server.inject({ method: 'POST', url, headers: { 'x-forwarded-for': freshAddress(), cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }, payload: cut === 0 ? payload : payload.subarray(0, payload.length - cut) });
  return { status: answer.statusCode, body: answer.body, location: answer.headers.location };
}

const picture = async (name: string, shade: number): Promise<FormPart> => ({ name, fileName: `anh-${String(shade)}.jpg`, content: await photo(shade) });
const state = async (id: string) => String((await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${id}`)).body['state']);

test('with the link alone one reads what is wrong, how to mend it and until when; no picture and nothing personal', async () => {
  const one = await asked();
  const { body } = await openPage(house, one.path);
  for (const words of ['Xã cần bạn bổ sung 2 chỗ', 'Giấy chứng sinh', 'Ảnh mờ, không đọc được', 'Chụp lại ở chỗ sáng', 'Thành phần hồ sơ đã công bố của thủ tục 1.001193', `href="${one.path}/bo-sung"`, 'Bổ sung ngay']) assert.ok(body.includes(words), words);
  for (const secret of ['Mờ chỗ này', '/tep/', 'Nguyễn Thị Mẫu', '0900000012']) assert.equal(body.includes(secret), false, secret);
  const english = await openPage(house, one.path, 'en');
  assert.match(english.body, /The picture is blurred and cannot be read/);
});

test('the pictures open with four digits only, for this browser and this dossier alone', async () => {
  const [one, other] = [await asked(), await asked()];
  assert.match((await get(`${one.path}/bo-sung`)).body, /Nhập 4 số cuối để mở/);
  for (const digits of ['', '12', 'abcd']) assert.equal((await openWith(one.path, digits)).status, 422);
  const wrong = await openWith(one.path, '7777');
  assert.deepEqual([wrong.status, wrong.cookie], [422, '']);
  assert.equal(wrong.body.includes('7777'), false);
  const right = await openWith(one.path, '0012');
  assert.deepEqual([right.status, right.location], [303, `${one.path}/bo-sung`]);
  assert.match(right.whole, new RegExp(`Path=${one.path}; .*HttpOnly; SameSite=Lax`));
  const page = await get(`${one.path}/bo-sung`, right.cookie);
  assert.match(page.body, /Mờ chỗ này/);
  const address = /src="([^"]*\/tep\/[^"]*)"/.exec(page.body)?.[1] ?? '';
  assert.equal((await get(address, right.cookie)).type, 'image/jpeg');
  assert.equal((await get(address)).status, 404);
  assert.equal((await get(address.replace(one.path, other.path), right.cookie)).status, 404);
  assert.match((await get(`${other.path}/bo-sung`, right.cookie)).body, /Nhập 4 số cuối để mở/);
  house.clock.pass(7 * 3_600_000);
  assert.match((await get(`${one.path}/bo-sung`, right.cookie)).body, /Nhập 4 số cuối để mở/);
  for (const forged of ['9999999999.x', '9999999999', 'x.y.z', '9999999999.'.padEnd(40, 'a')]) assert.match((await get(`${one.path}/bo-sung`, `xaso-ho-so=${forged}`)).body, /Nhập 4 số cuối để mở/);
});

test('wrong digits at one dossier are counted, and then it has to wait', async () => {
  const one = await asked();
  const statuses: number[] = [];
  for (let tries = 0; tries < 7; tries += 1) statuses.push((await openWith(one.path, '7777')).status);
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429]);
});

test('upload, look again, send: only the second step sends, and the office gets every file', async () => {
  const one = await asked();
  const url = `${one.path}/bo-sung`;
  const { cookie } = await openWith(one.path, '0012');
  const commandId = fieldValue((await get(url, cookie)).body, 'commandId') ?? '';
  const [first, second] = one.faults.map(({ id }) => id);
  const fields = (buoc: string, words = ''): readonly FormPart[] => textParts({ commandId, [`loi-${first ?? ''}`]: '', [`loi-${second ?? ''}`]: words, note: 'Cảm ơn xã', buoc });
  const partly = await post(url, cookie, [...fields('xem'), await picture(`anh-${first ?? ''}`, 80)]);
  assert.equal(partly.status, 200);
  assert.match(partly.body, /Máy chủ đã nhận đủ 1 tệp/);
  const thumb = new RegExp(`src="(${url}/[^"]+)"`).exec(partly.body)?.[1] ?? '';
  assert.equal((await get(thumb, cookie)).type, 'image/jpeg');
  assert.equal((await get(thumb)).status, 404);
  assert.equal(await state(one.id), 'supplement-requested');
  const refused = await post(url, cookie, fields('gui'));
  assert.equal(refused.status, 422);
  assert.deepEqual(faultsOf(refused.body), ['Còn 1 chỗ chưa trả lời: Tờ khai đăng ký khai sinh. Gửi nốt ảnh, hoặc viết vì sao không gửi được. Những gì đã gửi vẫn còn.']);
  assert.match(refused.body, /Máy chủ đã nhận đủ 1 tệp/);
  const again = await post(url, cookie, [...fields('gui'), await picture(`anh-${second ?? ''}`, 90)]);
  assert.match(again.body, /Vừa nhận thêm 1 tệp/);
  assert.equal(await state(one.id), 'supplement-requested');
  const sent = await post(url, cookie, fields('gui'));
  assert.deepEqual([sent.status, sent.location], [303, `${one.path}?bs=1`]);
  assert.equal(await state(one.id), 'submitted');
  const tracked = await openPage(house, `${one.path}?bs=1`);
  assert.match(tracked.body, /Xã đã nhận phần bổ sung của bạn/);
  assert.match(tracked.body, /data-draft-done="bo-sung-KB-/);
  const { body } = await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${one.id}/requests`);
  const [seen] = (body as RequestsResponse).supplements;
  assert.deepEqual([seen?.channel, seen?.answerWords, seen?.items.map(({ before, after: fresh, marks }) => [before.length, fresh.length, marks.length])], ['online', 'Cảm ơn xã', [[1, 1, 1], [0, 1, 0]]]);
  // Sent again from the page that is still open: the same answer, nothing twice.
  assert.deepEqual(await post(url, cookie, fields('gui')).then(({ status, location }) => [status, location]), [303, `${one.path}?bs=1`]);
  assert.equal((await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${one.id}/requests`).then(({ body: b }) => (b as RequestsResponse).supplements[0]?.items[0]?.after.length)), 1);
});

test('reception looks at the answer, takes it over and receives the dossier with the better picture; the old one stays for the record', async () => {
  const one = await asked();
  const url = `${one.path}/bo-sung`;
  const { cookie } = await openWith(one.path, '0012');
  const [first, second] = one.faults.map(({ id }) => id);
  const fields = (buoc: string): readonly FormPart[] => textParts({ commandId: randomUUID(), [`loi-${second ?? ''}`]: 'Xin điền tại quầy', buoc });
  await post(url, cookie, [...fields('xem'), await picture(`anh-${first ?? ''}`, 110)]);
  assert.equal((await post(url, cookie, fields('gui'))).status, 303);
  const { actor } = house.commune.staff.reception;
  const accepted = await house.call(actor, 'POST', `/api/dossiers/${one.id}/supplement/accept`, { commandId: randomUUID(), expectedVersion: 3, keepOld: [], note: null });
  assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
  const declaration = (await house.call(actor, 'GET', `/api/dossiers/${one.id}/declaration`)).body as { readonly papers: readonly { readonly files: readonly { readonly id: string; readonly sha256: string; readonly fileName: string }[] }[]; readonly person: Record<string, unknown> };
  assert.deepEqual(declaration.papers.map(({ files }) => files.map(({ fileName }) => fileName)), [['anh-110.jpg']]);
  const { procedureCode, person, authorisedBy, content, copies, delivery } = declaration as unknown as Record<string, unknown>;
  const papers = declaration.papers.map((paper) => ({ ...paper, files: paper.files.map(({ id, sha256, fileName }) => ({ id, sha256, fileName })) }));
  const received = await house.call(actor, 'POST', `/api/dossiers/${one.id}/receive`, { commandId: randomUUID(), expectedVersion: 4, procedureCode, person, authorisedBy, assistedBy: null, content, copies, papers, delivery });
  assert.equal(received.status, 200, JSON.stringify(received.body));
  const { body } = await house.call(actor, 'GET', `/api/dossiers/${one.id}/requests`);
  assert.deepEqual((body as RequestsResponse).supplements[0]?.items.map(({ before, after: fresh }) => [before.length, fresh.length])[0], [1, 1]);
});

test('what arrived before the line broke is there when the page is opened again, and can be left out', async () => {
  const one = await asked();
  const url = `${one.path}/bo-sung`;
  const { cookie } = await openWith(one.path, '0012');
  const [first, second] = one.faults.map(({ id }) => id);
  const broken = await post(url, cookie, [...textParts({ commandId: randomUUID(), note: '' }), await picture(`anh-${first ?? ''}`, 120), await picture(`anh-${second ?? ''}`, 130)], 100);
  assert.equal(broken.status, 422);
  assert.match(String(faultsOf(broken.body)[0]), /Mạng bị ngắt/);
  const later = await get(url, (await openWith(one.path, '0012')).cookie);
  assert.match(later.body, /Máy chủ đã nhận đủ 1 tệp/);
  const box = /name="(bo-[^"]+)"/.exec(later.body)?.[1] ?? '';
  const dropped = await post(url, cookie, textParts({ commandId: randomUUID(), [box]: 'co', buoc: 'xem' }));
  assert.equal(dropped.body.includes('Máy chủ đã nhận đủ'), false);
});

test('bad files are refused by name beside their paper, files for no fault are refused, too many too', async () => {
  const one = await asked();
  const url = `${one.path}/bo-sung`;
  const { cookie } = await openWith(one.path, '0012');
  const [first] = one.faults.map(({ id }) => id);
  const bad = await post(url, cookie, [...textParts({ commandId: randomUUID(), buoc: 'xem' }), { name: `anh-${first ?? ''}`, fileName: 'x.exe', content: Buffer.from('MZ not a picture') }]);
  assert.equal(bad.status, 422);
  assert.match(String(faultsOf(bad.body)[0]), /x\.exe/);
  const strange = await post(url, cookie, [...textParts({ commandId: randomUUID(), buoc: 'xem' }), await picture(`anh-${randomUUID()}`, 140)]);
  assert.equal(strange.status, 422);
  const many = await post(url, cookie, [...textParts({ commandId: randomUUID(), buoc: 'xem' }), ...(await Promise.all(Array.from({ length: 21 }, (_, index) => picture(`anh-${first ?? ''}`, 100 + index))))]);
  assert.match(many.body, /Máy chủ đã nhận đủ 20 tệp/);
  assert.match(String(faultsOf(many.body)[0]), /Đã đủ 20 tệp/);
});

test('after the last day the page says so and what to do, and nothing is taken online', async () => {
  const one = await asked(1);
  const url = `${one.path}/bo-sung`;
  house.clock.pass(5 * 24 * 3_600_000);
  const { cookie } = await openWith(one.path, '0012');
  assert.equal((await get(url, cookie)).location, one.path);
  assert.equal((await post(url, cookie, textParts({ commandId: randomUUID(), buoc: 'gui' }))).location, one.path);
  const { body } = await openPage(house, one.path);
  assert.match(body, /Đã quá hạn bổ sung/);
  assert.match(body, /Mang giấy tờ đến/);
  assert.equal(body.includes('Bổ sung ngay'), false);
});

test('foreign, broken and guessed links open nothing, with and without digits', async () => {
  const one = await asked();
  const { cookie } = await openWith(one.path, '0012');
  for (const token of ['xxxxxxxxxxxxxxxxxxxxxx', 'abc', '..%2f..', `${one.path.slice(3)}x`]) {
    for (const url of [`/h/${token}/bo-sung`, `/h/${token}/tep/${randomUUID()}`, `/h/${token}/bo-sung/${randomUUID()}/${'a'.repeat(64)}`]) assert.equal((await get(url, cookie)).status, 404, url);
    assert.equal((await openWith(`/h/${token}`, '0012')).status, 404);
    assert.equal((await post(`/h/${token}/bo-sung`, cookie, [])).status, 404);
  }
  assert.equal((await get(`${one.path}/tep/${randomUUID()}`, cookie)).status, 404);
});

test('a payment shows its amount, a VietQR and the reference with the link, and says that the commune never calls for money', async () => {
  const { actor } = house.commune.staff.reception;
  const fields = await filledForm(house);
  const sent = await postParts(house, textParts(fields));
  assert.equal(sent.status, 303);
  const id = String(fields['dossierId']);
  const { receptionRequest } = await import('../../../../test/dossier-house.ts');
  const request = Object.fromEntries(Object.entries(receptionRequest(house, { expectedVersion: 1, procedureCode: '1.004873' })).filter(([key]) => key !== 'dossierId' && key !== 'channel'));
  const received = await house.call(actor, 'POST', `/api/dossiers/${id}/receive`, request);
  assert.equal(received.status, 200, JSON.stringify(received.body));
  const wish = { commandId: randomUUID(), expectedVersion: 2, amount: 50_000, reason: 'Phí chứng thực', legalBasis: 'TT 226/2016/TT-BTC', payDays: 5 };
  const askedFor = await house.call(actor, 'POST', `/api/dossiers/${id}/payment`, wish);
  assert.equal(askedFor.status, 200, JSON.stringify(askedFor.body));
  const { body } = await openPage(house, String(sent.location));
  for (const words of ['Xã cần bạn nộp 50.000 đ', 'năm mươi nghìn đồng', 'Phí chứng thực', '1012345678', 'Vietcombank', 'Mã VietQR', 'không bao giờ gọi điện đòi chuyển tiền']) assert.ok(body.includes(words), words);
  assert.match(body, /XS[A-Z2-9]{9}/);
});
