import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { CHROME, createDeviceHouse, type DeviceBrowser, type DeviceHouse, textOf } from '../../../../test/device-house.ts';
import { checkDevices } from './check-devices.ts';
import { DEVICE_WORDS } from '../ui/public/device-messages.ts';

let house: DeviceHouse;
before(async () => {
  house = await createDeviceHouse();
});
after(() => house.close());

const HOUR = 60 * 60_000;
const KEY = 'xaso-thiet-bi';
const isIn = async (browser: DeviceBrowser): Promise<boolean> => (await browser.get('/thiet-bi/man-hinh')).statusCode === 200;

async function journalOf(id: string): Promise<readonly string[]> {
  const { rows } = await house.program.database.owner.pool.query<{ entry: string }>("select entry::text from journal where entry::text like '%' || $1 || '%' order by seq", [`device:${id}`]);
  return rows.map(({ entry }) => (JSON.parse(entry) as { action: string }).action);
}

test('the key of a device changes every hour, and the former one goes on until the next was used', async () => {
  const screen = house.browser();
  await house.pair(screen, 'display');
  const first = screen.cookies.get(KEY);
  assert.ok(await isIn(screen));
  assert.equal(screen.cookies.get(KEY), first, 'within the hour it stays');
  house.program.clock.pass(HOUR);
  const lost = house.browser({ cookies: screen.cookies });
  await lost.get('/thiet-bi/man-hinh');
  assert.notEqual(lost.cookies.get(KEY), first);
  // That answer never arrived: the device comes once more with the key it has.
  assert.ok(await isIn(screen));
  assert.notEqual(screen.cookies.get(KEY), first);
  assert.ok(await isIn(screen));
});

test('requests under way when the next key came do not end the device', async () => {
  const screen = house.browser();
  const id = await house.pair(screen, 'display');
  const underWay = house.browser({ cookies: screen.cookies });
  house.program.clock.pass(HOUR);
  await screen.get('/thiet-bi/man-hinh');
  await screen.get('/thiet-bi/man-hinh');
  assert.ok(await isIn(underWay));
  assert.ok(await isIn(screen));
  assert.deepEqual(await journalOf(id), ['device.paired', 'device.came']);
});

test('a key that comes again after the next was used ends the device for both, and the journal says so', async () => {
  const screen = house.browser();
  const id = await house.pair(screen, 'display', { name: 'Màn hình bị chép' });
  const thief = house.browser({ cookies: screen.cookies, address: '10.66.6.6' });
  house.program.clock.pass(HOUR);
  await screen.get('/thiet-bi/man-hinh');
  await screen.get('/thiet-bi/man-hinh');
  house.program.clock.pass(61_000);
  assert.equal(await isIn(thief), false);
  assert.equal(await isIn(screen), false, 'the owner is out too: nobody knows which of the two is the true one');
  assert.ok(textOf((await screen.get('/thiet-bi')).body).includes(DEVICE_WORDS.vi['ended-replayed']));
  assert.deepEqual(await journalOf(id), ['device.paired', 'device.came', 'device.key-copied']);
  const { rows } = await house.program.database.owner.pool.query<{ entry: string }>("select entry::text from journal where entry::text like '%device.key-copied%' order by seq desc limit 1");
  assert.match(rows[0]?.entry ?? '', /10\.66\.6\.6/u);
  const found = await checkDevices(house.program.database.db, house.program.clock.now());
  assert.ok(found.some(({ code, facts }) => code === 'devices.copied' && String(facts['devices']).includes('Màn hình bị chép')));
});

test('a thief who uses the copied key first is found out by the owner’s next request', async () => {
  const screen = house.browser();
  await house.pair(screen, 'display');
  const thief = house.browser({ cookies: screen.cookies });
  house.program.clock.pass(HOUR);
  await thief.get('/thiet-bi/man-hinh');
  assert.ok(await isIn(thief));
  house.program.clock.pass(61_000);
  assert.equal(await isIn(screen), false);
  assert.equal(await isIn(thief), false);
});

