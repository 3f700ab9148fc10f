import { sql } from 'kysely';
import { dateAt } from '../../kernel/local-time.ts';
import { type Database, type Tx } from '../db/database.ts';
import { type JournalLine, journalText } from './journal-text.ts';

/** Adds lines to the end of one commune's chain, in their order, in one statement: the row lock of the head is held for one commit only. */
export async function appendLines(db: Database | Tx, communeCode: string, lines: readonly JournalLine[]): Promise<void> {
  const rows = lines.map((line) => ({ at: line.at, day: dateAt(line.at.getTime()), entry: journalText(line) }));
  await sql`select append_journal(${communeCode}, l.at, l.day, l.entry)
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (at timestamptz, day date, entry text)) with ordinality as l (at, day, entry, place)
    order by l.place`.execute(db);
}
