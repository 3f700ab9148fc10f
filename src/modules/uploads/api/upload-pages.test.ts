import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { BOUNDARY, faultsOf, type FormPart, multipartBody, openPage, postParts, postRaw } from '../../dossiers/api/declare-for-tests.ts';
import { stopPageWorker } from '../../../platform/pages/pages.ts';
import { pdfOfPages } from '../../../platform/pages/pdf-for-tests.ts';
import { photograph as photographOf, printedPage } from '../../../platform/pages/printed-page-for-tests.ts';
import { UPLOADS_SCRIPT_PATH } from '../../../web/public/uploads-script/uploads-script.ts';
import { announce, call, createUploadHouse, openFresh, type OpenedBundle, photograph, slot, type UploadHouse } from './bundle-for-tests.ts';
import { bundleState } from './bundle-state.ts';
import { prepareBundle, takeBundle } from './take-bundle.ts';

let house: UploadHouse;
before(async () => { house = await createUploadHouse(); });
after(async () => {
  await house.close();
  await stopPageWorker();
});

const file = (fileName: string, content: Buffer, name = 'tep'): FormPart => ({ name, fileName, content });
const send = (bundle: OpenedBundle, parts: readonly FormPart[], slotId = 'birth-notice') => postParts(house, parts, `${bundle.path}/${slotId}`);
const filesOf = async (bundle: OpenedBundle, slotId = 'birth-notice') =>
  (await bundleState(house.uploads, house.commune.commune.code, bundle.id, house.clock.now()))?.slots.find(({ id }) => id === slotId)?.files ?? [];
const act = async (bundle: OpenedBundle, body: Readonly<Record<string, string>>) => {
  const answer = await house.server.inject({ method: 'POST', url: `${bundle.path}/birth-notice/trang`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(body).toString() });
  return { status: answer.statusCode, location: answer.headers.location, body: answer.body };
};

describe('the list of papers', () => {
  test('says of each paper whether it is needed and what is here, in both languages, and is nobody else’s', async () => {
    const bundle = await openFresh(house, { slots: [slot('birth-notice', { anyOf: 'g' }), slot('witness', { anyOf: 'g', onlyWhen: { vi: 'Chỉ khi không có giấy chứng sinh', en: null } }), slot('form'), slot('extra', { required: false })] });
    const page = await openPage(house, bundle.path);
    assert.equal(page.status, 200);
    for (const words of ['Đăng ký khai sinh', 'Chỉ cần một trong các giấy sau', 'Chỉ khi không có giấy chứng sinh', 'Cần có', 'Nếu có', 'Còn thiếu: Giấy birth-notice; Giấy form.', '/khai/1.001193']) assert.ok(page.body.includes(words), words);
    assert.equal(page.headers['referrer-policy'], 'no-referrer');
    assert.match(String(page.headers['x-robots-tag']), /noindex/);
    assert.match(String(page.headers['cache-control']), /no-store/);
    assert.match((await openPage(house, bundle.path, 'en')).body, /Still missing: Paper birth-notice; Paper form\./);
  });

  test('becomes the receipt once the papers were taken, and their pages lead to it', async () => {
    const bundle = await openFresh(house);
    await send(bundle, [file('chung-sinh.jpg', await photograph(1))]);
    const ready = await prepareBundle(house.uploads, house.commune.commune.code, bundle.id, house.clock.now(), { allowMissing: true });
    assert.ok(ready.ok);
    await house.database.db.transaction().execute((tx) => takeBundle(tx, ready.value, 'dossier:x', house.clock.now()));
    const receipt = await openPage(house, bundle.path);
    assert.match(receipt.body, /Xã đã nhận 1 tệp dưới đây lúc 8 giờ thứ Hai 23\/11\/2026/);
    assert.match(receipt.body, /chung-sinh\.jpg/);
    assert.equal((await openPage(house, `${bundle.path}/birth-notice`)).location, bundle.path);
  });

  test('that is over, or that nobody was given, says why and what to do', async () => {
    const bundle = await openFresh(house, { expiresAt: new Date(house.clock.now().getTime() + 1) });
    house.clock.pass(1000);
    const gone = await openPage(house, bundle.path);
    assert.equal(gone.status, 410);
    assert.match(gone.body, /Mở lại tờ khai rồi bấm “Gửi giấy tờ” để bắt đầu lại/);
    assert.equal((await openPage(house, `/giay-to/${'A'.repeat(22)}`)).status, 404);
    assert.equal((await openPage(house, '/giay-to/ngan')).status, 404);
  });
});

