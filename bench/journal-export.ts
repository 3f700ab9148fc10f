// Exporting one million rows of the journal in constant memory, verifying the file by itself, and sealing its old months.
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { archiveDueMonths, exportLines, openArchiveFiles, planExport, verifyExport, verifyJournal } from '../src/modules/journal/index.ts';
import { openDataFolder } from '../src/platform/data-folder/open-data-folder.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts';
import { createSealer } from '../src/platform/secrets/sealer.ts';
import { fillJournal, JOURNAL_COMMUNE } from './fill-journal.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const MB = 1024 * 1024;

/** Seconds of some work, and the most memory that the process had beside what it had before. */
async function measured(work: () => Promise<unknown>): Promise<string> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 50);
  const start = performance.now();
  await work();
  clearInterval(watch);
  return `${((performance.now() - start) / 1000).toFixed(1)} s, memory ${String(Math.round(most / MB))} MB at most (${String(Math.round((most - before) / MB))} MB more than before)`;
}

const folder = await mkdtemp(join(tmpdir(), 'xaso-journal-'));
const dataFolder = await openDataFolder(join(folder, 'data'));
const postgres = await startEmbeddedPostgres({ dataFolder, say: () => undefined, durable: false });
const owner = openDatabase({ ...postgres.connection, max: 2 }, 'owner', () => undefined);
try {
  await migrate(owner.pool, new Date());
  const archives = openArchiveFiles(join(folder, 'archives'), createSealer(randomBytes(32)));
  const places = { db: owner.db, archives };
  const naming = { staffName: () => Promise.resolve('Nguyễn Thị Mẫu'), unitsOf: () => Promise.resolve([]), codesOf: () => Promise.resolve(new Map<string, string>()) };
  await fillJournal(owner.pool, ROWS, 1000);
  const exported = async (format: 'csv' | 'jsonl', rows: number): Promise<string> => {
    const plan = await planExport(owner.db, { from: '2000-01-01', to: '2099-12-31', unitId: null, staffId: null, kind: 'all' }, format, { communeCode: JOURNAL_COMMUNE, communeName: 'xã Hoa Lộc', madeBy: 'bench', purpose: 'bench', now: new Date() });
    if (!plan.ok) throw new Error(plan.problem.code);
    const path = join(folder, `export.${format}`);
    let done = 0;
    console.log(`export as ${format}: ${await measured(() => pipeline(Readable.from(exportLines(places, naming, plan.value, (outcome) => { done = outcome.rows; return Promise.resolve(); })), createWriteStream(path)))}`);
    if (done !== rows) throw new Error(`${String(done)} rows of ${String(rows)}`);
    console.log(`  the file: ${String(Math.round((await stat(path)).size / MB))} MB`);
    return path;
  };
  const verified = async (path: string): Promise<void> => {
    console.log(`  verified by the file alone: ${await measured(async () => {
      const { fault } = await verifyExport(path);
      if (fault !== undefined) throw new Error(JSON.stringify(fault));
    })}`);
    await rm(path);
  };
  for (const format of ['jsonl', 'csv'] as const) await verified(await exported(format, ROWS));

  let sealed = 0;
  console.log(`sealing what is older than twelve months: ${await measured(async () => {
    const deps = { db: owner.db, archives, heldDossiers: () => Promise.resolve([]), monthsOf: () => Promise.resolve(12) };
    const outcomes = await archiveDueMonths(deps, [JOURNAL_COMMUNE], new Date(), 'bench', new AbortController().signal);
    for (const outcome of outcomes) {
      if (outcome.kind !== 'sealed') throw new Error(JSON.stringify(outcome));
      sealed += outcome.month.rows;
    }
    console.log(`  ${String(outcomes.length)} months, ${String(sealed)} rows, ${String(Math.round(outcomes.reduce((sum, outcome) => sum + (outcome.kind === 'sealed' ? outcome.month.byteCount : 0), 0) / MB))} MB of files`);
  })}`);
  console.log(`verifying archives and tables together: ${await measured(async () => {
    const { fault } = await verifyJournal(owner.db, { communeCode: JOURNAL_COMMUNE, from: null, to: null }, archives);
    if (fault !== undefined) throw new Error(JSON.stringify(fault));
  })}`);
} finally {
  await owner.close();
  await postgres.stop();
  await dataFolder.close();
  await rm(folder, { recursive: true, force: true });
}
