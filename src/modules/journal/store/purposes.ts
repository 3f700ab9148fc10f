import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ViewPurpose } from '../domain/decide-purpose.ts';

/** Whose purpose for which file on which day. */
export interface PurposeKey {
  readonly communeCode: string;
  readonly staffId: string;
  readonly object: string;
  readonly day: string;
}

/** The purpose that somebody gave for a file on a day. */
export async function findPurpose(db: Database, { communeCode, staffId, object, day }: PurposeKey): Promise<ViewPurpose | undefined> {
  return db
    .selectFrom('view_purpose')
    .select(['purpose as code', 'words'])
    .where('commune_code', '=', communeCode)
    .where('staff_id', '=', staffId)
    .where('object', '=', object)
    .where('day', '=', day)
    .executeTakeFirst();
}

/** Keeps a purpose; the first one of a day stays, a later one stands in the journal only. */
export async function insertPurpose(tx: Tx, { communeCode, staffId, object, day }: PurposeKey, purpose: ViewPurpose, now: Date): Promise<void> {
  await tx
    .insertInto('view_purpose')
    .values({ commune_code: communeCode, staff_id: staffId, object, day, purpose: purpose.code, words: purpose.words, given_at: now })
    .onConflict((on) => on.doNothing())
    .execute();
}
