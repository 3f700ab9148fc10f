import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../build.mjs';
import { COMPILED, pinnedNode } from '../pinned-node.mjs';
import { ensureChromium } from './ensure-chromium.mjs';
import { listTestFiles } from './test-files.mjs';
import { holdTestDatabase } from './test-database.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const HOOK = new URL('../tsx-hook.mjs', import.meta.url).href;
const COUNTER = new URL('./count-tests.mjs', import.meta.url).href;
/** What an unchanged file was found to be last time. */
const MEMORY = join(root, 'node_modules', '.cache', 'xaso-test');
const NOTHING = { passed: 0, failed: 0 };
/** Longer than any single test should ever take, even on an old PC that does other things. */
const TEST_LIMIT_MS = 300_000;

/** The process that a stage is waiting for, so that Ctrl-C can end it. */
let current;
let interrupted = false;

/** Ends what is running and starts nothing more; the stage then fails by itself. */
export function interruptStage() {
  interrupted = true;
  current?.kill('SIGTERM');
}

/** Forgets what earlier runs remembered about unchanged files. */
export function forget() {
  rmSync(MEMORY, { recursive: true, force: true });
}

function run(tool, args, env = process.env) {
  if (interrupted) return Promise.resolve(false);
  current = spawn(pinnedNode(), [...(tool === undefined ? [] : [join(root, 'node_modules', tool)]), ...args], { cwd: root, stdio: 'inherit', env });
  return new Promise((resolve) => {
    current.on('exit', (code) => resolve(code === 0));
    current.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
  });
}

/**
 * Our environment without what would make a test runner inside another one behave differently. Every file of tests is a process that loads
 * much of the program: what Node compiled once is kept for the others, which halves that.
 */
function cleanEnvironment() {
  return { NODE_COMPILE_CACHE: COMPILED, ...process.env, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: undefined };
}

async function all(...checks) {
  let right = true;
  for (const check of checks) right = (await check()) && right;
  return { ok: right, ...NOTHING };
}

function checkTypes() {
  mkdirSync(MEMORY, { recursive: true });
  const project = (name) => () =>
    run('typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', `${name}.json`, '--incremental', '--tsBuildInfoFile', join(MEMORY, `${name}.tsbuildinfo`)]);
  return all(project('tsconfig.pure'), project('tsconfig'), project('tsconfig.browser'), project('tsconfig.browser-tests'));
}

/**
 * Files that have not changed are not looked at again while the configuration is the same. That an unchanged file became wrong through a
 * change of another one is found by --fresh, which continuous integration uses; what was wrong is always looked at again.
 */
async function checkLint() {
  const hash = createHash('sha256');
  for (const name of readdirSync(root).filter((file) => /^(?:tsconfig.*\.json|eslint\.config\.mjs|package-lock\.json)$/.test(file)).sort()) hash.update(readFileSync(join(root, name)));
  const memory = join(MEMORY, `eslint-${hash.digest('hex').slice(0, 16)}`);
  const ok = await run('eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--cache', '--cache-strategy', 'content', '--cache-location', `${memory}/`]);
  if (!ok) rmSync(memory, { recursive: true, force: true });
  return { ok, ...NOTHING };
}

function checkWalls() {
  return all(
    () => run('dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', '.dependency-cruiser.cjs', 'src']),
    () => run('knip/bin/knip.js', ['--no-progress']),
  );
}

/** Runs test files with Node's own runner. A skipped test fails the stage: what does not run proves nothing. */
async function runNodeTests(files, { together = false, env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'xaso-counts-'));
  const countsPath = join(folder, 'counts.json');
  const ok = await run(
    undefined,
    [
      '--disable-warning=ExperimentalWarning', '--import', HOOK, '--test',
      ...(together ? ['--test-isolation=none'] : ['--test-concurrency=2']),
      `--test-timeout=${TEST_LIMIT_MS}`,
      '--test-reporter=spec', '--test-reporter-destination=stdout',
      `--test-reporter=${COUNTER}`, `--test-reporter-destination=${countsPath}`,
      ...files,
    ],
    { ...cleanEnvironment(), ...env },
  );
  const counts = readCounts(countsPath);
  rmSync(folder, { recursive: true });
  const failed = (counts?.failed ?? 0) + (counts?.cancelled ?? 0);
  const idle = (counts?.skipped ?? 0) + (counts?.todo ?? 0);
  if (idle > 0 && process.platform !== 'win32') console.error(`${idle} tests were skipped or left for later; none may be.`);
  return { ok: ok && counts !== undefined && (idle === 0 || process.platform === 'win32'), passed: counts?.passed ?? 0, failed };
}

function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8').trim().split('\n').at(-1));
  } catch {
    return undefined;
  }
}

function runRules({ filters }) {
  return runNodeTests(listTestFiles(filters).rules, { together: true });
}

async function runStore({ filters, databaseUrl }) {
  const database = await holdTestDatabase(databaseUrl);
  try {
    return await runNodeTests(listTestFiles(filters).store, { env: { XASO_TEST_DATABASE_URL: database.url } });
  } finally {
    await database.release();
  }
}

/** The tests in a browser: those of single parts first, then the journeys through the real program. */
async function runJourneys({ filters }) {
  const { inBrowser, journeys } = listTestFiles(filters);
  const chromium = ensureChromium(process.env);
  if (chromium.fault !== undefined) {
    console.error(chromium.fault);
    return { ok: false, ...NOTHING };
  }
  const env = { XASO_CHROMIUM: chromium.path };
  const parts = inBrowser.length === 0 ? { ok: true, ...NOTHING } : await runNodeTests(inBrowser, { env });
  if (!parts.ok || journeys.length === 0) return parts;
  if (!(await ensureBuilt())) return { ...parts, ok: false };
  const folder = mkdtempSync(join(tmpdir(), 'xaso-counts-'));
  const report = join(folder, 'journeys.json');
  const output = join(root, 'test-results', String(process.pid));
  const ok = await run('@playwright/test/cli.js', ['test', '-c', 'e2e/playwright.config.ts', ...journeys], {
    ...cleanEnvironment(), ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report, XASO_JOURNEY_OUTPUT: output,
  });
  if (ok) rmSync(output, { recursive: true, force: true });
  const stats = readJourneyStats(report);
  rmSync(folder, { recursive: true });
  if ((stats?.skipped ?? 0) > 0) console.error(`${stats.skipped} journeys were skipped; none may be.`);
  return {
    ok: ok && stats !== undefined && stats.skipped === 0,
    passed: parts.passed + (stats?.expected ?? 0),
    failed: parts.failed + (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
  };
}

function readJourneyStats(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).stats;
  } catch {
    return undefined;
  }
}

/** Whether a stage has anything to do for these filters. */
export function hasWork(stage, { filters }) {
  if (filters.length === 0) return true;
  const { rules, store, inBrowser, journeys } = listTestFiles(filters);
  return { rules, store, journeys: [...inBrowser, ...journeys] }[stage]?.length > 0;
}

/** What each stage does. All answer whether everything is right and how many tests passed and failed. */
export const RUN_STAGE = { types: checkTypes, lint: checkLint, walls: checkWalls, rules: runRules, store: runStore, journeys: runJourneys };
