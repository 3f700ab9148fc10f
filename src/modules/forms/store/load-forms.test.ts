import { deepEqual, equal, match } from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { createFormCatalogue } from './form-catalogue.ts';
import { loadForms } from './load-forms.ts';

const NOW = new Date('2026-11-30T08:00:00+07:00');
const OWN = fileURLToPath(new URL('../../../../data/forms/', import.meta.url));
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

/** A folder with some of the program's own forms. */
async function folderWith(...codes: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xaso-forms-'));
  folders.push(folder);
  for (const file of ['lists', 'persons', ...codes]) await cp(join(OWN, `${file}.json`), join(folder, `${file}.json`));
  return folder;
}

async function change(folder: string, file: string, edit: (form: Record<string, unknown>) => Record<string, unknown>, to = file): Promise<void> {
  const form = JSON.parse(await readFile(join(folder, file), 'utf8')) as Record<string, unknown>;
  await writeFile(join(folder, to), JSON.stringify(edit(form), null, 1));
}

const retitled = (form: Record<string, unknown>) => ({ ...form, title: { vi: 'Tên khác', en: 'Another name' } });

test('every form loads on the first start, and the second start finds nothing new and says nothing', async () => {
  const database = await newDatabase();
  const first = await loadForms(database.owner.db, OWN, NOW);
  deepEqual([first.loaded, first.faults], [first.files, []]);
  match(first.sentences.join('\n'), /Biểu mẫu tờ khai[\s\S]*new versions loaded/u);
  const second = await loadForms(database.owner.db, OWN, NOW);
  deepEqual([second.loaded, second.faults, second.sentences], [0, [], []]);
});

test('a procedure is declared with the form that holds on the day, and an old version is still found', async () => {
  const database = await newDatabase();
  const folder = await folderWith('birth-registration');
  await change(folder, 'birth-registration.json', (form) => ({ ...form, validTo: '2026-12-31' }));
  await change(folder, 'birth-registration.json', (form) => ({ ...retitled(form), version: 2, validFrom: '2027-01-01', validTo: null }), 'birth-registration.2.json');
  await loadForms(database.owner.db, folder, NOW);
  const forms = await createFormCatalogue(database.db);
  const found = (code: string, day: string) => forms.formOf(code, day)?.definition.version;
  deepEqual([found('1.001193', '2026-11-30'), found('1.001193', '2027-01-01'), found('1.001193', '2025-06-30'), found('9.999999', '2026-11-30')], [1, 2, undefined, undefined]);
  equal(forms.version('birth-registration', 1)?.definition.validTo, '2026-12-31');
  equal(forms.version('birth-registration', 3), undefined);
  equal(forms.formOf('1.001193', '2026-11-30'), forms.version('birth-registration', 1), 'a form is compiled once');
});

test('a version that changed without a new number is refused and named, and the loaded one goes on holding', async () => {
  const database = await newDatabase();
  const folder = await folderWith('birth-registration', 'extract-copy');
  await loadForms(database.owner.db, folder, NOW);
  await change(folder, 'birth-registration.json', retitled);
  const again = await loadForms(database.owner.db, folder, NOW);
  deepEqual(again.faults.map(({ file, code }) => [file, code]), [['birth-registration.json', 'changed-without-new-version']]);
  match(again.sentences.join('\n'), /birth-registration\.json version: Phiên bản 1 .* \/ Version 1/u);
  const forms = await createFormCatalogue(database.db);
  equal(forms.version('birth-registration', 1)?.definition.title.en, 'Birth registration');
});

test('a file laid out anew is the same, and a last day that became known is followed', async () => {
  const database = await newDatabase();
  const folder = await folderWith('extract-copy');
  await loadForms(database.owner.db, folder, NOW);
  await change(folder, 'extract-copy.json', (form) => ({ ...form, validTo: '2026-12-31' }));
  deepEqual((await loadForms(database.owner.db, folder, NOW)).faults, []);
  const forms = await createFormCatalogue(database.db);
  deepEqual([forms.formOf('2.000635', '2026-12-31')?.definition.validTo, forms.formOf('2.000635', '2027-01-01')], ['2026-12-31', undefined]);
});

