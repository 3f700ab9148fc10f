import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endsWithin } from '../data-folder/process-identity.ts';
import { syncFolder, writeDurably } from '../data-folder/write-durably.ts';
import { SetUpProblem } from '../set-up-problem.ts';
import { errorCode } from '../set-up-problem-from-error.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { postgresSettings, settingsText } from './postgres-settings.ts';
import { findPostmaster } from './postmaster-file.ts';
import { callAs, chooseRunner, giveTo, type Runner } from './run-as.ts';

/** Name of the database's owner, and of the database itself. */
export const OWNER = 'xaso';
const KEPT_LOGS = 5;
const SHUTDOWN_PATIENCE_MS = 60_000;
const MAIN_SETTINGS = "# xaso.conf is written anew at every start.\ninclude 'xaso.conf'\n# Settings of your own below this line win.\n";

/** The bundled database of one data folder: its files and how to run it. */
export interface Cluster {
  readonly folder: string;
  readonly runner: Runner;
  readonly socketFolder: string;
  readonly logFolder: string;
  /** First words of a start, before the database opens its own log. */
  readonly startLog: string;
  readonly password: string;
  /** Whether it was made just now. */
  readonly fresh: boolean;
}

/** What the caller may choose about a cluster. */
export interface ClusterWish {
  /** False for throw-away clusters of tests: nothing is flushed to the disk. */
  readonly durable: boolean;
  readonly extra?: Readonly<Record<string, string>>;
  /** Called before the files are made, which takes a second or more. */
  readonly onCreate?: () => void;
}

/** Where the files of a data folder's database lie. */
export function clusterPaths(dataFolder: string): { readonly folder: string; readonly password: string } {
  return { folder: join(dataFolder, 'postgres'), password: join(dataFolder, 'postgres-password') };
}

/**
 * Makes the database files of a data folder if there are none, and brings its settings up to date. A database that is
 * already running is left as it is. Throws a SetUpProblem when the files belong to another major version or are incomplete.
 */
export async function prepareCluster(dataFolder: string, wish: ClusterWish): Promise<Cluster> {
  const paths = clusterPaths(dataFolder);
  const found = await findPostgresBinaries();
  const runner = await chooseRunner(found, dataFolder, paths.folder);
  const logFolder = join(dataFolder, 'postgres-log');
  const rest = { runner, folder: paths.folder, socketFolder: join(dataFolder, 'postgres-socket'), logFolder, startLog: join(logFolder, 'start.log') };

  const version = await readClusterVersion(paths.folder);
  if (version !== undefined && version !== runner.binaries.major) {
    throw new SetUpProblem('postgres-other-version', { path: paths.folder, found: version, wanted: runner.binaries.major });
  }
  const fresh = version === undefined;
  if (fresh) {
    wish.onCreate?.();
    await createCluster(dataFolder, runner, wish.durable);
  } else {
    const state = await findPostmaster(paths.folder);
    if (state.kind === 'running') {
      const password = await findPassword(paths.password);
      if (password !== undefined) return { ...rest, fresh, password };
      process.kill(state.file.pid, 'SIGINT'); // nobody could sign in to it any more
      await endsWithin(state.file.pid, SHUTDOWN_PATIENCE_MS);
    }
  }

  await mkdir(logFolder, { recursive: true, mode: 0o700 });
  await pruneLogs(logFolder);
  await writeFile(join(paths.folder, 'xaso.conf'), settingsText(postgresSettings({ durable: wish.durable, logFolder, ...(wish.extra ? { extra: wish.extra } : {}) })), { mode: 0o600 });
  for (const path of [paths.folder, logFolder]) await giveTo(runner.as, path);
  return { ...rest, fresh, password: await readOrResetPassword(dataFolder, runner) };
}

/** The password of the database's owner; undefined when its file is missing. */
export async function findPassword(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Made under another name and renamed when it is whole, so that a power cut leaves nothing half-made behind. */
async function createCluster(dataFolder: string, runner: Runner, durable: boolean): Promise<void> {
  const { folder, password: passwordPath } = clusterPaths(dataFolder);
  const draft = join(dataFolder, 'postgres-new');
  const passwordDraft = join(dataFolder, 'postgres-password-new');
  const password = newPassword();
  await rm(draft, { recursive: true, force: true });
  await rm(passwordDraft, { force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordDraft, `${password}\n`, { mode: 0o600 });
  for (const path of [draft, passwordDraft]) await giveTo(runner.as, path);
  try {
    await initdb(runner, draft, passwordDraft, durable);
  } finally {
    await rm(passwordDraft, { force: true });
  }
  await writeDurably(join(draft, 'postgresql.conf'), MAIN_SETTINGS, 0o600);
  await writeDurably(passwordPath, `${password}\n`, 0o600);
  await rename(draft, folder);
  await syncFolder(dataFolder);
}

/** The built-in C.UTF-8 sorts the same on every machine; where the C library has no C.UTF-8 its part falls back to C. */
async function initdb(runner: Runner, folder: string, passwordPath: string, durable: boolean): Promise<void> {
  const call = (locale: string): Promise<string | undefined> =>
    run(runner, runner.binaries.initdb, [
      `--pgdata=${folder}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordPath}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${locale}`,
      '--auth-local=scram-sha-256',
      '--auth-host=scram-sha-256',
      ...(durable ? [] : ['--no-sync']),
    ]);
  let fault = await call('C.UTF-8');
  if (fault?.includes('invalid locale') === true) fault = await call('C');
  if (fault === undefined) return;
  if (/No space left/i.test(fault)) throw new SetUpProblem('disk-full', { path: folder });
  throw new SetUpProblem('postgres-did-not-start', { path: folder, detail: fault.split('\n').find((line) => line.includes('error:')) ?? fault });
}

/** A lost password file is no loss: whoever owns the files may set a new password while the database is stopped. */
async function readOrResetPassword(dataFolder: string, runner: Runner): Promise<string> {
  const { folder, password: path } = clusterPaths(dataFolder);
  const kept = await findPassword(path);
  if (kept !== undefined) return kept;
  const password = newPassword();
  const fault = await run(runner, runner.binaries.postgres, ['--single', '-D', folder, '-c', 'logging_collector=off', 'postgres'], `alter role ${OWNER} password '${password}'\n`);
  if (fault !== undefined) throw new SetUpProblem('postgres-did-not-start', { path: folder, detail: fault.split('\n').at(-1) ?? '' });
  await writeDurably(path, `${password}\n`, 0o600);
  return password;
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

async function readClusterVersion(folder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  // A folder with anything in it but no version is somebody's damaged data: never to be replaced by an empty database.
  if (names !== undefined) throw new SetUpProblem('postgres-incomplete', { path: folder });
  return undefined;
}

/** The database opens a new log at each start and every 5 MB; the newest few are enough to find a fault. */
export async function pruneLogs(logFolder: string): Promise<void> {
  const logs = (await readdir(logFolder)).filter((name) => /^postgres-[\d-]+\.log$/.test(name)).sort();
  for (const name of logs.slice(0, -KEPT_LOGS)) await rm(join(logFolder, name), { force: true });
}

/** Answers what a program complained about, or undefined when it succeeded. */
async function run(runner: Runner, file: string, args: readonly string[], input?: string): Promise<string | undefined> {
  const call = callAs(runner.as, file, args);
  const child = spawn(call.file, call.args, { ...call.options, stdio: ['pipe', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (part: Buffer) => (words += part.toString()));
  child.stdin.on('error', () => undefined); // a program that ended early says why on its own
  child.stdin.end(input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0 ? undefined : words.trim();
}
