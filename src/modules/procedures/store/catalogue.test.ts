import { deepEqual, equal, ok } from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { OWN_CATALOGUE } from './catalogue-folder.ts';
import { saveCompletion } from './completions.ts';
import { loadPacks } from './load-packs.ts';

const DAY = '2026-11-23';
const NOW = new Date('2026-11-23T08:00:00+07:00');
const HOME = '16072';
/** Hidden from citizens: internal, the title of a decision, the abolished district level, not of the commune. */
const HIDDEN = ['6.001435', '2.001428', '1.001669', '3.000360'];

let database: TestDatabase;
let commune: TestCommune;
let catalogue: Catalogue;

before(async () => {
  database = await createDatabase();
  commune = await createCommune(database.db);
  await loadPacks(database.owner.db, OWN_CATALOGUE, NOW);
  catalogue = await createCatalogue(database.db);
});

after(async () => {
  await database.close();
});

function complete(communeCode: string, procedureCode: string): Promise<void> {
  const completion = { limit: { unit: 'working-day', value: 5 }, basis: 'Quyết định 12', completedAt: NOW.getTime(), completedBy: commune.staff.administrator.id } as const;
  return database.db.transaction().execute((tx) => saveCompletion(tx, communeCode, procedureCode, completion));
}

test('citizens see every procedure in force except the hidden ones', () => {
  const all = catalogue.inForce(HOME, DAY);
  equal(all.length, 346);
  ok(all.every((one) => one.pack.audience.kind === 'citizen'));
  for (const code of HIDDEN) equal(catalogue.find(HOME, code, DAY), undefined, code);
});

test('staff find hidden procedures too', () => {
  deepEqual(HIDDEN.map((code) => catalogue.findForStaff(HOME, code, DAY)?.pack.code), HIDDEN);
});

test('neither search nor suggestions ever lead to a hidden procedure, whatever is asked', () => {
  for (const code of HIDDEN) {
    const name = catalogue.findForStaff(HOME, code, DAY)?.pack.name ?? '';
    const found = [...catalogue.search(HOME, name, DAY, 50), ...catalogue.search(HOME, code, DAY, 50), ...catalogue.suggest(HOME, code, DAY, 50), ...catalogue.suggest(HOME, name, DAY, 50)];
    ok(found.every((one) => one.pack.code !== code && one.pack.audience.kind === 'citizen'), code);
  }
});

test('outside its days of validity a procedure is not found, but its version still is', () => {
  equal(catalogue.find(HOME, '1.001193', '2025-06-30'), undefined);
  equal(catalogue.find(HOME, '1.001193', '2027-02-28')?.pack.code, '1.001193');
  equal(catalogue.find(HOME, '1.001193', '2027-03-01'), undefined);
  equal(catalogue.findVersion(HOME, '1.001193', 1)?.pack.version, 1);
  equal(catalogue.findVersion(HOME, '1.001193', 2), undefined);
});

test('the everyday language of the search is read with the packs', () => {
  equal(catalogue.search(HOME, 'photo công chứng', DAY)[0]?.pack.code, '2.000815');
  equal(catalogue.search(HOME, 'lam giay khai sihn cho con', DAY)[0]?.pack.code, '1.001193');
  equal(catalogue.suggest(HOME, 'ks', DAY)[0]?.pack.code, '1.001193');
  deepEqual(catalogue.search(HOME, '   ', DAY), []);
});

test('reception gets no hidden, unknown or expired procedure', async () => {
  for (const code of [...HIDDEN, '9.999999', '']) equal(await catalogue.dossierProcedure(HOME, code, NOW.getTime()), undefined, code);
  equal(await catalogue.dossierProcedure(HOME, '1.001193', Date.parse('2027-03-01T00:00:00+07:00')), undefined);
  // the last minute of the last day, in the office's time
  equal((await catalogue.dossierProcedure(HOME, '1.001193', Date.parse('2027-02-28T23:59:00+07:00')))?.code, '1.001193');
});

test('a procedure is known by the days on which it holds, hidden and unknown ones by none', () => {
  deepEqual(catalogue.span('1.001193'), { from: catalogue.findVersion(HOME, '1.001193', 1)?.pack.validFrom, to: '2027-02-28' });
  for (const code of [...HIDDEN, '9.999999', '']) equal(catalogue.span(code), undefined, code);
});

test('a completion applies in its own commune only, and changes the stamp of its pages', async () => {
  const code = '1.000080';
  equal(catalogue.find(HOME, code, DAY)?.timeLimit, null);
  const stamp = catalogue.stamp(HOME);
  await complete(HOME, code);
  await catalogue.completionsChanged(HOME);
  deepEqual(catalogue.find(HOME, code, DAY)?.timeLimit, { unit: 'working-day', value: 5 });
  equal(catalogue.find('00070', code, DAY)?.timeLimit, null);
  ok(stamp !== catalogue.stamp(HOME));
});

test('a completion that another process wrote is found when reception asks', async () => {
  const code = '1.000094';
  await complete(HOME, code);
  equal(catalogue.find(HOME, code, DAY)?.timeLimit, null);
  const received = await catalogue.dossierProcedure(HOME, code, NOW.getTime());
  deepEqual(received?.timeLimit, { unit: 'working-day', value: 5 });
  equal(received.steps.length, 5);
  deepEqual(catalogue.find(HOME, code, DAY)?.timeLimit, { unit: 'working-day', value: 5 });
});

test('a catalogue made anew knows the completions', async () => {
  const anew = await createCatalogue(database.db);
  deepEqual(anew.find(HOME, '1.000080', DAY)?.timeLimit, { unit: 'working-day', value: 5 });
});

test('what was loaded while the program runs is there after a refresh, and the report reads the folder as it is now', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xaso-packs-'));
  const other = await createDatabase();
  try {
    await cp(join(OWN_CATALOGUE, '1.001193.json'), join(folder, '1.001193.json'));
    await loadPacks(other.owner.db, folder, NOW);
    const small = await createCatalogue(other.db, folder);
    equal(small.inForce(HOME, DAY).length, 1);
    await cp(join(OWN_CATALOGUE, '2.000815.json'), join(folder, '2.000815.json'));
    await loadPacks(other.owner.db, folder, NOW);
    equal(small.find(HOME, '2.000815', DAY), undefined);
    await small.refresh();
    equal(small.find(HOME, '2.000815', DAY)?.pack.code, '2.000815');
    const pack = JSON.parse(await readFile(join(folder, '2.000815.json'), 'utf8')) as Record<string, unknown>;
    await writeFile(join(folder, '2.000815.json'), JSON.stringify({ ...pack, name: 'Tên khác' }));
    const { report } = await small.report(DAY);
    deepEqual(report.faults.map((fault) => fault.code), ['changed-without-new-version']);
  } finally {
    await other.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test('a stored version that no longer reads is left out instead of breaking the catalogue', async () => {
  await database.owner.db
    .insertInto('procedure_version')
    .values({ code: '9.000009', version: 1, valid_from: '2025-07-01', field: 'Hộ tịch', name: 'Cũ', public: true, pack: '{}', content_hash: 'x', loaded_at: NOW })
    .execute();
  const anew = await createCatalogue(database.db);
  equal(anew.find(HOME, '9.000009', DAY), undefined);
  equal(anew.inForce(HOME, DAY).length, 346);
});
