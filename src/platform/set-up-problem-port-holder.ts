import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';

/** State 0A is LISTEN in the kernel's socket tables. */
const LISTENING = '0A';

/** Socket inodes that listen on a port, from the text of /proc/net/tcp or /proc/net/tcp6. */
export function listeningInodes(table: string, port: number): readonly string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(`:${wanted}`) === true && fields[3] === LISTENING)
    .flatMap((fields) => fields[9] ?? []);
}

/**
 * The program that listens on a port of this machine, such as `nginx (PID 812)`; undefined when the system does not
 * tell (only Linux does, and only about the caller's own processes unless the caller is root).
 */
export async function findPortHolder(port: number): Promise<string | undefined> {
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')));
  const inodes = new Set(tables.flatMap((table) => listeningInodes(table, port)));
  if (inodes.size === 0) return undefined;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    for (const descriptor of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '');
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
      if (inode === undefined || !inodes.has(inode)) continue;
      return `${basename(await readlink(`/proc/${pid}/exe`).catch(() => '?'))} (PID ${pid})`;
    }
  }
  return undefined;
}
