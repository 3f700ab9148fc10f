import { statfs } from 'node:fs/promises';
import { finding, type HealthFinding } from './finding.ts';

const GIGABYTE = 1024 ** 3;

/** The room of the disk that a folder lies on, in bytes. */
export interface DiskRoom {
  readonly free: number;
  readonly total: number;
}

/** Asks the system how much room there is beside a folder. */
export async function readDiskRoom(folder: string): Promise<DiskRoom> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

/** Less than 1 GB or 2 % stops the database soon; less than 5 GB or 10 % wants somebody to make room. */
export function judgeDisk({ free, total }: DiskRoom, folder: string): HealthFinding {
  const facts = { folder, free: (free / GIGABYTE).toFixed(1), percent: Math.floor((free / total) * 100) };
  if (free < GIGABYTE || free < total * 0.02) return finding('disk.full', 'bad', facts);
  if (free < 5 * GIGABYTE || free < total * 0.1) return finding('disk.filling', 'attention', facts);
  return finding('disk.well', 'well', facts);
}
