import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endsWithin, isAlive } from '../data-folder/process-identity.ts';
import { errorCode } from '../set-up-problem-from-error.ts';
import { type Cluster } from './cluster.ts';
import { listenArguments, type PostgresAddress } from './postgres-address.ts';
import { findPostmaster, readPostmasterFile } from './postmaster-file.ts';
import { callAs, giveTo } from './run-as.ts';

/** Why a start of the database failed: `busy` passes by itself, the next two need another address. */
export type StartFault = 'busy' | 'no-socket' | 'port-taken' | 'disk-full' | 'other';

/** A start of the database that came to nothing, with the database's own words. */
export interface FailedStart {
  readonly fault: StartFault;
  readonly words: string;
}

/** Hears how a start goes: its process is there; it takes unusually long. */
export interface StartListener {
  readonly onStarting?: () => void;
  readonly onSlow: () => void;
}

const LOOK_EVERY_MS = 15;

/**
 * Starts the database, which the caller knows not to be running, and waits until it accepts connections, however long a recovery takes; answers its process number.
 * It is made to outlive us (own session, no pipes), so that Ctrl-C in a terminal or our own death never tears it down.
 */
export async function startPostmaster(cluster: Cluster, address: PostgresAddress, hear: StartListener): Promise<number | FailedStart> {
  await clearLeftOvers(cluster);
  const began = Date.now();
  const call = postmasterCall(cluster, address);
  const log = openSync(cluster.startLog, 'w', 0o600);
  const child = spawn(call.file, call.args, { ...call.options, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let ended: { readonly code: number | null } | undefined;
  let unable = '';
  child.once('exit', (code) => (ended = { code }));
  child.once('error', (error) => {
    unable = error.message;
    ended = { code: null };
  });
  child.unref();
  hear.onStarting?.();

  let saidSlow = false;
  // pg_ctl (Windows) ends with success while the database goes on.
  const over = (): boolean => ended !== undefined && !(process.platform === 'win32' && ended.code === 0);
  for (;;) {
    if (over()) {
      const words = `${unable}\n${await startWords(cluster, began)}`.trim();
      return { fault: classifyStart(words), words };
    }
    const file = await readPostmasterFile(cluster.folder);
    if (file?.status === 'ready' && (process.platform === 'win32' ? isAlive(file.pid) : file.pid === child.pid)) return file.pid;
    if (!saidSlow && Date.now() - began > 10_000) {
      saidSlow = true;
      hear.onSlow();
    }
    await wait(LOOK_EVERY_MS);
  }
}

/** What the words of a failed start mean. */
export function classifyStart(words: string): StartFault {
  if (/No space left on device/i.test(words)) return 'disk-full';
  // The old run's server processes leave a moment after their main process was killed, and hold its memory until then.
  if (/pre-existing shared memory block|lock file "postmaster\.pid" already exists/i.test(words)) return 'busy';
  if (/Unix[- ](domain )?socket/i.test(words)) return 'no-socket';
  if (/could not (bind|create any TCP)/i.test(words)) return 'port-taken';
  return 'other';
}

/**
 * Stops the database: work under way is rolled back, everything acknowledged is on the disk. Whoever takes longer than
 * a minute is stopped at once; the next start recovers. Answers when the process is gone.
 */
export async function stopPostmaster(cluster: Cluster, pid: number): Promise<void> {
  const state = await findPostmaster(cluster.folder);
  // A process that ended by itself may have left its number to another program.
  if (state.kind === 'running' && state.file.pid === pid) await signal(cluster, pid, 'fast');
  if (await endsWithin(pid, 60_000)) return;
  await signal(cluster, pid, 'immediate');
  await endsWithin(pid, 10_000);
}

function postmasterCall(cluster: Cluster, address: PostgresAddress): ReturnType<typeof callAs> {
  const { as, binaries } = cluster.runner;
  const listen = listenArguments(address);
  if (process.platform !== 'win32') return callAs(as, binaries.postgres, ['-D', cluster.folder, ...listen]);
  // On Windows pg_ctl takes an administrator's rights away from the database, which refuses to run with them.
  return callAs(as, binaries.pgCtl, ['start', '-D', cluster.folder, '-w', '-t', '600', '-o', listen.map((part) => `"${part}"`).join(' ')]);
}

async function signal(cluster: Cluster, pid: number, mode: 'fast' | 'immediate'): Promise<void> {
  if (process.platform !== 'win32') {
    try {
      process.kill(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
    } catch (error) {
      if (errorCode(error) !== 'ESRCH') throw error;
    }
    return;
  }
  const { as, binaries } = cluster.runner;
  const call = callAs(as, binaries.pgCtl, ['stop', '-D', cluster.folder, '-m', mode, '-W']);
  const child = spawn(call.file, call.args, { ...call.options, stdio: 'ignore' });
  await new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
}

/**
 * Removes what a killed run left behind and what would make the database refuse: its socket, and a process number that
 * another program has by now. The number of a process that is gone stays: with it the database checks by itself that
 * no server process of the old run is left.
 */
async function clearLeftOvers(cluster: Cluster): Promise<void> {
  const file = await readPostmasterFile(cluster.folder);
  if (file !== undefined && isAlive(file.pid)) await rm(join(cluster.folder, 'postmaster.pid'), { force: true });
  await rm(cluster.socketFolder, { recursive: true, force: true });
  await mkdir(cluster.socketFolder, { mode: 0o700 });
  await giveTo(cluster.runner.as, cluster.socketFolder);
}

/** The database complains to its standard error first and to its own log once that is open. */
async function startWords(cluster: Cluster, since: number): Promise<string> {
  const early = await readFile(cluster.startLog, 'utf8').catch(() => '');
  const logs = (await readdir(cluster.logFolder)).filter((name) => name.startsWith('postgres-')).sort();
  const newest = logs.at(-1);
  if (newest === undefined) return early;
  const path = join(cluster.logFolder, newest);
  const written = (await stat(path)).mtimeMs;
  return written < since - 1000 ? early : `${early}\n${(await readFile(path, 'utf8')).slice(-4000)}`;
}
