import { type Insertable, type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type LegalHoldTable } from '../../../platform/db/tables.generated.ts';

export type LegalHoldRow = Selectable<LegalHoldTable>;

/** The holds of a commune that were not released yet. */
export async function listOpenHolds(db: Database | Tx, communeCode: string): Promise<readonly LegalHoldRow[]> {
  return db.selectFrom('legal_hold').selectAll().where('commune_code', '=', communeCode).where('released_at', 'is', null).orderBy('placed_at').execute();
}

/** The dossiers of a commune that are held. */
export async function listHeldDossiers(db: Database, communeCode: string): Promise<readonly string[]> {
  return (await listOpenHolds(db, communeCode)).map((hold) => hold.dossier_id);
}

/** Holds a dossier. A second open hold of one dossier is refused by the database. */
export async function insertHold(tx: Tx, hold: Insertable<LegalHoldTable>): Promise<void> {
  await tx.insertInto('legal_hold').values(hold).execute();
}

/** Releases a dossier; false when it is not held. */
export async function releaseHold(tx: Tx, communeCode: string, dossierId: string, by: { readonly at: Date; readonly id: string; readonly name: string; readonly reason: string }): Promise<boolean> {
  const done = await tx
    .updateTable('legal_hold')
    .set({ released_at: by.at, released_by: by.id, released_by_name: by.name, release_reason: by.reason })
    .where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).where('released_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