test('who signs the paper is followed too, for it is neither asked nor judged; anything else of what the paper says is not', async () => {
  const database = await newDatabase();
  const folder = await folderWith('extract-copy');
  await change(folder, 'extract-copy.json', (form) => ({ ...form, official: { title: 'TỜ KHAI', number: null, basis: null, addressee: 'commune' } }));
  await loadForms(database.owner.db, folder, NOW);
  const signatures = [{ title: 'Người yêu cầu', declares: true }];
  await change(folder, 'extract-copy.json', (form) => ({ ...form, official: { title: 'TỜ KHAI', number: null, basis: null, addressee: 'commune', signatures, signaturesSource: 'theo trí nhớ', dateLabel: 'Làm tại' } }));
  const followed = await loadForms(database.owner.db, folder, NOW);
  deepEqual([followed.loaded, followed.faults], [0, []]);
  const forms = await createFormCatalogue(database.db);
  deepEqual(forms.version('extract-copy', 1)?.definition.official.signatures, signatures);
  await change(folder, 'extract-copy.json', (form) => ({ ...form, official: { title: 'TỜ KHAI MỚI', number: null, basis: null, addressee: 'commune', signatures } }));
  deepEqual((await loadForms(database.owner.db, folder, NOW)).faults.map(({ code }) => code), ['changed-without-new-version']);
});

test('a faulty file is named with its place and reason, and the others load', async () => {
  const database = await newDatabase();
  const folder = await folderWith('birth-registration', 'extract-copy');
  await writeFile(join(folder, 'broken.json'), '{ "code": ');
  await change(folder, 'extract-copy.json', (form) => ({ ...form, groups: [{ id: 'x', title: { vi: 'Một' }, fields: [{ kind: 'pigeon' }] }], checks: [{ id: 'c', at: 'a', level: 'refuse', message: { vi: 'a', en: 'a' }, holds: { knows: 'a' } }] }));
  const done = await loadForms(database.owner.db, folder, NOW);
  equal(done.loaded, 1);
  deepEqual(done.faults.map(({ file, at, code }) => `${file} ${at} ${code}`), [
    'broken.json  not-json',
    'extract-copy.json groups.0.title.en missing',
    'extract-copy.json checks.0.holds unknown-kind',
  ]);
});

test('two forms for one procedure on the same days, an unknown list, an unknown part and a file of another name are refused', async () => {
  const database = await newDatabase();
  const folder = await folderWith('birth-registration');
  const minimal = (code: string, field: object, procedures: readonly string[] = []) => JSON.stringify({
    code, version: 1, validFrom: '2026-01-01', validTo: null, title: { vi: 'a', en: 'a' }, official: { title: 'A', number: null, basis: null, addressee: 'commune' }, procedures, source: 'a',
    groups: [{ id: 'g', title: { vi: 'a', en: 'a' }, fields: [field] }], checks: [],
  });
  const text = { kind: 'text', id: 'a', label: { vi: 'a', en: 'a' }, official: 'a' };
  await writeFile(join(folder, 'second.json'), minimal('second', text, ['1.001193']));
  await writeFile(join(folder, 'list.json'), minimal('list', { ...text, kind: 'choice', list: 'planets' }));
  await writeFile(join(folder, 'part.json'), minimal('part', { kind: 'person', id: 'x', of: { vi: 'x', en: 'x' }, parts: ['tail'] }));
  await writeFile(join(folder, 'name.json'), minimal('other', text));
  await writeFile(join(folder, 'wrong.json'), minimal('wrong', { kind: 'person', id: 'x', of: { vi: 'x', en: 'x' }, parts: [{ part: 'fullName', maxLength: 'long' }] }));
  const done = await loadForms(database.owner.db, folder, NOW);
  deepEqual(done.faults.map(({ file, at, code }) => `${file} ${at} ${code}`), [
    'list.json groups.g.a unknown-list',
    'name.json code wrong-file-name',
    'part.json groups.g.x unknown-part',
    'second.json procedures procedure-twice',
    'wrong.json groups.0.fields.0.maxLength unreadable',
  ]);
});
