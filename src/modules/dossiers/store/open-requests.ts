import { type Tx } from '../../../platform/db/database.ts';
import { type DossierRow } from './move-dossier.ts';
import { forgetDraft } from './supplement-files.ts';

type DossierKey = Pick<DossierRow, 'commune_code' | 'id'>;

/** What of the citizen a dossier waits for; null when nothing. */
export async function findOpenRequest(tx: Tx, { commune_code, id }: DossierKey): Promise<'supplement' | 'payment' | null> {
  const supplement = await tx.selectFrom('supplement_request').select('id').where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('status', '=', 'open').executeTakeFirst();
  if (supplement !== undefined) return 'supplement';
  const payment = await tx.selectFrom('payment_request').select('id').where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('status', '=', 'open').executeTakeFirst();
  return payment === undefined ? null : 'payment';
}

/** Closes whatever was still asked of the citizen or of a leader, because the work has ended. */
export async function closeOpenRequests(tx: Tx, { commune_code, id }: DossierKey, now: Date): Promise<void> {
  await tx.updateTable('supplement_request').set({ status: 'cancelled', closed_at: now }).where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('status', '=', 'open').execute();
  await tx.updateTable('supplement_request').set({ status: 'declined', decided_at: now }).where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('status', '=', 'proposed').execute();
  await tx.updateTable('payment_request').set({ status: 'cancelled', closed_at: now }).where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('status', '=', 'open').execute();
  await forgetDraft(tx, { commune_code, id });
  await tx.updateTable('dossier_extension').set({ status: 'declined', decided_at: now }).where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('status', '=', 'proposed').execute();
}
