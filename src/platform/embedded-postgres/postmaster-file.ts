import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, processFolder, processName } from '../data-folder/process-identity.ts';
import { errorCode } from '../set-up-problem-from-error.ts';

/** What the database's main process writes about itself into `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number;
  /** The data it serves. */
  readonly folder: string;
  readonly port: number;
  /** The folder of its socket; empty when it has none. */
  readonly socketFolder: string;
  /** `starting`, `stopping`, `ready` or `standby`; empty while it writes its first lines. */
  readonly status: string;
}

/** What `postmaster.pid` says about a cluster: `left-over` means that the last run was not stopped properly. */
export type PostmasterState =
  | { readonly kind: 'none' }
  | { readonly kind: 'left-over' }
  | { readonly kind: 'running'; readonly file: PostmasterFile };

/** Reads the text of `postmaster.pid`; undefined when it is not even begun. */
export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  // A negative number is left by single-user mode.
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, folder: lines[1] ?? '', port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? '', status: lines[7] ?? '' };
}

/**
 * Whether a database is running on this very cluster. The number alone proves nothing: after a reboot it may belong to
 * any program, and a copied folder brings the number of the original's process along.
 */
export async function findPostmaster(clusterFolder: string): Promise<PostmasterState> {
  const file = await readPostmasterFile(clusterFolder);
  if (file === undefined) return { kind: 'none' };
  return (await serves(file, clusterFolder)) ? { kind: 'running', file } : { kind: 'left-over' };
}

/** The contents of `postmaster.pid`; undefined when there is none. */
export async function readPostmasterFile(clusterFolder: string): Promise<PostmasterFile | undefined> {
  try {
    return parsePostmasterFile(await readFile(join(clusterFolder, 'postmaster.pid'), 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function serves(file: PostmasterFile, clusterFolder: string): Promise<boolean> {
  if (!isAlive(file.pid)) return false;
  const name = processName(file.pid);
  if (name !== undefined && !name.startsWith('postgres')) return false;
  // Where the process works outweighs what was written: the folder may have been renamed under a running database.
  const folder = processFolder(file.pid) ?? (await realpath(file.folder).catch(() => file.folder));
  return folder === (await realpath(clusterFolder));
}
