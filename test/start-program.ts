import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../src/platform/embedded-postgres/postgres-address.ts';

/** The real program on a data folder of its own, started as a person would start it. */
export interface StartedProgram {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly dataFolder: string;
  /** Of the program's own process. */
  readonly pid: number;
  /** What it wrote for the person at the terminal so far: the set-up code stands there. */
  said(): string;
  /** Puts the clock of a program that was started `at` an instant to another instant (ISO 8601), a later one as a rule. */
  moveTo(instant: string): Promise<void>;
  /** Ends it without a word, as a power cut would. Its data folder stays. */
  kill(): Promise<void>;
  /** Stops it and deletes its data. */
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LONGEST_START_MS = 120_000;

export interface ProgramWishes {
  readonly demo?: boolean;
  readonly dataFolder?: string;
  readonly log?: 'silent' | 'info';
  /** The instant (ISO 8601) that its clock starts from; left out: the clock of the machine. */
  readonly at?: string;
}

/** Starts the program and waits until it serves. Without other wishes it is the demonstration commune on a new data folder. */
export async function startProgram(wishes: ProgramWishes = {}): Promise<StartedProgram> {
  if (Number(process.versions.node.split('.')[0]) < 24) throw new Error('Run this with npm test or with node_modules/.bin/node: the program needs Node.js 24.');
  const port = await findFreePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const dataFolder = wishes.dataFolder ?? (await mkdtemp(join(tmpdir(), 'xaso-started-')));
  const served = wishes.at === undefined ? [join(ROOT, 'src/cli.ts'), 'serve'] : [join(ROOT, 'test/serve-with-clock.ts'), wishes.at];
  const child = spawn(process.execPath, ['--max-semi-space-size=8', '--disable-warning=ExperimentalWarning', '--import', join(ROOT, 'bin/tsx-hook.mjs'), ...served], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_OPTIONS: undefined, DATABASE_URL: undefined, XASO_PUBLIC_URL: undefined, HOST: undefined,
      PORT: String(port), XASO_DATA: dataFolder, XASO_DEMO: (wishes.demo ?? true) ? '1' : '0', XASO_LOG: wishes.log ?? 'info',
    },
  });
  const gone = once(child, 'exit');
  let said = '';
  child.stderr?.on('data', (part: Buffer) => (said += part.toString()));

  for (const giveUpAt = Date.now() + LONGEST_START_MS; ; ) {
    if (child.exitCode !== null || Date.now() > giveUpAt) {
      child.kill('SIGKILL');
      throw new Error(`the program did not start:\n${said}`);
    }
    const health = await fetch(`${url}/health`).catch(() => undefined);
    if (health?.ok === true) break;
    await wait(100);
  }
  return {
    url,
    port,
    dataFolder,
    pid: child.pid ?? 0,
    said: () => said,
    moveTo: async (instant) => {
      const heard = once(child, 'message');
      child.send(instant);
      await heard;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
