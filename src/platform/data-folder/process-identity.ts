import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../set-up-problem-from-error.ts';

const LOOK_EVERY_MS = 15;

/**
 * Whether a process of this machine is running. One that ended but was never collected by its parent (usual for
 * orphans in a container without an init) counts as not running.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  const state = readStat(pid)?.[0];
  return state !== 'Z' && state !== 'X';
}

/**
 * A text that differs between two processes that had the same number one after the other; undefined when the system
 * does not tell (Windows, or Linux that hides other users' processes).
 */
export function processBirth(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const started = readStat(pid)?.[19]; // clock ticks between boot and the start of the process
    return started === undefined ? undefined : `${readText('/proc/sys/kernel/random/boot_id') ?? ''}:${started}`;
  }
  return askPs(pid, 'lstart');
}

/** The file name of the program that a process runs; undefined when the system does not tell. */
export function processName(pid: number): string | undefined {
  if (process.platform === 'linux') return readText(`/proc/${pid}/comm`);
  const path = askPs(pid, 'comm');
  return path === undefined ? undefined : basename(path);
}

/** The folder in which a process works; undefined when the system does not tell. */
export function processFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Waits for a process to end; answers whether it did within the time. */
export async function endsWithin(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await wait(LOOK_EVERY_MS);
  }
  return true;
}

/** The fields of /proc/<pid>/stat after the program's name, which may itself hold spaces and brackets. */
function readStat(pid: number): readonly string[] | undefined {
  const text = readText(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function askPs(pid: number, column: 'lstart' | 'comm'): string | undefined {
  if (process.platform === 'win32') return undefined;
  try {
    const answer = execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return answer === '' ? undefined : answer;
  } catch {
    return undefined;
  }
}
