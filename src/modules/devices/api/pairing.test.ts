import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { CHROME, createDeviceHouse, type DeviceHouse, textOf } from '../../../../test/device-house.ts';
import { DEVICE_PROBLEMS } from '../contract/problems.ts';
import { DEVICE_WORDS } from '../ui/public/device-messages.ts';

let house: DeviceHouse;
before(async () => {
  house = await createDeviceHouse();
});
after(() => house.close());

const pairBody = (code: string, more: object = {}) => ({ commandId: randomUUID(), code, kind: 'kiosk', name: `Ki-ốt ${randomUUID().slice(0, 8)}`, place: 'Sảnh', unitId: null, ...more });
const MINUTE = 60_000;

test('a device shows a code and a picture of it, and goes on by itself without a script when an administrator has typed it', async () => {
  const kiosk = house.browser();
  const shown = await kiosk.get('/thiet-bi');
  assert.equal(shown.statusCode, 200);
  assert.match(shown.body, /<meta http-equiv="refresh" content="5"\/>/u);
  assert.match(shown.body, /role="img" aria-label="Mã QR mở trang ghép thiết bị"/u);
  assert.equal(shown.headers['cache-control'], 'no-store');
  const code = await house.codeOf(kiosk);
  assert.match(code, /^\d{8}$/u);
  assert.equal(await house.codeOf(kiosk), code, 'the same browser keeps its code');
  const found = await house.administer('POST', '/api/devices/look', { code: `${code.slice(0, 4)} ${code.slice(4)}` });
  assert.equal(found.status, 200, found.body);
  assert.deepEqual([found.value['browser'], found.value['address']], ['firefox/linux', '10.2.0.5']);
  const paired = await house.administer('POST', '/api/devices', pairBody(code));
  assert.equal(paired.status, 200, paired.body);
  const came = await kiosk.get('/thiet-bi');
  assert.equal(came.statusCode, 303);
  assert.equal(came.headers.location, '/thiet-bi/ki-ot');
  assert.match(String(came.headers['set-cookie']), /xaso-thiet-bi=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax/u);
  assert.match(textOf((await kiosk.get('/thiet-bi/ki-ot')).body), /Bạn cần làm gì\?.*Tìm thủ tục.*Khai hồ sơ tại đây.*Hồ sơ của tôi đến đâu/u);
});

test('neither code nor key is stored as it travels', async () => {
  const kiosk = house.browser();
  const code = await house.codeOf(kiosk);
  await house.pair(kiosk, 'kiosk');
  const { pool } = house.program.database.owner;
  const { rows } = await pool.query<{ whole: string }>('select row_to_json(p)::text as whole from device_pairing p union all select row_to_json(t)::text from device_token t');
  for (const secret of [code, kiosk.cookies.get('xaso-thiet-bi') ?? '']) assert.ok(rows.length > 0 && rows.every(({ whole }) => !whole.includes(secret)));
});

test('two devices at once have two codes, and one code pairs one device', async () => {
  const [one, other] = [house.browser(), house.browser()];
  const code = await house.codeOf(one);
  assert.notEqual(await house.codeOf(other), code);
  const answers = await Promise.all([house.administer('POST', '/api/devices', pairBody(code)), house.administer('POST', '/api/devices', pairBody(code))]);
  assert.deepEqual(answers.map(({ status }) => status).toSorted((a, b) => a - b), [200, 409]);
  assert.ok(answers.some(({ value }) => value['code'] === 'device.code-used'));
  assert.equal((await house.administer('POST', '/api/devices/look', { code })).value['code'], 'device.code-used');
});

test('two copies of one browser: the key goes to the first, the second is told and gets none', async () => {
  const kiosk = house.browser();
  const code = await house.codeOf(kiosk);
  const copy = house.browser({ cookies: kiosk.cookies });
  await house.administer('POST', '/api/devices', pairBody(code));
  const answers = await Promise.all([kiosk.get('/thiet-bi'), copy.get('/thiet-bi')]);
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b), [200, 303]);
  const late = answers.find(({ statusCode }) => statusCode === 200);
  assert.ok(textOf(late?.body ?? '').includes(DEVICE_WORDS.vi['pair-claimed']), textOf(late?.body ?? ''));
});

test('a repeated command pairs once', async () => {
  const body = pairBody(await house.codeOf(house.browser()));
  const [first, again] = [await house.administer('POST', '/api/devices', body), await house.administer('POST', '/api/devices', body)];
  assert.equal(first.status, 200, first.body);
  assert.deepEqual(again.value, first.value);
});

for (const [what, typed, code] of [
  ['a code that no device shows', '00000000', 'device.code-unknown'],
  ['a code with a digit missing', '1234567', 'device.code-unknown'],
  ['letters', 'abcd efgh', 'device.code-unknown'],
] as const) {
  test(`${what} is refused with its sentence`, async () => {
    const answer = await house.administer('POST', '/api/devices/look', { code: typed });
    assert.equal(answer.value['code'], code);
    assert.equal(answer.value['title'], DEVICE_PROBLEMS[code].vi);
  });
}

