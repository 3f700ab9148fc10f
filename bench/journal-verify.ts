// Verifying one million rows of the journal, against plainly reading them in the same run.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../src/kernel/local-time.ts';
import { CHAIN_START } from '../src/modules/journal/domain/check-chain.ts';
import { verifyJournal } from '../src/modules/journal/index.ts';
import { readChain } from '../src/modules/journal/store/chain-rows.ts';
import { openDataFolder } from '../src/platform/data-folder/open-data-folder.ts';
import { type Database, openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts';
import { journalText } from '../src/platform/journal/journal-text.ts';
import { summarise, words } from './statistics.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const COMMUNE = '16072';
const A_DAY = 2500;
const PART = 5000;
const ACTIONS = ['dossier.viewed', 'dossier.file-viewed', 'dossier.received', 'dossier.transferred', 'dossiers.listed', 'dossier.appraised', 'paper.issued'];

const idOf = (kind: number, number: number): string => `0190${String(kind).padStart(4, '0')}-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Rows as the program writes them: looks and changes by forty people on fifty thousand dossiers, 2,500 a day. */
async function fill(pool: ReturnType<typeof openDatabase>['pool']): Promise<void> {
  let previous = CHAIN_START.hash;
  let [day, seq] = ['2026-01-01', 0];
  for (let from = 0; from < ROWS; from += PART) {
    const rows = Array.from({ length: Math.min(PART, ROWS - from) }, (_, place) => {
      const index = from + place;
      if (seq === A_DAY) [day, seq] = [addDays(day, 1), 0];
      seq += 1;
      const at = new Date(Date.parse(`${day}T00:00:00Z`) + seq * 20_000);
      const positions = [{ unitId: idOf(3, index % 7), role: 'specialist', title: '', fields: [] }] as const;
      const actor = { kind: 'staff', staffId: idOf(1, index % 40), communeCode: COMMUNE, fullName: '', userName: '', positions } as const;
      const entry = journalText({ at, actor, address: `10.0.0.${String(index % 40)}`, action: ACTIONS[index % ACTIONS.length] ?? '', object: `dossier:${idOf(2, index % 50_000)}`, command: idOf(4, index), facts: { code: `H56.14-${String(index)}` } });
      const hash = createHash('sha256').update(previous, 'hex').update(`${day}|${String(seq)}|${entry}`).digest('hex');
      const row = { day, seq, at, entry, previous, hash };
      previous = hash;
      return row;
    });
    await pool.query(
      `insert into journal (commune_code, day, seq, at, entry, previous_hash, hash)
       select $1, r.day, r.seq, r.at, r.entry, decode(r.previous, 'hex'), decode(r.hash, 'hex')
       from jsonb_to_recordset($2::jsonb) as r (day date, seq bigint, at timestamptz, entry text, previous text, hash text)`,
      [COMMUNE, JSON.stringify(rows)],
    );
  }
  await pool.query(`insert into journal_head select commune_code, day, seq, previous_hash, hash, at from journal where commune_code = $1 order by day desc, seq desc limit 1`, [COMMUNE]);
  await pool.query('analyze journal');
}

async function timed(run: () => Promise<number>): Promise<number> {
  const start = performance.now();
  const rows = await run();
  if (rows !== ROWS) throw new Error(`${String(rows)} rows of ${String(ROWS)}`);
  return (performance.now() - start) / 1000;
}

const range = { communeCode: COMMUNE, from: null, to: null };

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
  await fill(owner.pool);
  const [read, verified]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    read.push(await timed(() => plainReading(owner.db)));
    verified.push(await timed(() => verification(owner.db)));
  }
  console.log(`verify ${ROWS.toLocaleString('en-US')} rows: ${words(summarise(verified), 's')} (wanted: at most 60 s a million)`);
  console.log(`plainly reading the same rows: ${words(summarise(read), 's')}`);
  await owner.pool.query("update journal set entry = replace(entry, 'specialist', 'reception') where commune_code = $1 and day = (select max(day) from journal) and seq = 1", [COMMUNE]);
  console.log('after one altered entry:', JSON.stringify((await verifyJournal(owner.db, range)).fault));
  console.log(`memory at the end: ${String(Math.round(process.memoryUsage().rss / 1024 / 1024))} MB`);
} finally {
  await owner.close();
  await postgres.stop();
  await dataFolder.close();
  await rm(folder, { recursive: true, force: true });
}
