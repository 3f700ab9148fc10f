import { sql } from 'kysely';
import { type Tx } from '../../../platform/db/database.ts';
import { type DueFile, type DueScope, endedDossiers } from '../../dossiers/index.ts';

/** Signatures and recordings of dossiers whose work ended before a moment; locked, so that two runs do not meet. */
export async function lockDueProofs(tx: Tx, scope: DueScope): Promise<readonly DueFile[]> {
  const { rows } = await sql<DueFile>`
    select c.dossier_id as "dossierId", c.id, e.code from assisted_consent c join (${endedDossiers(scope)}) e on e.id = c.dossier_id
    where c.commune_code = ${scope.communeCode} and c.sha256 is not null order by c.given_at, c.id limit ${scope.most} for update of c skip locked`.execute(tx);
  return rows;
}

/** Takes signatures and recordings out; that somebody agreed, when and how stays. The bytes go with the next clearing out. */
export async function eraseProofs(tx: Tx, communeCode: string, proofs: readonly Pick<DueFile, 'id'>[], now: Date): Promise<void> {
  if (proofs.length === 0) return;
  await tx.updateTable('assisted_consent').set({ sha256: null, erased_at: now }).where('commune_code', '=', communeCode).where('id', 'in', proofs.map(({ id }) => id)).execute();
}

/** Takes the signatures and recordings of these dossiers out, as their person asks; answers how many went. */
export async function eraseProofsOf(tx: Tx, communeCode: string, dossierIds: readonly string[], now: Date): Promise<number> {
  if (dossierIds.length === 0) return 0;
  const gone = await tx.updateTable('assisted_consent').set({ sha256: null, erased_at: now }).where('commune_code', '=', communeCode).where('dossier_id', 'in', [...dossierIds]).where('sha256', 'is not', null).executeTakeFirst();
  return Number(gone.numUpdatedRows);
}
