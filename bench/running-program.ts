import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../src/platform/embedded-postgres/postgres-address.ts';

/** The real program with its own data folder, started as a person would start it. */
export interface RunningProgram {
  readonly port: number;
  readonly dataFolder: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Starts `xaso serve` on a fresh data folder with the demo commune and waits for /health. */
export async function startRunningProgram(env: Readonly<Record<string, string>> = {}): Promise<RunningProgram> {
  const port = await findFreePort();
  const dataFolder = env['XASO_DATA'] ?? (await mkdtemp(join(tmpdir(), 'xaso-bench-')));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', join(ROOT, 'bin/tsx-hook.mjs'), join(ROOT, 'src/cli.ts'), 'serve'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), XASO_DATA: dataFolder, XASO_LOG: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 600) throw new Error(`the program did not start:\n${said}`);
    const health = await fetch(`http://127.0.0.1:${String(port)}/health`).catch(() => undefined);
    if (health?.ok === true) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    port,
    dataFolder,
    process: child,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      if (env['XASO_DATA'] === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Resident memory in MB of a process and everything under it; memory that processes share is counted once (PSS). */
export async function residentMegabytes(root: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const status = await readFile(`/proc/${entry}/status`, 'utf8').catch(() => '');
    parents.set(Number(entry), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }
  let total = 0;
  for (const pid of parents.keys()) {
    let at: number | undefined = pid;
    while (at !== undefined && at !== root && at > 1) at = parents.get(at);
    if (at !== root) continue;
    const rollup = await readFile(`/proc/${String(pid)}/smaps_rollup`, 'utf8').catch(() => '');
    total += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return total / 1024;
}

/** The PID of the bundled database's first process, which is not a child of the program once it was adopted. */
export async function postmasterPid(dataFolder: string): Promise<number> {
  return Number((await readFile(join(dataFolder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}
