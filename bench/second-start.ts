// Second start: from the command `npm start` to the first page, on a data folder that is there, without network. Baseline: npm alone.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from '../src/platform/embedded-postgres/postgres-address.ts';
import { summarise, words } from './statistics.ts';

const RUNS = 7;
const dataFolder = await mkdtemp(join(tmpdir(), 'xaso-second-start-'));

/** Milliseconds from the command to the first page served. */
async function start(): Promise<number> {
  const port = await findFreePort();
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], { stdio: 'ignore', detached: true, env: { ...process.env, PORT: String(port), XASO_DATA: dataFolder, XASO_LOG: 'silent' } });
  let taken = 0;
  for (let tries = 0; tries < 6000; tries += 1) {
    const page = await fetch(`http://127.0.0.1:${String(port)}/`).catch(() => undefined);
    if (page?.ok === true) {
      await page.text();
      taken = performance.now() - began;
      break;
    }
    await wait(20);
  }
  // Ctrl-C in a terminal reaches npm and the program alike; the database goes last.
  process.kill(-(child.pid ?? 0), 'SIGINT');
  while (existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))) await wait(50);
  await wait(500);
  if (taken === 0) throw new Error('no page came');
  return taken;
}

const first = await start();
const second: number[] = [];
const npm: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  second.push(await start());
  const began = performance.now();
  spawnSync('npm', ['pkg', 'get', 'name'], { stdio: 'ignore' });
  npm.push(performance.now() - began);
}
console.log(`first start, installed and built: ${first.toFixed(0)} ms`);
console.log(`second start to the first page: ${words(summarise(second), 'ms')} (wanted: at most 3,000 ms)`);
console.log(`npm alone: ${words(summarise(npm), 'ms')}`);
await rm(dataFolder, { recursive: true, force: true });
