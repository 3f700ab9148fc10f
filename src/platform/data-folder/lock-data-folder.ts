import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SetUpProblem } from '../set-up-problem.ts';
import { errorCode } from '../set-up-problem-from-error.ts';
import { isAlive, processBirth } from './process-identity.ts';

const FILE = 'xaso.lock';
const BEAT_MS = 5_000;
/** A lock whose holder cannot be looked up (other machine, Windows) is stale when it was not touched for so long. */
const SILENCE_MS = 30_000;
const MOST_ATTEMPTS = 50;
const WRITING_ATTEMPTS = 5;
const PAUSE_MS = 20;

interface Holder {
  readonly pid: number;
  readonly machine: string;
  readonly birth: string | null;
  readonly token: string;
}

/** A data folder that this process alone may write, until it is released. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of a data folder, also from a program that was killed and left it behind.
 * Throws a SetUpProblem while another program lives in the folder.
 */
export async function lockDataFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, FILE);
  const mine: Holder = { pid: process.pid, machine: hostname(), birth: processBirth(process.pid) ?? null, token: randomUUID() };
  const draft = `${path}.${mine.token}`;
  await writeFile(draft, JSON.stringify(mine), { flag: 'wx' });
  try {
    for (let attempt = 0; !(await claim(draft, path)); attempt += 1) {
      const found = await readHolder(path);
      if (attempt >= MOST_ATTEMPTS || (found !== undefined && (await isLive(found, path)))) {
        const machine = found === undefined || found.machine === mine.machine ? {} : { machine: found.machine };
        throw new SetUpProblem('data-in-use', { path: folder, pid: found?.pid ?? 0, ...machine });
      }
      // What cannot be read may be a lock that is just being written.
      if ((found !== undefined || attempt >= WRITING_ATTEMPTS) && (await inherit(draft, path, found))) break;
      await wait(PAUSE_MS);
    }
  } finally {
    await rm(draft, { force: true });
  }

  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined); // a folder that has gone away shows itself elsewhere
  }, BEAT_MS);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      if ((await readHolder(path))?.token === mine.token) await rm(path, { force: true });
    },
  };
}

/**
 * Replaces a dead holder's lock. Several programs may find the same one: only who makes the file named after the dead
 * holder may replace its lock, and looks again before doing so, because the name may have been free for the reason
 * that somebody else has just finished. Answers false when another program is ahead.
 */
async function inherit(draft: string, path: string, dead: Holder | undefined): Promise<boolean> {
  const right = await claimRight(draft, path, dead);
  if (right === undefined) return false;
  const still = await readHolder(path);
  if (still?.token !== dead?.token || (still === undefined && !(await exists(path)))) {
    await rm(right, { force: true });
    return false;
  }
  await rename(right, path);
  // Only now: a name that is free before the lock has changed hands would give the right away twice.
  for (const name of await readdir(dirname(path))) if (name.startsWith(`${FILE}.after-`)) await rm(join(dirname(path), name), { force: true });
  return true;
}

/** An heir that died before it had finished is inherited in its turn. */
async function claimRight(draft: string, path: string, dead: Holder | undefined): Promise<string | undefined> {
  const right = `${path}.after-${dead?.token ?? 'damage'}`;
  if (await claim(draft, right)) return right;
  const other = await readHolder(right);
  if (other === undefined || (await isLive(other, right))) return undefined;
  return claimRight(draft, path, other);
}

/** A hard link appears whole or not at all; file systems without links get an exclusive create. */
async function claim(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
  }
  try {
    await writeFile(path, await readFile(draft), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined; // gone meanwhile, or cut short by a power failure
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, machine, birth, token } = value as Partial<Record<keyof Holder, unknown>>;
  return typeof pid === 'number' && typeof machine === 'string' && (birth === null || typeof birth === 'string') && typeof token === 'string';
}

async function isLive(holder: Holder, path: string): Promise<boolean> {
  if (holder.machine === hostname()) {
    if (!isAlive(holder.pid)) return false;
    const birth = processBirth(holder.pid);
    if (birth !== undefined && holder.birth !== null) return birth === holder.birth;
  }
  const touched = await stat(path).then((file) => file.mtimeMs, () => 0);
  return Date.now() - touched < SILENCE_MS;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false);
}
