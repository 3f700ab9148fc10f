import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, realpath, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { errorCodeAsOrdinaryUser, giveToOrdinaryUser } from '../../../test/ordinary-user.ts';
import { SetUpProblem } from '../set-up-problem.ts';
import { type SetUpCode } from '../set-up-problem-sentences.ts';
import { readDataVersion, refuseNewerData, writeDataVersion } from './data-version.ts';
import { lockDataFolder } from './lock-data-folder.ts';
import { freeMegabytes, openDataFolder, refuseNearlyFull } from './open-data-folder.ts';
import { endsWithin, isAlive, processBirth, processFolder, processName } from './process-identity.ts';
import { writeDurably } from './write-durably.ts';

let root = '';
let folder = '';
let count = 0;
before(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'xaso-folder-')));
});
beforeEach(() => {
  folder = join(root, `data-${(count += 1)}`);
});
after(() => rm(root, { recursive: true, force: true }));

const problem =
  (code: SetUpCode) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof SetUpProblem, String(error));
    assert.equal(error.code, code);
    return true;
  };
const idle = () => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });

test('a missing data folder is made, with its parents, and nobody else may list it', async () => {
  const deep = join(folder, 'a', 'b');
  const opened = await openDataFolder(deep);
  assert.equal(opened.path, deep);
  assert.equal(opened.version, undefined);
  assert.equal((await stat(deep)).mode & 0o066, 0);
  await opened.close();
  assert.deepEqual(await readdir(deep), []);
});

test('a file in place of the data folder is refused', async () => {
  await writeFile(folder, '');
  await assert.rejects(openDataFolder(folder), problem('data-not-a-folder'));
  await assert.rejects(openDataFolder(join(folder, 'below')), problem('data-not-a-folder'));
});

test('a data folder that may not be written is refused', async () => {
  await (await openDataFolder(folder)).close();
  await chmod(root, 0o711);
  await giveToOrdinaryUser(folder);
  await chmod(folder, 0o500);
  const code: SetUpCode = 'data-not-writable';
  assert.equal(await errorCodeAsOrdinaryUser(new URL('./open-data-folder.ts', import.meta.url), 'openDataFolder', folder), code);
  await chmod(folder, 0o700);
});

test('less than 200 MB of room is refused', async () => {
  assert.throws(() => {
    refuseNearlyFull('/data', 199);
  }, problem('disk-nearly-full'));
  refuseNearlyFull('/data', 200);
  assert.ok((await freeMegabytes(root)) > 0);
});

test('a second program on the same folder is told who holds it', async () => {
  const first = await openDataFolder(folder);
  await assert.rejects(openDataFolder(folder), (error) => problem('data-in-use')(error) && (error as Error).message.includes(String(process.pid)));
  await first.close();
  await (await openDataFolder(folder)).close();
});

/** The lock of a program that was killed a moment ago. */
async function leaveLock(token: string, name = 'xaso.lock'): Promise<void> {
  const child = idle();
  await once(child, 'spawn');
  await writeFile(join(folder, name), JSON.stringify({ pid: child.pid, machine: hostname(), birth: processBirth(child.pid!), token }));
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('of many programs that start at once on a left-over lock exactly one gets the folder', async () => {
  await (await openDataFolder(folder)).close();
  for (let round = 0; round < 20; round += 1) {
    await leaveLock(`gone-${round}`);
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataFolder(folder)));
    const winners = results.filter((result) => result.status === 'fulfilled');
    assert.equal(winners.length, 1);
    await winners[0]!.value.release();
    assert.deepEqual(await readdir(folder), []);
  }
});

test('a program that was killed while it took over a lock does not block the folder', async () => {
  await (await openDataFolder(folder)).close();
  await leaveLock('first');
  await leaveLock('second', 'xaso.lock.after-first');
  await leaveLock('third', 'xaso.lock.after-second');
  await (await openDataFolder(folder)).close();
  assert.deepEqual(await readdir(folder), []);
});

