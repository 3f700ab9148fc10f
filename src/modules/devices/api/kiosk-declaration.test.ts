import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createDeviceHouse, type DeviceBrowser, type DeviceHouse, FIREFOX, textOf } from '../../../../test/device-house.ts';

let house: DeviceHouse;
let kiosk: DeviceBrowser;
before(async () => {
  house = await createDeviceHouse();
  kiosk = house.browser();
  await house.pair(kiosk, 'kiosk', { name: 'Ki-ốt sảnh' });
});
after(() => house.close());

/** Sends the form as a browser does, with what is hidden in it; answers the address of the receipt. */
async function declare(): Promise<string> {
  const page = await kiosk.get('/khai/1.004873');
  const form = new FormData();
  for (const [, name = '', value = ''] of page.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/gu)) form.append(name, value);
  const typed = { fullName: 'Lê Thị Ki', citizenNumber: '038190999902', 'birthDate-day': '5', 'birthDate-month': '3', 'birthDate-year': '1990', village: 'noi-khac', address: 'Thôn 1, xã Hậu Lộc, tỉnh Thanh Hóa', phone: '0912345670' };
  for (const [name, value] of Object.entries(typed)) form.append(name, value);
  const request = new Request('http://xa.test', { method: 'POST', body: form });
  const answer = await house.server.inject({
    method: 'POST', url: '/khai/1.004873', remoteAddress: '10.2.0.5', cookies: Object.fromEntries(kiosk.cookies),
    headers: { 'user-agent': FIREFOX, 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()),
  });
  assert.equal(answer.statusCode, 303, textOf(answer.body));
  return String(answer.headers.location);
}

/** Every address of the own site that a page leads to, without the places in it. */
function leadsTo(body: string): readonly string[] {
  return [...new Set([...body.matchAll(/ href="(\/[^"#]*)/gu)].map(([, path = '']) => path.replaceAll('&amp;', '&')))];
}

test('the form at a kiosk is not called “at home”, asks for no pictures and says which papers go to the counter', async () => {
  const [here, home] = await Promise.all([kiosk.get('/khai/1.004873'), house.browser().get('/khai/1.004873?chung=1')]);
  assert.match(here.body, /<h1>Khai hồ sơ tại đây<\/h1>/u);
  assert.doesNotMatch(here.body, /<input[^>]*type="file"|data-form="khai-/u);
  assert.doesNotMatch(textOf(here.body), /ở nhà/u);
  assert.match(textOf(here.body), /Giấy tờ đưa ở quầy/u);
  assert.match(home.body, /<h1>Khai báo ở nhà<\/h1>/u);
  assert.match(home.body, /<input[^>]*type="file"/u);
  const procedure = await kiosk.get('/t/1.004873');
  assert.match(textOf(procedure.body), /Khai tại máy này/u);
  assert.doesNotMatch(textOf(procedure.body), /Khai ngay tại nhà/u);
});

test('what was declared at a kiosk ends with a code for the counter, counts as filed at a kiosk, and leads to nothing that the kiosk refuses', async () => {
  const receipt = await declare();
  const page = await kiosk.get(receipt);
  const words = textOf(page.body);
  assert.match(words, /Xã đã nhận bản khai của bạn.*KB-[0-9A-Z]{4}-[0-9A-Z]{4}.*Ra quầy, đọc mã này/u);
  assert.match(words, /Xem tiếp trên điện thoại của bạn/u);
  const { rows: [filed] } = await house.program.database.owner.pool.query<{ channel: string }>("select channel from dossier where applicant_name = 'Lê Thị Ki'");
  assert.equal(filed?.channel, 'kiosk');
  const tried = new Set<string>();
  for (const from of [receipt, receipt.split('?')[0] ?? '', '/khai/1.004873', '/t/1.004873', '/tra-cuu', '/x', '/tro-giup/lua-dao', '/tim', '/thu-tuc', '/linh-vuc', '/', '/thiet-bi/ki-ot']) {
    // Lists of procedures are long and all of one kind.
    for (const path of leadsTo((await kiosk.get(from)).body).slice(0, 25)) {
      if (tried.has(path)) continue;
      tried.add(path);
      const { statusCode } = await kiosk.get(path);
      assert.ok(statusCode < 400, `${from} leads to ${path}, which answers ${String(statusCode)}`);
    }
  }
  const onPhone = textOf((await house.browser().get(receipt)).body);
  assert.match(onPhone, /Bạn gửi bản khai/u);
  assert.match(onPhone, /Ai đã xem hồ sơ của tôi/u, 'on a machine of one’s own the rest is there');
});
