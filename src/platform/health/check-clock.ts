import { sql } from 'kysely';
import { type Database } from '../db/database.ts';
import { finding, type HealthFinding } from './finding.ts';

/** Moments to compare, and how long the program's clock took for a question that the database answered. */
export interface ClockReading {
  readonly before: Date;
  readonly after: Date;
  readonly database: Date;
  /** How long the database took by its own clock, in milliseconds. */
  readonly databaseMs: number;
  readonly lastEntry: Date | null;
}

const PAUSE_MS = 50;

/** Reads the program's clock around a short sleep of the database, and when the journal was last written. */
export async function readClocks(db: Database, clock: () => Date): Promise<ClockReading> {
  const before = clock();
  const { rows } = await sql<{ began: Date; ended: Date; last: Date | null }>`
    with pause as materialized (select clock_timestamp() as began, pg_sleep(${PAUSE_MS / 1000}))
    select pause.began, clock_timestamp() as ended, (select max(last_at) from journal_head) as last from pause`.execute(db);
  const after = clock();
  const [row] = rows;
  if (row === undefined) throw new Error('the database told no time');
  return { before, after, database: row.ended, databaseMs: row.ended.getTime() - row.began.getTime(), lastEntry: row.last };
}

const SECOND = 1000;

/**
 * A clock that stands still, that differs from the database server's by more than 60 seconds, or that lies before the last entry of the
 * journal is wrong: dates of dossiers would be. More than 5 seconds wants somebody to look.
 */
export function judgeClock({ before, after, database, databaseMs, lastEntry }: ClockReading): HealthFinding {
  if (databaseMs > 20 && after.getTime() === before.getTime()) return finding('clock.stands-still', 'bad', { time: after.toISOString() });
  const drift = Math.round(Math.abs(after.getTime() - database.getTime()) / SECOND);
  if (lastEntry !== null && lastEntry.getTime() - after.getTime() > 60 * SECOND) {
    return finding('clock.before-journal', 'bad', { minutes: Math.ceil((lastEntry.getTime() - after.getTime()) / (60 * SECOND)) });
  }
  if (drift > 60) return finding('clock.differs', 'bad', { seconds: drift });
  if (drift > 5) return finding('clock.differs', 'attention', { seconds: drift });
  return finding('clock.well', 'well', { seconds: drift });
}
