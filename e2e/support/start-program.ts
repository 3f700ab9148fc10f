import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The real program on a data folder of its own, started as a person would start it. */
export interface StartedProgram {
  /** Without a slash at the end. */
  readonly url: string;
  readonly dataFolder: string;
  /** What it wrote for the person at the terminal so far: the set-up code stands there. */
  said(): string;
  /** Ends it without a word, as a power cut would. Its data folder stays. */
  kill(): Promise<void>;
  /** Stops it and deletes its data. */
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LONGEST_START_MS = 120_000;

async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system gave no port');
  return address.port;
}

/** Starts the program and waits until it serves. Without other wishes it is the demonstration commune on a new data folder. */
export async function startProgram(wishes: { readonly demo?: boolean; readonly dataFolder?: string } = {}): Promise<StartedProgram> {
  if (Number(process.versions.node.split('.')[0]) < 24) throw new Error('Run the journeys with npm test -- --only journeys: the program needs Node.js 24.');
  const port = await findFreePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const dataFolder = wishes.dataFolder ?? (await mkdtemp(join(tmpdir(), 'xaso-journey-')));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', join(ROOT, 'bin/tsx-hook.mjs'), join(ROOT, 'src/cli.ts'), 'serve'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: undefined, DATABASE_URL: undefined, XASO_PUBLIC_URL: undefined, HOST: undefined,
      PORT: String(port), XASO_DATA: dataFolder, XASO_DEMO: (wishes.demo ?? true) ? '1' : '0', XASO_LOG: 'info',
    },
  });
  const gone = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));

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
    dataFolder,
    said: () => said,
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
