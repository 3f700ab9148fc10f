import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { chown, lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { SetUpProblem } from '../set-up-problem.ts';
import { errorCode } from '../set-up-problem-from-error.ts';
import { copyBinaries, hydrateLibraryLinks, type PostgresBinaries } from './postgres-binaries.ts';

/** A user of this machine. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Under which user the database runs, because PostgreSQL refuses root: as ourselves, as another user of the machine,
 * or as root that a user namespace shows to the program as another user (files stay root's).
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'user'; readonly account: Account }
  | { readonly kind: 'namespace'; readonly account: Account };

/** What was found out about running the database here. */
export interface Runner {
  readonly as: RunAs;
  readonly binaries: PostgresBinaries;
}

/** A program call as the user that the runner stands for. */
export interface Call {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: SpawnOptions;
}

/** Wraps a program call so that it runs as that user, with none of our own PG* settings leaking into it. */
export function callAs(as: RunAs, file: string, args: readonly string[]): Call {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_') && name !== 'LANG'));
  const options: SpawnOptions = { env: { ...env, LC_ALL: 'C' }, cwd: dirname(file), windowsHide: true };
  switch (as.kind) {
    case 'self':
      return { file, args, options };
    case 'user':
      return { file, args, options: { ...options, uid: as.account.uid, gid: as.account.gid } };
    case 'namespace':
      return { file: 'unshare', args: ['--user', `--map-user=${as.account.uid}`, '--', file, ...args], options };
  }
}

/**
 * Finds a way to run the bundled database on a data folder. An ordinary user runs it directly. Root runs it as the
 * owner of the existing data, as `postgres` or as `nobody`, whoever can reach both the programs and the data; else in
 * a user namespace; else from a copy of the programs beside the data. Throws a SetUpProblem when there is no way.
 */
export async function chooseRunner(found: PostgresBinaries, dataFolder: string, clusterFolder: string): Promise<Runner> {
  const binaries = await withLinks(found, dataFolder);
  if (process.getuid === undefined) return { as: await firstThatRuns([{ kind: 'self' }], binaries), binaries };
  const accounts = readAccounts(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  const ordinary = ['postgres', '_postgres', 'nobody'].flatMap((name) => accounts.find((account) => account.name === name) ?? []);
  const namespace = ordinary.slice(0, 1).map((account): RunAs => ({ kind: 'namespace', account }));

  if (process.getuid() !== 0) {
    // PostgreSQL wants a name for its user; a bare number (usual in containers) can borrow one.
    const choices: readonly RunAs[] = haveName() ? [{ kind: 'self' }] : [...namespace, { kind: 'self' }];
    return { as: await firstThatRuns(choices, binaries), binaries };
  }

  const owner = await stat(clusterFolder).then((entry) => accounts.find((account) => account.uid === entry.uid && account.uid !== 0), () => undefined);
  const users = [...(owner === undefined ? [] : [owner]), ...ordinary];
  const canEnterData = await filterReaching(users, dataFolder);
  const canDoBoth = await filterReaching(canEnterData, binaries.postgres);
  try {
    return { as: await firstThatRuns([...canDoBoth.map(asUser), ...namespace], binaries), binaries };
  } catch (error) {
    if (canEnterData.length === 0) throw new SetUpProblem('postgres-as-root', { path: dataFolder }, error);
  }
  const copy = await copyBinaries(binaries, dataFolder);
  return { as: await firstThatRuns(canEnterData.map(asUser), copy), binaries: copy };
}

/** Whether the system knows a name for the user we run as, from whatever directory. */
function haveName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** The users in the text of /etc/passwd. */
export function readAccounts(passwd: string): readonly Account[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || !/^-?\d+$/.test(uid ?? '') || !/^-?\d+$/.test(gid ?? '')) return [];
    return [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }]; // macOS writes nobody as -2
  });
}

/** Gives a file or a folder with all it holds to the user that the database runs as; does nothing when it is theirs. */
export async function giveTo(as: RunAs, path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = as.kind === 'user' ? as.account : { uid: 0, gid: 0 };
  await changeOwner(path, uid, gid);
}

async function changeOwner(path: string, uid: number, gid: number): Promise<void> {
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) return;
  if (entry.isDirectory()) {
    for (const name of await readdir(path)) await changeOwner(join(path, name), uid, gid);
  }
  if (entry.uid !== uid) await chown(path, uid, gid);
}

/** Library links are made in place, or in a copy where the installation may not be written. */
async function withLinks(binaries: PostgresBinaries, dataFolder: string): Promise<PostgresBinaries> {
  try {
    await hydrateLibraryLinks(binaries.folder);
    return binaries;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
    return copyBinaries(binaries, dataFolder);
  }
}

function asUser(account: Account): RunAs {
  return { kind: 'user', account };
}

async function filterReaching(accounts: readonly Account[], path: string): Promise<readonly Account[]> {
  const reaching: Account[] = [];
  for (const account of accounts) if (await canReach(account, path)) reaching.push(account);
  return reaching;
}

/** Whether an account may pass through every folder on the way to a path and enter or run the path itself. */
async function canReach(account: Account, path: string): Promise<boolean> {
  for (let place = await realpath(path); ; place = dirname(place)) {
    const { uid, gid, mode } = await stat(place);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** Throws a SetUpProblem with the last choice's own words when none works. */
async function firstThatRuns(choices: readonly RunAs[], binaries: PostgresBinaries): Promise<RunAs> {
  let detail = 'no user to run it as';
  for (const as of choices) {
    const fault = await faultOf(callAs(as, binaries.postgres, ['--version']));
    if (fault === undefined) return as;
    detail = fault;
  }
  throw new SetUpProblem('postgres-cannot-run', { detail });
}

/** Tries the program once: permissions, missing libraries and forbidden namespaces all show here. */
async function faultOf({ file, args, options }: Call): Promise<string | undefined> {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (part: Buffer) => (words += part.toString()));
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code === 0 ? undefined : (words.trim().split('\n').at(-1) ?? '');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
