// Lighthouse (mobile) on the procedure page of the running program: accessibility and performance, several runs.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startProgram } from '../test/start-program.ts';
import { summarise, words } from './statistics.ts';

const RUNS = Number(process.argv[2] ?? 5);
const run = promisify(execFile);
const tool = fileURLToPath(new URL('../node_modules/lighthouse/cli/index.js', import.meta.url));

interface Report {
  readonly categories: Readonly<Record<'accessibility' | 'performance', { readonly score: number }>>;
  readonly audits: Readonly<Record<'total-byte-weight', { readonly numericValue: number }>>;
}

const program = await startProgram({ log: 'silent' });
try {
  const folder = await mkdtemp(join(tmpdir(), 'xaso-lighthouse-'));
  const scores = { accessibility: [] as number[], performance: [] as number[], kilobytes: [] as number[] };
  for (let index = 0; index < RUNS; index += 1) {
    const file = join(folder, `${String(index)}.json`);
    await run(process.execPath, [
      tool, `http://127.0.0.1:${String(program.port)}/t/1.001193`, '--quiet', '--output=json', `--output-path=${file}`, '--only-categories=accessibility,performance',
      '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync',
    ], { env: { ...process.env, CHROME_PATH: process.env['XASO_CHROMIUM'] ?? '/usr/bin/chromium' } });
    const report = JSON.parse(await readFile(file, 'utf8')) as Report;
    scores.accessibility.push(report.categories.accessibility.score * 100);
    scores.performance.push(report.categories.performance.score * 100);
    scores.kilobytes.push(report.audits['total-byte-weight'].numericValue / 1024);
  }
  console.log(`accessibility: ${words(summarise(scores.accessibility), 'of 100')} (wanted: 100)`);
  console.log(`performance: ${words(summarise(scores.performance), 'of 100')} (wanted: at least 95)`);
  console.log(`everything on the wire: ${words(summarise(scores.kilobytes), 'KB')}`);
} finally {
  await program.stop();
}
