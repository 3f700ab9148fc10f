import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Type } from 'typebox';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { defineSetting } from '../api/define-setting.ts';
import { readSetting } from '../api/read-setting.ts';
import { rememberSettings } from '../api/remembered-settings.ts';
import { listSettingChanges, type NewSettingEntry, writeSetting } from './settings.ts';

const COMMUNE = '16072';
const NOW = new Date('2026-11-26T08:00:00+07:00');
const BY = { staffId: null, name: 'Ngô Văn Quản', at: NOW };
const words = { name: 'x', does: 'x', changes: 'x' };
const HOURS = defineSetting({ key: 'test.hours', schema: Type.Integer({ minimum: 1, maximum: 24 }), fallback: 8, unit: 'hours', override: 'commune', needsReason: false, words: { vi: words, en: words } });

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
});
after(() => database.close());
beforeEach(() => database.owner.pool.query('truncate setting, setting_change'));

const write = (commune: string, change: Partial<NewSettingEntry>) =>
  database.db.transaction().execute((tx) => writeSetting(tx, commune, { level: 'commune', key: HOURS.key, validFrom: '2026-11-26', value: 2, fixed: false, withdrawn: false, reason: null, ...change }, BY));
const read = (commune: string, at = NOW) => readSetting(database.db, commune, HOURS, at);

describe('stored settings', () => {
  test('are read with what the installation says, and only by the commune they belong to', async () => {
    await write('*', { level: 'installation', value: 4 });
    await write(COMMUNE, { value: 2 });
    await write(COMMUNE, { value: 3, validFrom: '2026-12-01' });
    assert.equal(await read(COMMUNE), 2);
    assert.equal(await read('16000'), 4);
    assert.equal(await read(COMMUNE, new Date('2026-12-01T00:00:00+07:00')), 3);
    // The last minute of the day before, by the clock on the wall.
    assert.equal(await read(COMMUNE, new Date('2026-11-30T23:59:00+07:00')), 2);
  });

  test('write their own history, in the order of writing, and never one line for nothing', async () => {
    await write(COMMUNE, { value: 2, reason: 'Thử' });
    await write(COMMUNE, { value: 2, reason: 'Lại' });
    await write(COMMUNE, { value: null });
    await write(COMMUNE, { value: 5, validFrom: '2027-01-01' });
    await write(COMMUNE, { value: 5, validFrom: '2027-01-01', withdrawn: true });
    await write('*', { level: 'installation', value: 6, fixed: true });
    const changes = await listSettingChanges(database.db, COMMUNE, [HOURS.key], { before: null, limit: 10 });
    assert.deepEqual(changes.map(({ level, value, withdrawn, fixed, reason }) => [level, value, withdrawn, fixed, reason]), [
      ['installation', 6, false, true, null],
      ['commune', 5, true, false, null],
      ['commune', 5, false, false, null],
      ['commune', null, false, false, null],
      ['commune', 2, false, false, 'Thử'],
    ]);
    assert.equal(changes[0]?.actorName, 'Ngô Văn Quản');
  });

  test('keep their history whoever writes: the account of a commune too', async () => {
    await database.pool.query("insert into setting (commune_code, key, value, changed_at) values ($1, 'bank-account', '{}', now())", [COMMUNE]);
    await database.pool.query(`update setting set value = '{"bin": "970436"}' where key = 'bank-account'`);
    const { rows } = await database.pool.query<{ value: unknown }>("select value from setting_change where key = 'bank-account' order by id");
    assert.deepEqual(rows.map(({ value }) => value), [{}, { bin: '970436' }]);
  });

  test('a fixed value belongs to the installation alone', async () => {
    await assert.rejects(write(COMMUNE, { fixed: true }), /setting_fixed_above/);
  });

  test('are remembered for five seconds, and read anew when the clock moves back', async () => {
    const remembered = rememberSettings(database.db, [HOURS]);
    const later = (seconds: number) => remembered.read(COMMUNE, HOURS, new Date(NOW.getTime() + seconds * 1000));
    assert.equal(await later(0), 8);
    await write(COMMUNE, { value: 2 });
    assert.equal(await later(4.9), 8);
    assert.equal(await later(5), 2);
    await write(COMMUNE, { value: 3 });
    assert.equal(await later(5), 2);
    assert.equal(await later(4), 3);
    await write(COMMUNE, { value: 4 });
    remembered.forget();
    assert.equal(await later(4), 4);
  });
});

test('a setting that cannot be entered, whose default does not fit or whose options have no words is refused when it is defined', () => {
  const base = { key: 'test.wrong', unit: 'none', override: 'commune', needsReason: false, words: { vi: words, en: words } } as const;
  assert.throws(() => defineSetting({ ...base, schema: Type.Integer(), fallback: 1 }), /cannot be entered/);
  assert.throws(() => defineSetting({ ...base, schema: Type.Integer({ minimum: 2, maximum: 3 }), fallback: 1 }), /does not fit/);
  assert.throws(() => defineSetting({ ...base, schema: Type.Union([Type.Literal('a'), Type.Literal('b')]), fallback: 'a' }), /no words for a/);
});
