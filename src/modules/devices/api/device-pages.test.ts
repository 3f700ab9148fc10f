import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createDeviceHouse, type DeviceBrowser, type DeviceHouse, textOf } from '../../../../test/device-house.ts';

let house: DeviceHouse;
let kiosk: DeviceBrowser;
before(async () => {
  house = await createDeviceHouse();
  kiosk = house.browser();
  await house.pair(kiosk, 'kiosk', { name: 'Ki-ốt sảnh' });
});
after(() => house.close());

test('public pages at a kiosk wear its dress: the way out, printing, and the question before everything is wiped', async () => {
  const page = await kiosk.get('/tra-cuu');
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /<html[^>]* data-kiosk="" data-kiosk-done="\/thiet-bi\/ki-ot\/xong\?tu=%2Ftra-cuu/u);
  assert.match(page.body, /<noscript><meta http-equiv="refresh" content="180;url=\/thiet-bi\/ki-ot\/xong\?tu=/u);
  assert.match(textOf(page.body), /Xong, xóa thông tin.*In trang này.*Về trang đầu.*Bạn còn dùng máy không\?/u);
  assert.doesNotMatch((await house.browser().get('/tra-cuu')).body, /data-kiosk/u, 'nobody else sees it');
});

test('the first page of a kiosk offers five doors and wipes nothing by itself', async () => {
  const page = await kiosk.get('/thiet-bi/ki-ot');
  assert.equal([...page.body.matchAll(/<li><a href="[^"]*"><svg/gu)].length, 5);
  assert.doesNotMatch(page.body, /data-kiosk-done/u);
});

test('“finished” forgets the choices and the four digits of the visitor, and the browser is told to forget what it stored', async () => {
  kiosk.cookies.set('ngon-ngu', 'en');
  const token = 'a'.repeat(22);
  const done = await kiosk.get(`/thiet-bi/ki-ot/xong?tu=${encodeURIComponent(`/h/${token}/bo-sung?x=1`)}`);
  assert.equal(done.headers.location, '/thiet-bi/ki-ot?xong=1');
  assert.equal(done.headers['clear-site-data'], '"storage"');
  assert.deepEqual([done.headers['set-cookie'] ?? []].flat().toSorted(), ['ngon-ngu=; Path=/; Max-Age=0; SameSite=Lax', `xaso-ho-so=; Path=/h/${token}; Max-Age=0; HttpOnly; SameSite=Lax`]);
  assert.ok(kiosk.cookies.has('xaso-thiet-bi'), 'the kiosk stays a kiosk');
});

test('nothing but a dossier’s page of this site names a cookie to be forgotten', async () => {
  for (const from of ['https://evil.example/h/aaaaaaaaaaaaaaaaaaaaaa', '/h/kurz', '/tra-cuu']) {
    assert.equal((await kiosk.get(`/thiet-bi/ki-ot/xong?tu=${encodeURIComponent(from)}`)).headers['set-cookie'], undefined);
  }
});

test('a kiosk does not open the ways in for staff and citizens, and says so in plain words', async () => {
  for (const path of ['/can-bo/dang-nhap', '/cua-toi/dang-nhap', '/dang-nhap/vneid', '/can-bo', '/thiet-lap', '/thiet-bi/man-hinh']) {
    const answer = await kiosk.get(path);
    assert.ok([303, 403].includes(answer.statusCode), `${path} ${String(answer.statusCode)}`);
  }
  assert.match(textOf((await kiosk.get('/can-bo/dang-nhap')).body), /Máy dùng chung này không mở được trang đó/u);
});

test('four digits that were typed at a kiosk count for five minutes', async () => {
  const id = randomUUID();
  const { commune, program } = house;
  const received = await program.server.inject({
    method: 'POST', url: '/api/dossiers', headers: program.as(commune.staff.reception.actor),
    payload: {
      commandId: randomUUID(), dossierId: id, channel: 'counter', procedureCode: '1.004873',
      person: { fullName: 'Nguyễn Thị Đào', citizenNumber: '038190999901', birthDate: '1990-05-03', sex: 'female', address: 'Thôn 1', villageId: null, phone: '0912345678', email: null },
      content: '', copies: 1, authorisedBy: null, assistedBy: null, delivery: { method: 'counter', address: null },
      papers: [{ id: randomUUID(), requirementId: null, name: 'Tờ khai', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [] }],
    },
  });
  const { pathname } = new URL(received.json<{ link: string }>().link);
  const opened = await kiosk.post(`${pathname}/mo`, { bonSo: '5678', toi: 'rut' });
  const cookie = [opened.headers['set-cookie'] ?? []].flat().find((one) => one.startsWith('xaso-ho-so='));
  assert.match(cookie ?? textOf(opened.body), /Max-Age=300;/u);
});

test('a display shows whether the office is open and the codes of today’s results, nobody’s name', async () => {
  const screen = house.browser();
  await house.pair(screen, 'display');
  const page = await screen.get('/thiet-bi/man-hinh');
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /<meta http-equiv="refresh" content="30"\/>/u);
  assert.match(textOf(page.body), /(?:Đang mở cửa|Mở cửa lại).*Giờ làm việc.*Kết quả có hôm nay.*Hôm nay đã tiếp nhận \d+ hồ sơ/u);
  assert.doesNotMatch(page.body, /Nguyễn Thị Đào|<footer|lua-chon\?co-chu/u);
});

test('a counter screen shows the name of its counter', async () => {
  const screen = house.browser();
  await house.pair(screen, 'counter-screen', { place: 'Quầy 2', unitId: house.commune.units.centre.id });
  assert.match(textOf((await screen.get('/thiet-bi/quay')).body), /Quầy 2.*(?:Đang mở cửa|Mở cửa lại).*không bao giờ hỏi mã OTP/u);
});

test('what was done at a kiosk names the kiosk in the journal', async () => {
  const { rows } = await house.program.database.owner.pool.query<{ entry: string }>("select entry::text from journal where entry::text like '%device.came%' limit 1");
  assert.match((JSON.parse(rows[0]?.entry ?? '{}') as { readonly device?: string }).device ?? '', /^[0-9a-f-]{36}$/u);
});
