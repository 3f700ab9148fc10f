// Verifying one million rows of the journal, against plainly reading them in the same run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyJournal } from '../src/modules/journal/index.ts';
import { readChain } from '../src/modules/journal/store/chain-rows.ts';
import { openDataFolder } from '../src/platform/data-folder/open-data-folder.ts';
import { type Database, openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts';
import { fillJournal, JOURNAL_COMMUNE } from './fill-journal.ts';
import { summarise, words } from './statistics.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 3);

async function timed(run: () => Promise<number>): Promise<number> {
  const start = performance.now();
  const rows = await run();
  if (rows !== ROWS) throw new Error(`${String(rows)} rows of ${String(ROWS)}`);
  return (performance.now() - start) / 1000;
}

const range = { communeCode: JOURNAL_COMMUNE, from: null, to: null };

async function plainReading(db: Database): Promise<number> {
  let rows = 0;
  for await (const part of readChain(db, range)) rows += part.length;
  return rows;
}

async function verification(db: Database): Promise<number> {
  const { rows, fault } = await verifyJournal(db, range);
  if (fault !== undefined) throw new Error(JSON.stringify(fault));
  return rows;
}

const folder = await mkdtemp(join(tmpdir(), 'xaso-journal-'));
const dataFolder = await openDataFolder(join(folder, 'data'));
const postgres = await startEmbeddedPostgres({ dataFolder, say: () => undefined, durable: false });
const owner = openDatabase({ ...postgres.connection, max: 2 }, 'owner', () => undefined);
try {
  await migrate(owner.pool, new Date());
  await fillJournal(owner.pool, ROWS);
  const [read, verified]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    read.push(await timed(() => plainReading(owner.db)));
    verified.push(await timed(() => verification(owner.db)));
  }
  console.log(`verify ${ROWS.toLocaleString('en-US')} rows: ${words(summarise(verified), 's')} (wanted: at most 60 s a million)`);
  console.log(`plainly reading the same rows: ${words(summarise(read), 's')}`);
  await owner.pool.query("update journal set entry = replace(entry, 'specialist', 'reception') where commune_code = $1 and day = (select max(day) from journal) and seq = 1", [JOURNAL_COMMUNE]);
  console.log('after one altered entry:', JSON.stringify((await verifyJournal(owner.db, range)).fault));
  console.log(`memory at the end: ${String(Math.round(process.memoryUsage().rss / 1024 / 1024))} MB`);
} finally {
  await owner.close();
  await postgres.stop();
  await dataFolder.close();
  await rm(folder, { recursive: true, force: true });
}
