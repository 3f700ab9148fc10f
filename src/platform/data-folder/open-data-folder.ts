import { access, chmod, constants, mkdir, readdir, realpath, stat, statfs } from 'node:fs/promises';
import { SetUpProblem } from '../set-up-problem.ts';
import { dataProblem, errorCode } from '../set-up-problem-from-error.ts';
import { type DataVersion, readDataVersion } from './data-version.ts';
import { lockDataFolder } from './lock-data-folder.ts';

const MEGABYTE = 1024 * 1024;
/** Below this the database could stop in the middle of a working day. */
const NEEDED_MEGABYTES = 200;

/** A data folder that exists, can be written, has room and belongs to this process alone until it is closed. */
export interface DataFolder {
  /** Absolute, with symbolic links resolved. */
  readonly path: string;
  /** What was noted by the program that wrote it last; undefined when the folder is fresh. */
  readonly version: DataVersion | undefined;
  close(): Promise<void>;
}

/**
 * Makes the data folder if it is missing and takes it for this process. Throws a SetUpProblem when it is not a folder,
 * cannot be written, has less than 200 MB free, or is in use by another running program.
 */
export async function openDataFolder(wanted: string): Promise<DataFolder> {
  try {
    await makeFolder(wanted);
    const path = await realpath(wanted);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    await readdir(path);
    refuseNearlyFull(path, await freeMegabytes(path));
    const lock = await lockDataFolder(path);
    try {
      return { path, version: await readDataVersion(path), close: () => lock.release() };
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw error instanceof SetUpProblem ? error : (dataProblem(error, wanted) ?? error);
  }
}

/** Refuses a disk with less room than a working day may need. */
export function refuseNearlyFull(path: string, megabytes: number): void {
  if (megabytes < NEEDED_MEGABYTES) throw new SetUpProblem('disk-nearly-full', { path, freeMegabytes: megabytes, neededMegabytes: NEEDED_MEGABYTES });
}

/** Room left for this user on the disk that holds a folder, in whole megabytes. */
export async function freeMegabytes(path: string): Promise<number> {
  const disk = await statfs(path);
  return Math.floor((disk.bavail * disk.bsize) / MEGABYTE);
}

/**
 * Personal data lies here, so nobody else may look in; as root the bundled database runs as another user, who must be
 * able to pass through (but not to list).
 */
async function makeFolder(path: string): Promise<void> {
  const existing = await stat(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (existing?.isDirectory() === false) throw new SetUpProblem('data-not-a-folder', { path });
  if (existing !== undefined) return;
  await mkdir(path, { recursive: true });
  await chmod(path, process.getuid?.() === 0 ? 0o711 : 0o700);
}
