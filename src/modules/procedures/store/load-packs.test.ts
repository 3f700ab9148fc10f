import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { OWN_CATALOGUE } from './catalogue-folder.ts';
import { loadPacks } from './load-packs.ts';

const NOW = new Date('2026-11-23T08:00:00+07:00');
const folders: string[] = [];
const databases: TestDatabase[] = [];

after(async () => {
  for (const database of databases) await database.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newDatabase(): Promise<TestDatabase> {
  const database = await createDatabase();
  databases.push(database);
  return database;
}

/** A folder with some packs of the program's own catalogue. */
async function folderWith(...codes: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xaso-packs-'));
  folders.push(folder);
  for (const code of codes) await cp(join(OWN_CATALOGUE, `${code}.json`), join(folder, `${code}.json`));
  return folder;
}

async function change(folder: string, file: string, edit: (pack: Record<string, unknown>) => Record<string, unknown>, to = file): Promise<void> {
  const pack = JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, unknown>;
  await writeFile(join(folder, to), JSON.stringify(edit(pack), null, 2));
}

async function versions(database: TestDatabase): Promise<readonly string[]> {
  const rows = await database.db.selectFrom('procedure_version').select(['code', 'version', 'valid_from', 'valid_to']).orderBy('code').orderBy('version').execute();
  return rows.map((row) => `${row.code} v${row.version} ${row.valid_from}..${row.valid_to ?? ''}`);
}

test('the whole catalogue loads on the first start, and the second start finds nothing new and says nothing', async () => {
  const database = await newDatabase();
  const first = await loadPacks(database.owner.db, OWN_CATALOGUE, NOW);
  deepEqual([first.loaded, first.faults], [first.files, []]);
  ok(first.files >= 377);
  match(first.sentences.join('\n'), /nạp 377 phiên bản mới[\s\S]*377 new versions/u);
  const second = await loadPacks(database.owner.db, OWN_CATALOGUE, NOW);
  deepEqual([second.loaded, second.faults, second.sentences], [0, [], []]);
});

test('a faulty file is named with its field and reason, and the others load', async () => {
  const database = await newDatabase();
  const folder = await folderWith('1.001193', '2.000815');
  await writeFile(join(folder, '1.000656.json'), '{ "code": ');
  await change(folder, '2.000815.json', (pack) => ({ ...pack, channels: ['pigeon'] }));
  const done = await loadPacks(database.owner.db, folder, NOW);
  deepEqual(await versions(database), ['1.001193 v1 2025-07-01..2027-02-28']);
  deepEqual(done.faults.map((fault) => `${fault.file} ${fault.field} ${fault.code}`), ['1.000656.json  not-json', '2.000815.json channels[0] not-one-of']);
  match(done.sentences.join('\n'), /2 tệp trong danh mục thủ tục sai[\s\S]*2\.000815\.json channels\[0\]: “pigeon” không được dùng ở đây/u);
});

test('a version whose content changed without a new number is refused and named, and what was loaded stays', async () => {
  const database = await newDatabase();
  const folder = await folderWith('1.001193');
  await loadPacks(database.owner.db, folder, NOW);
  await change(folder, '1.001193.json', (pack) => ({ ...pack, name: 'Tên khác' }));
  const done = await loadPacks(database.owner.db, folder, NOW);
  deepEqual(done.faults.map((fault) => [fault.file, fault.field, fault.code]), [['1.001193.json', 'version', 'changed-without-new-version']]);
  match(done.faults[0]?.words.vi ?? '', /Phiên bản 1 của thủ tục 1\.001193 đã nạp với nội dung khác/u);
  const row = await database.db.selectFrom('procedure_version').select('name').executeTakeFirstOrThrow();
  equal(row.name, 'Thủ tục đăng ký khai sinh');
});

test('a file that is only laid out anew is not a change', async () => {
  const database = await newDatabase();
  const folder = await folderWith('1.001193');
  await loadPacks(database.owner.db, folder, NOW);
  const pack = JSON.parse(await readFile(join(folder, '1.001193.json'), 'utf8')) as Record<string, unknown>;
  await writeFile(join(folder, '1.001193.json'), JSON.stringify(Object.fromEntries(Object.entries(pack).reverse())));
  deepEqual((await loadPacks(database.owner.db, folder, NOW)).faults, []);
});

test('a new version beside the old file loads, and the old one ends on the day that its file says', async () => {
  const database = await newDatabase();
  const folder = await folderWith('2.000815');
  await loadPacks(database.owner.db, folder, NOW);
  await change(folder, '2.000815.json', (pack) => ({ ...pack, validTo: '2026-12-31' }), '2.000815.v1.json');
  await change(folder, '2.000815.json', (pack) => ({ ...pack, version: 2, validFrom: '2027-01-01' }));
  const done = await loadPacks(database.owner.db, folder, NOW);
  deepEqual([done.loaded, done.faults], [1, []]);
  deepEqual(await versions(database), ['2.000815 v1 2025-11-01..2026-12-31', '2.000815 v2 2027-01-01..']);
  deepEqual(await loadPacks(database.owner.db, folder, NOW).then((again) => [again.loaded, again.faults]), [0, []]);
});

test('a new version in place of the old file ends the old one on the day before it begins', async () => {
  const database = await newDatabase();
  const folder = await folderWith('2.000815');
  await loadPacks(database.owner.db, folder, NOW);
  await change(folder, '2.000815.json', (pack) => ({ ...pack, version: 2, validFrom: '2027-01-01' }));
  await loadPacks(database.owner.db, folder, NOW);
  deepEqual(await versions(database), ['2.000815 v1 2025-11-01..2026-12-31', '2.000815 v2 2027-01-01..']);
});

test('a new version that begins no later than the loaded one is refused', async () => {
  const database = await newDatabase();
  const folder = await folderWith('2.000815');
  await loadPacks(database.owner.db, folder, NOW);
  await change(folder, '2.000815.json', (pack) => ({ ...pack, version: 2 }));
  const done = await loadPacks(database.owner.db, folder, NOW);
  deepEqual(done.faults.map((fault) => fault.code), ['validity-overlap']);
  deepEqual(await versions(database), ['2.000815 v1 2025-11-01..']);
});

test('a procedure whose file is gone stays as it was loaded: dossiers rest on it', async () => {
  const database = await newDatabase();
  const folder = await folderWith('1.001193', '2.000815');
  await loadPacks(database.owner.db, folder, NOW);
  await rm(join(folder, '2.000815.json'));
  deepEqual((await loadPacks(database.owner.db, folder, NOW)).faults, []);
  equal((await versions(database)).length, 2);
});

test('two processes that start at once load every version once', async () => {
  const database = await newDatabase();
  const folder = await folderWith('1.001193', '2.000815', '1.000656');
  const both = await Promise.all([loadPacks(database.owner.db, folder, NOW), loadPacks(database.owner.db, folder, NOW)]);
  deepEqual(both.flatMap((one) => one.faults), []);
  equal((await versions(database)).length, 3);
});

for (const [act, statement] of [['change', sql`update procedure_version set name = 'x'`], ['remove', sql`delete from procedure_version`]] as const) {
  test(`the application role may not ${act} a loaded version`, async () => {
    const database = await newDatabase();
    await loadPacks(database.owner.db, await folderWith('1.001193'), NOW);
    await rejects(statement.execute(database.db), /permission denied/u);
  });
}