test('a code counts for ten minutes of the server’s clock, and the device says why it is over', async () => {
  const kiosk = house.browser();
  const code = await house.codeOf(kiosk);
  house.program.clock.pass(10 * MINUTE);
  assert.equal((await house.administer('POST', '/api/devices', pairBody(code))).value['code'], 'device.code-expired');
  const page = await kiosk.get('/thiet-bi');
  assert.ok(textOf(page.body).includes(DEVICE_WORDS.vi['pair-expired']));
  assert.doesNotMatch(page.body, /http-equiv="refresh"/u, 'a forgotten tab asks for no codes for ever');
  assert.match(page.body, /href="\/thiet-bi\?moi=1"/u);
  await kiosk.get('/thiet-bi?moi=1');
  assert.notEqual(await house.codeOf(kiosk), code);
});

test('a server clock that is set back lets no code live longer', async () => {
  const kiosk = house.browser();
  const code = await house.codeOf(kiosk);
  house.program.clock.pass(-5 * MINUTE);
  try {
    assert.equal((await house.administer('POST', '/api/devices', pairBody(code))).value['code'], 'device.code-expired');
    assert.ok(textOf((await kiosk.get('/thiet-bi')).body).includes(DEVICE_WORDS.vi['pair-expired']));
  } finally {
    house.program.clock.pass(5 * MINUTE);
  }
});

test('a device that does not come for its key within ten minutes is not paired any more', async () => {
  const kiosk = house.browser();
  await house.administer('POST', '/api/devices', pairBody(await house.codeOf(kiosk)));
  house.program.clock.pass(10 * MINUTE);
  assert.equal((await kiosk.get('/thiet-bi')).statusCode, 200);
  assert.equal((await kiosk.get('/thiet-bi/ki-ot')).statusCode, 303);
});

test('guesses at codes are slowed down for all processes together', async () => {
  const guess = () => house.program.server.inject({
    method: 'POST', url: '/api/devices/look', remoteAddress: '10.9.9.9', headers: house.program.as(house.commune.staff.administrator.actor), payload: { code: '12345678' },
  });
  const codes: unknown[] = [];
  for (let n = 0; n < 22; n += 1) codes.push((await guess()).json<{ code: string }>().code);
  assert.deepEqual([codes[0], codes[19], codes[21]], ['device.code-unknown', 'device.code-unknown', 'device.guess-later']);
  const { rows } = await house.program.database.owner.pool.query("select from guess where purpose = 'device-pairing'");
  assert.ok(rows.length > 0);
});

test('one address cannot fill the office with codes', async () => {
  for (let n = 0; n < 20; n += 1) await house.browser({ address: '10.8.8.8' }).get('/thiet-bi');
  const page = await house.browser({ address: '10.8.8.8' }).get('/thiet-bi');
  assert.equal(page.statusCode, 429);
  assert.ok(textOf(page.body).includes(DEVICE_PROBLEMS['device.too-many-waiting'].vi));
  assert.equal((await house.browser({ address: '10.8.8.9' }).get('/thiet-bi')).statusCode, 200);
});

for (const [what, more, code] of [
  ['without a name', { name: '   ' }, 'device.name-missing'],
  ['with a unit of elsewhere', { unitId: randomUUID() }, 'device.unit-unknown'],
] as const) {
  test(`a device ${what} is refused, and the code stays good`, async () => {
    const kiosk = house.browser();
    const digits = await house.codeOf(kiosk);
    assert.equal((await house.administer('POST', '/api/devices', pairBody(digits, more))).value['code'], code);
    assert.equal((await house.administer('POST', '/api/devices', pairBody(digits))).status, 200);
  });
}

test('two devices of one name are told apart before one of them is revoked by mistake', async () => {
  await house.pair(house.browser(), 'display', { name: 'Màn hình sảnh' });
  const second = await house.administer('POST', '/api/devices', pairBody(await house.codeOf(house.browser()), { name: 'màn hình SẢNH' }));
  assert.equal(second.value['code'], 'device.name-taken');
});

test('an administrator of a commune that has gone over into another pairs nothing any more, and is told so', async () => {
  const { pool } = house.program.database.owner;
  await pool.query(`insert into commune (code, province_code, name, kind, province_name, agency_code, centre_name, address, hotline, created_at)
    values ('16098', '38', 'Phú Lộc', 'xã', 'Tỉnh Thanh Hóa', 'H56.98', 'Trung tâm', 'Thôn 1', '0237', now())`);
  const digits = await house.codeOf(house.browser());
  await pool.query("update commune set merged_into = '16098', merged_at = now() where code = $1", [house.commune.commune.code]);
  try {
    assert.equal((await house.administer('POST', '/api/devices', pairBody(digits))).value['code'], 'command.commune-merged');
  } finally {
    await pool.query('update commune set merged_into = null, merged_at = null where code = $1', [house.commune.commune.code]);
  }
});

test('where somebody of the office is signed in no device is made', async () => {
  const { userName, password } = house.commune.staff.administrator;
  const desk = house.browser({ userAgent: CHROME });
  await desk.post('/can-bo/dang-nhap', { userName, password, tiep: '/can-bo' });
  const page = await desk.get('/thiet-bi');
  assert.match(textOf(page.body), /Trình duyệt này đang đăng nhập cán bộ/u);
  assert.ok(!desk.cookies.has('xaso-ghep'));
});
