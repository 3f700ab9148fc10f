import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { type FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { createClock, type TestClock } from '../../../../test/clock.ts';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { type Actor } from '../../../kernel/actor.ts';
import { PLATFORM_PROBLEMS } from '../../../platform/http/problem-table.ts';
import { createServer } from '../../../platform/http/server.ts';
import { SETTINGS_PROBLEMS } from '../contract/problems.ts';
import { type SettingHistory, type SettingItem, type SettingPreview, type SettingsResponse } from '../contract/setting-schemas.ts';
import { defineSetting } from './define-setting.ts';
import { settingsRoutes } from './setting-routes.ts';

const words = { name: 'Giờ chờ', does: 'Chờ bao lâu', changes: 'Ngay' };
const english = { name: 'Hours to wait', does: 'How long', changes: 'At once' };
const HOURS = defineSetting({
  key: 'test.hours', schema: Type.Integer({ minimum: 1, maximum: 24 }), fallback: 8, unit: 'hours', override: 'commune', needsReason: false, words: { vi: words, en: english },
  effect: (_db, { before: from, after: to }) => Promise.resolve([{ count: from - to, vi: '{count} giờ ít hơn', en: '{count} hours less' }]),
});
const MONTHS = defineSetting({
  key: 'test.months', schema: Type.Integer({ minimum: 12, maximum: 120 }), fallback: 24, unit: 'months', override: 'installation', needsReason: true,
  law: { vi: 'Luật, Điều 1', en: 'Law, Article 1' }, words: { vi: words, en: english },
});

let database: TestDatabase;
let commune: TestCommune;
let clock: TestClock;
let server: FastifyInstance;
let actor: Actor;
let served: readonly { readonly code: string; readonly name: string }[];
let told = 0;
before(async () => {
  database = await createDatabase();
  clock = createClock();
  commune = await createCommune(database.db);
  server = await createServer({
    routes: settingsRoutes({ db: database.db, groups: [{ module: 'test', name: { vi: 'Thử', en: 'Test' }, settings: [HOURS, MONTHS] }], communes: () => Promise.resolve(served), standingOf: () => Promise.resolve({ communes: served.length, speaks: served.length === 1, deciders: [] }), onChanged: () => { told += 1; } }),
    problems: { ...PLATFORM_PROBLEMS, ...SETTINGS_PROBLEMS }, identify: () => actor, keepView: () => undefined, renderProblemPage: ({ code }) => code, contentSecurityPolicy: "default-src 'none'", version: '0', clock: clock.now, logLevel: 'silent', secure: false,
  });
});
after(async () => {
  await server.close();
  await database.close();
});
beforeEach(async () => {
  await database.owner.pool.query("delete from setting where key like 'test.%'");
  await database.owner.pool.query('truncate setting_change');
  actor = commune.staff.administrator.actor;
  served = [{ code: commune.commune.code, name: 'Hoa Lộc' }];
});

const today = () => new Date(clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
const post = (path: string, body: object) => server.inject({ method: 'POST', url: `/api/settings/${path}`, payload: body });
const wish = (change: object = {}) => ({ key: 'test.hours', level: 'commune', act: 'set', value: 2, fixed: false, validFrom: today(), reason: '', ...change });
async function item(key = 'test.hours'): Promise<SettingItem> {
  const all = (await server.inject({ url: '/api/settings' })).json<SettingsResponse>();
  return all.groups.flatMap(({ items }) => items).find((one) => one.key === key)!;
}
async function change(more: object = {}, level: 'commune' | 'installation' = 'commune', key = 'test.hours') {
  return post('changes', { commandId: randomUUID(), expectedRevision: (await item(key)).revision[level], ...wish({ level, key, ...more }) });
}
const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code;
const history = async () => (await server.inject({ url: '/api/settings/changes?key=test.hours' })).json<SettingHistory>().items;

describe('the settings of a commune', () => {
  test('begin with the default, are inherited from the installation and replaced by the commune', async () => {
    assert.deepEqual([(await item()).value, (await item()).from], [8, 'default']);
    assert.equal((await change({ value: 4 }, 'installation')).statusCode, 200);
    assert.deepEqual([(await item()).value, (await item()).from], [4, 'installation']);
    assert.equal((await change({ value: 2 })).statusCode, 200);
    const own = await item();
    assert.deepEqual([own.value, own.from, own.installation?.value, own.commune?.byName], [2, 'commune', 4, commune.staff.administrator.actor.fullName]);
    assert.equal((await change({ act: 'inherit', value: null })).statusCode, 200);
    assert.deepEqual([(await item()).value, (await item()).from], [4, 'installation']);
  });

  test('show what would follow before anything is written', async () => {
    const preview = (await post('preview', wish({ value: 3 }))).json<SettingPreview>();
    assert.deepEqual(preview.communes, [{ code: '16072', name: 'Hoa Lộc', before: 8, after: 3, keepsOwn: false, losesOwn: false, effects: [{ count: 5, words: '{count} giờ ít hơn' }] }]);
    assert.equal((await item()).from, 'default');
    await change({ value: 3 });
    const above = (await post('preview', wish({ level: 'installation', value: 6 }))).json<SettingPreview>();
    assert.deepEqual(above.communes.map(({ before: from, after: to, keepsOwn, effects }) => [from, to, keepsOwn, effects.length]), [[3, 3, true, 0]]);
  });

  test('cannot be changed by whoever looked at an older value, and the first of two at once wins', async () => {
    const { revision } = await item();
    const both = await Promise.all([2, 3].map((value) => post('changes', { commandId: randomUUID(), expectedRevision: revision.commune, ...wish({ value }) })));
    assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409]);
    assert.equal(codeOf(both.find(({ statusCode }) => statusCode === 409)!), 'settings.changed-meanwhile');
    assert.equal((await history()).length, 1);
  });

  test('change nothing twice when the answer was lost', async () => {
    const body = { commandId: randomUUID(), expectedRevision: 0, ...wish() };
    const [first, again] = [await post('changes', body), await post('changes', body)];
    assert.deepEqual(again.json(), first.json());
    assert.equal((await history()).length, 1);
  });

  test('are planned for a later day, shown, and taken back', async () => {
    assert.equal((await change({ value: 5, validFrom: '2027-01-01' })).statusCode, 200);
    assert.deepEqual((await item()).planned.map(({ value, validFrom }) => [value, validFrom]), [[5, '2027-01-01']]);
    assert.equal((await item()).value, 8);
    assert.equal((await change({ act: 'withdraw', value: null, validFrom: '2027-01-01' })).statusCode, 200);
    assert.deepEqual((await item()).planned, []);
    assert.deepEqual((await history()).map(({ act }) => act), ['withdraw', 'set']);
  });

  test('return to an earlier value by one command, which is a new change', async () => {
    await change({ value: 2 });
    await change({ value: 3 });
    const [latest, earlier] = await history();
    assert.equal(latest?.returnTo, null);
    const back = await post('returns', { commandId: randomUUID(), changeId: earlier?.id, expectedRevision: earlier?.returnTo });
    assert.equal(back.statusCode, 200);
    assert.equal((await item()).value, 2);
    assert.equal((await history()).length, 3);
    assert.match((await history())[0]?.reason ?? '', /Dùng lại giá trị của lần đổi ngày \d\d\/\d\d\/\d{4}/u);
    assert.equal(codeOf(await post('returns', { commandId: randomUUID(), changeId: 999_999, expectedRevision: 0 })), 'settings.change-unknown');
  });

  test('say what is wrong with a value, a reason, a day and a name', async () => {
    assert.equal(codeOf(await change({ value: 25 })), 'settings.value-out-of-bounds');
    assert.equal(codeOf(await change({ value: 'hai' })), 'settings.value-out-of-bounds');
    assert.equal(codeOf(await change({ validFrom: '2026-02-31' })), 'settings.no-such-day');
    assert.equal(codeOf(await change({ validFrom: '2020-01-01' })), 'settings.day-past');
    const short = await change({ value: 6, reason: 'Tiết kiệm' }, 'installation', 'test.months');
    assert.match(JSON.stringify(short.json<unknown>()), /12.*120.*Luật, Điều 1/u);
    assert.equal(codeOf(await change({ value: 36 }, 'installation', 'test.months')), 'settings.reason-missing');
    assert.equal(codeOf(await change({ value: 36, reason: 'Theo quy chế' }, 'commune', 'test.months')), 'settings.not-for-communes');
    assert.equal(codeOf(await post('changes', { commandId: randomUUID(), expectedRevision: 0, ...wish({ key: 'test.nothing' }) })), 'settings.unknown');
    assert.equal((await post('changes', { commandId: randomUUID(), expectedRevision: 0, ...wish(), communeCode: '16075' })).statusCode, 422);
  });

  test('keep the installation out of the reach of one commune among several', async () => {
    served = [...served, { code: '16075', name: 'Khác' }];
    assert.equal(codeOf(await change({ value: 4 }, 'installation')), 'settings.installation-not-yours');
    assert.equal((await change({ value: 4 })).statusCode, 200);
    const { rows } = await database.owner.pool.query("select 1 from setting where commune_code = '*' and key like 'test.%'");
    assert.deepEqual(rows, []);
  });

  test('fixed by the installation they are the same everywhere, and the commune is told so', async () => {
    await change({ value: 2 });
    await change({ value: 4, fixed: true }, 'installation');
    assert.deepEqual([(await item()).value, (await item()).fixed], [4, true]);
    assert.equal(codeOf(await change({ value: 3 })), 'settings.fixed-above');
  });

  test('tell the rest of the program that something changed, once for each change', async () => {
    const before = told;
    await change({ value: 2 });
    await change({ value: 99 });
    assert.equal(told, before + 1);
  });
});
