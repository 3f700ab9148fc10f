import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createInstallation, type InstallationHouse } from '../../../../test/installation-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type SettingHistory, type SettingItem, type SettingPreview, type SettingsResponse } from '../contract/setting-schemas.ts';

const KEY = 'dossiers.take-over-hours';

describe('settings of an installation that serves three communes', () => {
  let house: InstallationHouse;
  before(async () => { house = await createInstallation(); });
  after(() => house.program.close());
  beforeEach(async () => {
    const { pool } = house.program.database.owner;
    await pool.query('delete from installation_administrator');
    await pool.query('delete from setting where key = $1', [KEY]);
    await pool.query('truncate setting_change');
    await house.nameAtMachine(0);
  });

  const a = () => house.administrator(0);
  const b = () => house.administrator(1);
  const c = () => house.administrator(2);
  const view = async (actor: StaffActor) => (await house.ask<SettingsResponse>(actor, 'GET', '/api/settings')).body;
  const item = async (actor: StaffActor): Promise<SettingItem> => (await view(actor)).groups.flatMap(({ items }) => items).find(({ key }) => key === KEY)!;
  const wish = (change: object = {}) => ({ key: KEY, level: 'installation', act: 'set', value: 6, fixed: false, validFrom: house.today(), reason: 'Theo quy chế của tỉnh', ...change });
  async function change(actor: StaffActor, more: { readonly level?: 'installation' | 'commune'; readonly [key: string]: unknown } = {}) {
    const { revision } = await item(actor);
    return house.ask(actor, 'POST', '/api/settings/changes', { commandId: randomUUID(), expectedRevision: revision[more.level ?? 'installation'], ...wish(more) });
  }
  const values = async () => Promise.all([a(), b(), c()].map(async (actor) => (await item(actor)).value));
  const standard = async () => (await item(a())).fallback;

  test('a common value is inherited by every commune, overridden by one, and the same everywhere once it is fixed', async () => {
    const fallback = await standard();
    assert.deepEqual(await values(), [fallback, fallback, fallback]);
    assert.equal((await change(a())).status, 200);
    assert.deepEqual(await values(), [6, 6, 6]);
    assert.equal((await change(b(), { level: 'commune', value: 9 })).status, 200);
    assert.deepEqual(await values(), [6, 9, 6]);
    assert.equal((await change(a(), { value: 5, fixed: true })).status, 200);
    assert.deepEqual(await values(), [5, 5, 5]);
    const held = await change(c(), { level: 'commune', value: 7 });
    assert.deepEqual([held.status, held.code], [409, 'settings.fixed-above']);
    assert.equal((await change(a(), { value: 5, fixed: false })).status, 200);
    assert.deepEqual(await values(), [5, 9, 5], 'the own value was never lost');
  });

  test('a dry run says which communes follow, which keep their own value and which lose it, and writes nothing', async () => {
    await change(b(), { level: 'commune', value: 9 });
    const look = async (more: object) => (await house.ask<SettingPreview>(a(), 'POST', '/api/settings/preview', wish(more))).body;
    const fallback = await standard();
    const free = await look({});
    assert.deepEqual(free.communes.map(({ name, before: from, after: to, keepsOwn, losesOwn }) => [name, from, to, keepsOwn, losesOwn]), [
      ['Xã Hoa Lộc', fallback, 6, false, false], ['Xã Hậu Lộc', 9, 9, true, false], ['Xã Triệu Lộc', fallback, 6, false, false],
    ]);
    assert.ok(free.communes.every(({ effects }) => effects.length === 0), 'what it affects is said of all communes together');
    const fixed = await look({ fixed: true });
    assert.deepEqual(fixed.communes.map(({ keepsOwn, losesOwn }) => [keepsOwn, losesOwn]), [[false, false], [false, true], [false, false]]);
    assert.deepEqual(await values(), [fallback, 9, fallback]);
    const own = (await house.ask<SettingPreview>(b(), 'POST', '/api/settings/preview', wish({ level: 'commune', value: 3 }))).body;
    assert.deepEqual(own.communes.map(({ code }) => code), ['16075'], 'a commune is shown itself alone');
  });

  test('another administrator is refused with a sentence, sees who decides and what the commune may set for itself', async () => {
    const refused = await change(b());
    assert.deepEqual([refused.status, refused.code], [403, 'settings.installation-not-yours']);
    assert.match(refused.text, /chỉ quản trị toàn hệ thống đổi được giá trị chung/u);
    assert.equal((await house.ask(b(), 'POST', '/api/settings/preview', wish())).code, 'settings.installation-not-yours');
    const seen = await view(b());
    assert.deepEqual([seen.communes, seen.mayChangeInstallation, seen.deciders], [3, false, [{ fullName: a().fullName, communeName: 'Xã Hoa Lộc' }]]);
    assert.equal((await view(a())).mayChangeInstallation, true);
    const fallback = await standard();
    assert.deepEqual(await values(), [fallback, fallback, fallback]);
  });

  test('one whose naming ended while the screen was open is refused, and nothing is written', async () => {
    const { revision } = await item(a());
    assert.equal((await house.ask(a(), 'POST', '/api/settings/preview', wish())).status, 200);
    await house.program.database.owner.pool.query("update installation_administrator set state = 'ended', ended_how = 'command-line', ended_at = now()");
    const late = await house.ask(a(), 'POST', '/api/settings/changes', { commandId: randomUUID(), expectedRevision: revision.installation, ...wish() });
    assert.deepEqual([late.status, late.code], [403, 'settings.installation-not-yours']);
    assert.deepEqual((await view(a())).deciders, []);
    const { rows } = await house.program.database.owner.pool.query("select 1 from setting where commune_code = '*' and key = $1", [KEY]);
    assert.deepEqual(rows, []);
  });

  test('what holds for other communes too wants a second factor, whatever the own commune asks for', async () => {
    const weak = house.administrator(0, { level: 'password', secondFactor: 'waived' });
    assert.equal((await change(weak)).code, 'access.second-factor-first');
    assert.equal((await change(weak, { level: 'commune', value: 4 })).status, 200, 'the own commune is as before');
  });

  test('the common value has its history in every commune, and goes back by one press of whoever decides', async () => {
    await change(a(), { value: 6 });
    await change(a(), { value: 4 });
    const history = async (actor: StaffActor) => (await house.ask<SettingHistory>(actor, 'GET', `/api/settings/changes?key=${KEY}`)).body.items;
    const [, earlier] = await history(a());
    assert.deepEqual((await history(b())).map(({ level, value, returnTo }) => [level, value, returnTo]), [['installation', 4, null], ['installation', 6, null]]);
    const body = { commandId: randomUUID(), changeId: earlier?.id, expectedRevision: earlier?.returnTo };
    assert.equal((await house.ask(b(), 'POST', '/api/settings/returns', { ...body, expectedRevision: 0 })).code, 'settings.installation-not-yours');
    const [first, again] = [await house.ask(a(), 'POST', '/api/settings/returns', body), await house.ask(a(), 'POST', '/api/settings/returns', body)];
    assert.deepEqual([first.status, again.status, again.body], [200, 200, first.body]);
    assert.deepEqual(await values(), [6, 6, 6]);
    assert.equal((await history(a())).length, 3);
  });

  test('two who decide at once: one is told that somebody was quicker', async () => {
    await house.nameAtMachine(2);
    const { revision } = await item(a());
    const both = await Promise.all([a(), c()].map((actor, place) => house.ask(actor, 'POST', '/api/settings/changes', { commandId: randomUUID(), expectedRevision: revision.installation, ...wish({ value: 3 + place }) })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    assert.ok(both.some(({ code }) => code === 'settings.changed-meanwhile'));
  });
});
