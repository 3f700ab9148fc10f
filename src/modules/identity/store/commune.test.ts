import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { createCommune } from '../../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { claimHomeCommune, findCommune, findHomeCommune, getCommune, insertUnits, insertVillages, listCommunes, listUnits, listVillages } from './commune.ts';
import { createHomeCommune } from './home-commune.ts';

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
});
after(() => database.close());
beforeEach(async () => {
  await database.owner.pool.query('truncate commune, setting, staff_session, guess cascade');
});

const now = new Date('2026-11-23T08:00:00+07:00');
const claim = (code: string): Promise<boolean> => database.db.transaction().execute((tx) => claimHomeCommune(tx, code, now));

test('an empty installation has no home commune, and that is not remembered', async () => {
  const home = createHomeCommune(database.db);
  assert.equal(await home.find(), undefined);
  await assert.rejects(home.get(), /no home commune/);
  const { commune } = await createCommune(database.db, { calendar: false });
  assert.deepEqual(await home.get(), commune);
});

test('the home commune is remembered until told to forget', async () => {
  await createCommune(database.db, { calendar: false });
  const home = createHomeCommune(database.db);
  assert.equal((await home.get()).hotline, '0237 3865 123');
  await database.pool.query("update commune set hotline = '0900 000 001'");
  assert.equal((await home.get()).hotline, '0237 3865 123');
  home.forget();
  assert.equal((await home.get()).hotline, '0900 000 001');
});

test('the only commune is the home; of several it is the one that the settings name', async () => {
  await createCommune(database.db, { calendar: false });
  await createCommune(database.db, { commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường' }, calendar: false });
  assert.equal((await findHomeCommune(database.db))?.code, '16072');
  await database.pool.query("delete from setting where key = 'home-commune'");
  assert.equal(await findHomeCommune(database.db), undefined);
  assert.equal(await claim('00070'), true);
  assert.equal(await claim('16072'), false);
  assert.equal((await findHomeCommune(database.db))?.name, 'Hoàn Kiếm');
  assert.deepEqual((await listCommunes(database.db)).map(({ code }) => code), ['00070', '16072']);
});

test('of two claims at one moment one holds', async () => {
  await createCommune(database.db, { calendar: false });
  await database.pool.query("delete from setting where key = 'home-commune'");
  assert.deepEqual((await Promise.all([claim('16072'), claim('16072')])).toSorted(), [false, true]);
});

test('a commune that is not served is not found, and getting it is a fault', async () => {
  assert.equal(await findCommune(database.db, '99999'), undefined);
  await assert.rejects(getCommune(database.db, '99999'), /not served/);
});

test('units and villages are those of the day, by name, and of no other commune', async () => {
  const { commune, units } = await createCommune(database.db, { calendar: false });
  await createCommune(database.db, { commune: { code: '00070' }, calendar: false });
  await database.db.transaction().execute(async (tx) => {
    await insertUnits(tx, '16072', [{ ...units.police, id: randomUUID(), name: 'An ninh', fields: ['Cư trú'] }], '2027-01-01', { synthetic: true });
    await insertVillages(tx, '16072', [{ id: randomUUID(), name: 'Bái Thượng', kind: 'thôn', teamLeaderName: null, teamLeaderPhone: null }], '2027-01-01', { synthetic: true });
  });
  await database.pool.query("update unit set valid_to = '2026-11-23' where id = $1", [units.economy.id]);
  const names = async (on: string): Promise<readonly string[]> => (await listUnits(database.db, commune.code, on)).map(({ name }) => name);
  assert.equal((await names('2025-06-30')).length, 0);
  assert.ok((await names('2026-11-23')).includes(units.economy.name));
  assert.ok(!(await names('2026-11-24')).includes(units.economy.name));
  assert.equal((await names('2026-12-31')).length, 5);
  assert.equal((await names('2027-01-01'))[0], 'An ninh');
  assert.deepEqual((await listVillages(database.db, '16072', '2026-11-23')).map(({ name, teamLeaderName }) => [name, teamLeaderName]), [
    ['Hoa Phú', 'Nguyễn Văn Phú'],
    ['Hoa Trung', null],
  ]);
  assert.equal((await listVillages(database.db, '16072', '2027-01-01')).length, 3);
});
