import { type Insertable } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type AssistedNoteTable } from '../../../platform/db/tables.generated.ts';

/** Which helpers and days leaders were told of, from a day on. */
export async function listNotes(db: Database, communeCode: string, from: LocalDate): Promise<readonly { readonly key: string; readonly day: LocalDate }[]> {
  return db.selectFrom('assisted_note').select(['helper_key as key', 'day']).where('commune_code', '=', communeCode).where('day', '>=', from).execute();
}

/** Keeps that leaders are told of a helper and a day; false when they were told before. */
export async function insertNote(tx: Tx, note: Insertable<AssistedNoteTable>): Promise<boolean> {
  const kept = await tx.insertInto('assisted_note').values(note).onConflict((conflict) => conflict.columns(['commune_code', 'helper_key', 'day']).doNothing()).executeTakeFirst();
  return Number(kept.numInsertedOrUpdatedRows ?? 0) > 0;
}
