import { sql } from 'kysely';
import { journalObjectForms } from '../../../kernel/journal-object.ts';
import { type Database } from '../../../platform/db/database.ts';
import { daysOfMonth } from '../domain/archive-months.ts';
import { type JournalWish } from '../domain/journal-scope.ts';

/** One line, with its text still as it was hashed. */
export interface JournalRow {
  readonly day: string;
  readonly seq: number;
  readonly at: Date;
  readonly entry: string;
}

/** The lines that fit, newest first, from a place on. */
export async function listJournal(db: Database, communeCode: string, wish: JournalWish, after: Pick<JournalRow, 'day' | 'seq'> | null, most: number): Promise<readonly JournalRow[]> {
  const { rows } = await sql<JournalRow>`
    select day, seq, at, entry from journal
    where commune_code = ${communeCode}
      and (day, seq) < (${after?.day ?? '9999-12-31'}::date, ${after?.seq ?? 0}::bigint)
      ${wish.day === null ? sql`` : sql`and day = ${wish.day}::date`}
      ${wish.month == null ? sql`` : sql`and day >= ${daysOfMonth(wish.month).first}::date and day < ${daysOfMonth(wish.month).after}::date`}
      ${wish.staffId === null ? sql`` : sql`and actor_id = ${wish.staffId}`}
      ${wish.object === null ? sql`` : sql`and object = any(${[...journalObjectForms(wish.object)]}::text[])`}
      ${wish.action === null ? sql`` : sql`and action = ${wish.action}`}
    order by day desc, seq desc limit ${most}`.execute(db);
  return rows;
}