const STALE: readonly (readonly [string, () => object | string])[] = [
  ['whose number another program has by now', () => ({ pid: process.pid, machine: hostname(), birth: 'another birth', token: 't' })],
  ['that is damaged', () => '{"pid":'],
  ['of another machine that has been silent', () => ({ pid: 1, machine: 'other', birth: null, token: 't' })],
];
for (const [what, content] of STALE) {
  test(`a lock ${what} is taken over`, { skip: process.platform === 'win32' }, async () => {
    await (await openDataFolder(folder)).close();
    const value = content();
    const path = join(folder, 'xaso.lock');
    await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(path, longAgo, longAgo);
    await (await openDataFolder(folder)).close();
  });
}

test('a lock of another machine that was touched just now is respected', async () => {
  await (await openDataFolder(folder)).close();
  await writeFile(join(folder, 'xaso.lock'), JSON.stringify({ pid: 1, machine: 'other', birth: null, token: 't' }));
  await assert.rejects(openDataFolder(folder), (error) => problem('data-in-use')(error) && (error as Error).message.includes('other'));
});

test('releasing never removes a lock that somebody else holds by now', async () => {
  const first = await openDataFolder(folder);
  await writeFile(join(folder, 'xaso.lock'), JSON.stringify({ pid: 1, machine: 'other', birth: null, token: 'theirs' }));
  await first.close();
  assert.match(await readFile(join(folder, 'xaso.lock'), 'utf8'), /theirs/);
});

test('the version of the data is kept, and a newer one is refused before anything is touched', async () => {
  const opened = await openDataFolder(folder);
  await writeDataVersion(folder, { program: '0.2.0', schema: 7 });
  const found = await readDataVersion(folder);
  assert.deepEqual(found, { program: '0.2.0', schema: 7 });
  refuseNewerData(folder, found, { program: '0.2.0', schema: 7 });
  refuseNewerData(folder, undefined, { program: '0.1.0', schema: 1 });
  assert.throws(() => {
    refuseNewerData(folder, found, { program: '0.1.0', schema: 6 });
  }, problem('data-newer'));
  await opened.close();
  const again = await openDataFolder(folder);
  assert.deepEqual(again.version, found);
  await again.close();
});

for (const damage of ['', '{', '[]', '{"program":1,"schema":1}', '{"program":"1","schema":-1}', '{"program":"1","schema":1.5}']) {
  test(`a version note that reads ${JSON.stringify(damage)} is refused, and the folder is free again`, async () => {
    await (await openDataFolder(folder)).close();
    await writeFile(join(folder, 'xaso-version.json'), damage);
    await assert.rejects(openDataFolder(folder), problem('data-version-unreadable'));
    await rm(join(folder, 'xaso-version.json'));
    await (await openDataFolder(folder)).close();
  });
}

test('a secret is unreadable to others from its first moment and no draft is left behind', { skip: process.platform === 'win32' }, async () => {
  const opened = await openDataFolder(folder);
  await writeDurably(join(folder, 'secret'), 'one', 0o600);
  await writeDurably(join(folder, 'secret'), 'two', 0o600);
  assert.equal(await readFile(join(folder, 'secret'), 'utf8'), 'two');
  assert.equal((await stat(join(folder, 'secret'))).mode & 0o777, 0o600);
  await opened.close();
  assert.deepEqual(await readdir(folder), ['secret']);
});

test('a process is known by its birth, its name and its folder while it lives', { skip: process.platform !== 'linux' }, async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore', cwd: root });
  await once(child, 'spawn');
  const pid = child.pid!;
  assert.ok(isAlive(pid));
  assert.notEqual(processBirth(pid), undefined);
  assert.equal(processBirth(pid), processBirth(pid));
  assert.notEqual(processBirth(pid), processBirth(process.pid));
  assert.match(processName(pid) ?? '', /node|MainThread/);
  assert.equal(processFolder(pid), root);
  assert.equal(await endsWithin(pid, 50), false);
  child.kill('SIGKILL');
  assert.equal(await endsWithin(pid, 5000), true);
});
