import { sql } from 'kysely';
import { type JournalObject, journalObjectForms } from '../kernel/journal-object.ts';
import { type Database } from './db/database.ts';

/** One line of the journal about something. */
export interface JournalLine {
  readonly at: Date;
  readonly action: string;
  /** Id of a member of staff; null for a citizen or the program itself. */
  readonly actor: string | null;
  readonly facts: string | null;
}

/** What the journal has about some objects such as `dossier:<id>`, oldest first, at most so many. */
export async function listJournalAbout(db: Database, communeCode: string, objects: readonly JournalObject[], most: number): Promise<readonly JournalLine[]> {
  if (objects.length === 0) return [];
  const { rows } = await sql<JournalLine>`
    select at, action, actor_id as actor, entry::jsonb ->> 'facts' as facts
    from journal where commune_code = ${communeCode} and object = any(${objects.flatMap(journalObjectForms)}::text[])
    order by day, seq limit ${most}`.execute(db);
  return rows;
}
