import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { SetUpProblem } from '../set-up-problem.ts';
import { errorCode } from '../set-up-problem-from-error.ts';
import { isAlive, processBirth } from './process-identity.ts';

const FILE = 'xaso.lock';
const BEAT_MS = 5_000;
/** A lock whose holder cannot be looked up (other machine, Windows) is stale when it was not touched for so long. */
const SILENCE_MS = 30_000;

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
      if (found !== undefined && (attempt >= 10 || (await isLive(found, path)))) {
        throw new SetUpProblem('data-in-use', { path: folder, pid: found.pid, ...(found.machine === mine.machine ? {} : { machine: found.machine }) });
      }
      await setAside(path, `${draft}.stale`, found);
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

/** Of several programs that find the same stale lock only one moves it away; a lock that was renewed meanwhile goes back. */
async function setAside(path: string, aside: string, stale: Holder | undefined): Promise<void> {
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved !== undefined && moved.token !== stale?.token) await claim(aside, path);
  await rm(aside, { force: true });
}