test('a key in a browser of another kind ends the device', async () => {
  const screen = house.browser();
  const id = await house.pair(screen, 'display');
  assert.equal(await isIn(house.browser({ cookies: screen.cookies, userAgent: CHROME })), false);
  assert.equal(await isIn(screen), false);
  assert.ok((await journalOf(id)).includes('device.key-copied'));
  assert.ok(textOf((await screen.get('/thiet-bi')).body).includes(DEVICE_WORDS.vi['ended-other-browser']));
});

test('an update of the browser changes nothing', async () => {
  const screen = house.browser();
  await house.pair(screen, 'display');
  assert.ok(await isIn(house.browser({ cookies: screen.cookies, userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0' })));
});

test('a guessed key ends nothing: only one that once was true does', async () => {
  const screen = house.browser();
  await house.pair(screen, 'display');
  const stranger = house.browser({ cookies: new Map([[KEY, 'A'.repeat(43)]]) });
  assert.equal(await isIn(stranger), false);
  assert.ok(textOf((await stranger.get('/thiet-bi')).body).includes(DEVICE_WORDS.vi['ended-unknown']));
  assert.ok(await isIn(screen));
});

test('a revoked device is out with its next request, and says why', async () => {
  const screen = house.browser();
  const id = await house.pair(screen, 'display');
  assert.ok(await isIn(screen));
  assert.equal((await house.administer('POST', `/api/devices/${id}/revoke`, { commandId: randomUUID() })).status, 200);
  const out = await screen.get('/thiet-bi/man-hinh');
  assert.deepEqual([out.statusCode, out.headers.location], [303, '/thiet-bi?tiep=%2Fthiet-bi%2Fman-hinh']);
  assert.ok(textOf((await screen.get('/thiet-bi')).body).includes(DEVICE_WORDS.vi['ended-revoked']));
  assert.equal((await house.administer('POST', `/api/devices/${id}/revoke`, { commandId: randomUUID() })).value['code'], 'device.ended-before');
  const list = (await house.administer('GET', '/api/devices')).value['devices'] as readonly { readonly id: string; readonly state: string }[];
  assert.equal(list.find((device) => device.id === id)?.state, 'revoked');
});

test('a device that nobody switched on for ninety days is paired again', async () => {
  const screen = house.browser();
  await house.pair(screen, 'display');
  house.program.clock.pass(90 * 24 * HOUR);
  assert.equal(await isIn(screen), false);
  assert.ok(textOf((await screen.get('/thiet-bi')).body).includes(DEVICE_WORDS.vi['ended-unused']));
});

test('a device whose commune goes over into another goes on there', async () => {
  const screen = house.browser();
  const id = await house.pair(screen, 'display');
  const { pool } = house.program.database.owner;
  await pool.query(`insert into commune (code, province_code, name, kind, province_name, agency_code, centre_name, address, hotline, created_at)
    values ('16099', '38', 'Hậu Lộc', 'xã', 'Tỉnh Thanh Hóa', 'H56.99', 'Trung tâm', 'Thôn 1', '0237', now()) on conflict do nothing`);
  const client = await pool.connect();
  try {
    await client.query('begin; set constraints all deferred');
    await client.query("update device_token set commune_code = '16099' where device_id = $1", [id]);
    await client.query("update device set commune_code = '16099', unit_id = null where id = $1", [id]);
    await client.query('commit');
  } finally {
    client.release();
  }
  assert.ok(await isIn(screen));
  assert.equal((await house.administer('POST', `/api/devices/${id}/revoke`, { commandId: randomUUID() })).value['code'], 'device.not-found', 'it is the other commune’s now');
});

test('the health of the installation says when devices were seen last', async () => {
  const screen = house.browser();
  await house.pair(screen, 'display', { name: 'Màn hình số 9' });
  const seen = await checkDevices(house.program.database.db, house.program.clock.now());
  assert.ok(seen.some(({ code, facts }) => code === 'devices.well' && /Màn hình số 9 \(\d+ giờ/u.test(String(facts['devices']))), JSON.stringify(seen));
  house.program.clock.pass(25 * HOUR);
  const silent = await checkDevices(house.program.database.db, house.program.clock.now());
  assert.ok(silent.some(({ code, grade, facts }) => code === 'devices.silent' && grade === 'attention' && String(facts['devices']).includes('Màn hình số 9')));
});
