import { type Database } from '../../../platform/db/database.ts';
import { type DossierState } from '../domain/dossier-states.ts';

/** A dossier that corrects another one. */
export interface CorrectionRow {
  readonly id: string;
  readonly code: string | null;
  readonly state: DossierState;
}

/** The dossiers that correct a finished one, oldest first. */
export async function listCorrections(db: Database, communeCode: string, id: string): Promise<readonly CorrectionRow[]> {
  return db.selectFrom('dossier').select(['id', 'code', 'state']).where('commune_code', '=', communeCode).where('corrects_id', '=', id).orderBy('submitted_at').limit(20).execute();
}

/** A correction that is still under way. */
export async function findOpenCorrection(db: Database, communeCode: string, id: string): Promise<CorrectionRow | undefined> {
  const corrections = await listCorrections(db, communeCode, id);
  return corrections.find(({ state }) => state !== 'returned' && state !== 'stopped' && state !== 'rejected');
}

/** The official code of a dossier of this commune. */
export async function findDossierCode(db: Database, communeCode: string, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('dossier').select(['code', 'reference']).where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : (row.code ?? row.reference);
}