describe('one paper, without a script', () => {
  test('takes several files of one sending, in their order, and shows each with its picture', async () => {
    const bundle = await openFresh(house);
    const sent = await send(bundle, [file('', Buffer.alloc(0), 'anh'), file('mot.jpg', await photograph(10)), file('hai.pdf', pdfOfPages(3))]);
    assert.deepEqual([sent.status, sent.location], [303, `${bundle.path}/birth-notice`]);
    const page = await openPage(house, `${bundle.path}/birth-notice`);
    assert.match(page.body, /Trang 1: mot\.jpg.*Trang 2: hai\.pdf/s);
    assert.match(page.body, /PDF, 3 trang/);
    assert.ok(page.body.includes(UPLOADS_SCRIPT_PATH));
    for (const [, address] of page.body.matchAll(/<img src="([^"]+)"/g)) {
      const picture = await house.server.inject({ url: String(address) });
      assert.deepEqual([picture.statusCode, picture.headers['content-type'], picture.headers['cache-control']], [200, 'image/jpeg', 'private, no-store']);
    }
  });

  test('names every bad file with its reason, keeps the good ones, and says when nothing was chosen', async () => {
    const bundle = await openFresh(house);
    const sent = await send(bundle, [file('tot.jpg', await photograph(11)), file('rong.jpg', Buffer.alloc(0)), file('la.exe', Buffer.from('MZ xx'))]);
    assert.equal(sent.status, 422);
    assert.match(faultsOf(sent.body).join(), /“rong.jpg” rỗng.*“la.exe” không phải ảnh/);
    assert.deepEqual((await filesOf(bundle)).map(({ fileName }) => fileName), ['tot.jpg']);
    const none = await send(bundle, [file('', Buffer.alloc(0))]);
    assert.deepEqual([none.status, faultsOf(none.body)], [422, ['Chưa có tệp nào được gửi lên.']]);
  });

  test('keeps what arrived when the line breaks in the middle, and says so', async () => {
    const bundle = await openFresh(house);
    const body = multipartBody([file('mot.jpg', await photograph(12)), file('hai.jpg', await photograph(13))]);
    const cut = await postRaw(house, body.subarray(0, body.length - 3000), `multipart/form-data; boundary=${BOUNDARY}`, `${bundle.path}/birth-notice`);
    assert.equal(cut.status, 422);
    assert.match(faultsOf(cut.body).join(), /Mạng bị ngắt giữa chừng\. Tệp nào có trong danh sách là máy chủ đã nhận đủ/);
    assert.deepEqual((await filesOf(bundle)).map(({ fileName }) => fileName), ['mot.jpg']);
  });

  test('says of a photograph of nothing and of a blurred one what to do better, and they may be kept', async () => {
    const bundle = await openFresh(house);
    const blank = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#f4f4f0' } }).jpeg().toBuffer();
    const blurred = await photographOf(printedPage(1300, 1840, 40), 1300, 1840, { blur: 6, noise: 5 });
    assert.equal((await send(bundle, [file('trong.jpg', blank), file('mo.jpg', blurred)])).status, 303);
    const page = await openPage(house, `${bundle.path}/birth-notice`);
    assert.match(page.body, /hình như không có chữ\. Xem có chụp nhầm mặt trống không/);
    assert.match(page.body, /có vẻ bị mờ\. Chụp lại ở chỗ sáng/);
    assert.match((await openPage(house, bundle.path)).body, /Có ảnh cần xem lại/);
    for (const { id } of await filesOf(bundle)) assert.equal((await act(bundle, { trang: id, viec: 'keep' })).status, 303);
    const kept = await openPage(house, `${bundle.path}/birth-notice`);
    assert.doesNotMatch(kept.body, /notice warning/);
    assert.equal(kept.body.match(/Bạn đã xem và giữ ảnh này/g)?.length, 2);
  });

  test('turns, moves and removes pages; the picture turns with it', async () => {
    const bundle = await openFresh(house);
    const wide = await sharp({ create: { width: 300, height: 100, channels: 3, background: 'red' } }).jpeg().toBuffer();
    await send(bundle, [file('a.jpg', wide), file('b.jpg', await photograph(14))]);
    const [a, b] = await filesOf(bundle);
    assert.ok(a && b);
    assert.equal((await act(bundle, { trang: a.id, viec: 'turn' })).location, `${bundle.path}/birth-notice#tep-${a.id}`);
    const { width, height } = await sharp((await house.server.inject({ url: a.picture })).rawPayload).metadata();
    assert.ok(width < height, 'the wide picture stands upright');
    await act(bundle, { trang: a.id, viec: 'down' });
    assert.deepEqual((await filesOf(bundle)).map(({ fileName }) => fileName), ['b.jpg', 'a.jpg']);
    await act(bundle, { trang: b.id, viec: 'remove' });
    assert.deepEqual((await filesOf(bundle)).map(({ fileName }) => fileName), ['a.jpg']);
    const gone = await act(bundle, { trang: b.id, viec: 'turn' });
    assert.equal(gone.status, 404);
    assert.match(gone.body, /có thể đã bị bỏ ở một máy khác/);
    for (const body of [{}, { trang: a.id }, { trang: a.id, viec: 'xoa-het' }, { trang: 'x', viec: 'turn' }]) assert.equal((await act(bundle, body as Record<string, string>)).status, 404);
  });

  test('shows a file of which a part is here, and lets it be left out', async () => {
    const bundle = await openFresh(house);
    const bytes = await photograph(15);
    const { id } = await announce(house, bundle, bytes, { fileName: 'do-dang.jpg' });
    await call(house, 'PUT', `${bundle.api}/${id}?at=0`, bytes.subarray(0, 20_000));
    assert.match((await openPage(house, `${bundle.path}/birth-notice`)).body, /“do-dang.jpg”: máy chủ đã có 20 KB trên \d+ KB/);
    assert.match((await openPage(house, bundle.path)).body, /Còn tệp chưa tải xong: Giấy birth-notice/);
    assert.equal((await act(bundle, { 'do-dang': id, 'viec': 'drop' })).status, 303);
    assert.doesNotMatch((await openPage(house, `${bundle.path}/birth-notice`)).body, /do-dang\.jpg/);
  });

  test('of two browsers both see what either sent, and a paper that is not on the list is not there', async () => {
    const bundle = await openFresh(house);
    const both = await Promise.all([16, 17].map(async (seed) => send(bundle, [file(`${String(seed)}.jpg`, await photograph(seed))])));
    assert.deepEqual(both.map(({ status }) => status), [303, 303]);
    assert.equal((await filesOf(bundle)).length, 2);
    const unknown = await openPage(house, `${bundle.path}/khong-co`);
    assert.equal(unknown.status, 404);
    assert.match(unknown.body, /Không có giấy tờ này trong danh sách/);
  });

  test('says that the disk is full, and keeps what is here', async () => {
    const bundle = await openFresh(house);
    await send(bundle, [file('truoc.jpg', await photograph(18))]);
    house.fillDisk(true);
    const full = await send(bundle, [file('sau.jpg', await photograph(19))]);
    house.fillDisk(false);
    assert.equal(full.status, 503);
    assert.match(faultsOf(full.body).join(), /Máy chủ hết chỗ lưu tệp/);
    assert.deepEqual((await filesOf(bundle)).map(({ fileName }) => fileName), ['truoc.jpg']);
  });
});

test('the script is a file of this server that browsers keep', async () => {
  const script = await house.server.inject({ url: UPLOADS_SCRIPT_PATH });
  assert.deepEqual([script.statusCode, script.headers['cache-control']], [200, 'public, max-age=31536000, immutable']);
  assert.equal((await house.server.inject({ url: '/giay-to/tai-len/gui-0.js' })).statusCode, 404);
});
