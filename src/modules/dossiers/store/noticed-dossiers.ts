import { sql } from 'kysely';
import { type Tx } from '../../../platform/db/database.ts';
import { type DossierRow } from './move-dossier.ts';

/** Running dossiers whose next notice is due, locked for this transaction; what others are at is left to the next look. */
export async function lockNoticedDossiers(tx: Tx, now: Date, limit: number): Promise<readonly DossierRow[]> {
  return tx.selectFrom('dossier').selectAll().where('notice_at', '<=', now).orderBy('notice_at').limit(limit).forUpdate().skipLocked().execute();
}

/** Writes when each dossier is looked at next; null: not before something happens to it. */
export async function writeNoticeTimes(tx: Tx, times: readonly { readonly communeCode: string; readonly id: string; readonly at: Date | null }[]): Promise<void> {
  if (times.length === 0) return;
  await sql`update dossier d set notice_at = t.at from jsonb_to_recordset(${JSON.stringify(times)}::jsonb) as t ("communeCode" text, id uuid, at timestamptz)
    where d.commune_code = t."communeCode" and d.id = t.id`.execute(tx);
}
