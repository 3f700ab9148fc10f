import { type Insertable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type DossierExtensionTable, type DossierUrgeTable } from '../../../platform/db/tables.generated.ts';
import { type DossierRow } from './move-dossier.ts';

type DossierKey = Pick<DossierRow, 'commune_code' | 'id'>;
type NewUrge = Pick<Insertable<DossierUrgeTable>, 'id' | 'words' | 'urged_at' | 'urged_by' | 'urged_by_name' | 'holder_id'>;
type NewExtension = Omit<Insertable<DossierExtensionTable>, 'commune_code' | 'dossier_id'>;
type ExtensionDecision = Pick<Insertable<DossierExtensionTable>, 'decided_at' | 'decided_by' | 'decided_by_name' | 'decision_words'>;

/** Writes an urging that waits for its answer. One from before the work ended, which nobody answered, is over. */
export async function insertUrge(tx: Tx, { commune_code, id }: DossierKey, urge: NewUrge): Promise<void> {
  await tx.updateTable('dossier_urge').set({ closed_at: urge.urged_at }).where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('answered_at', 'is', null).where('closed_at', 'is', null).execute();
  await tx.insertInto('dossier_urge').values({ commune_code, dossier_id: id, ...urge }).execute();
}

/** Writes the answer; the id of the leader who urged. */
export async function answerOpenUrge(tx: Tx, { commune_code, id }: DossierKey, answer: { readonly words: string; readonly at: Date; readonly by: string; readonly byName: string }): Promise<{ readonly id: string; readonly urgedBy: string } | undefined> {
  return tx
    .updateTable('dossier_urge')
    .set({ answered_at: answer.at, answered_by: answer.by, answered_by_name: answer.byName, answer_words: answer.words })
    .where('commune_code', '=', commune_code)
    .where('dossier_id', '=', id)
    .where('answered_at', 'is', null)
    .where('closed_at', 'is', null)
    .returning(['id', 'urged_by as urgedBy'])
    .executeTakeFirst();
}

/** The proposal that waits for a leader; undefined when none does. */
export async function findProposedExtension(tx: Tx, { commune_code, id }: DossierKey) {
  return tx.selectFrom('dossier_extension').selectAll().where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('status', '=', 'proposed').executeTakeFirst();
}

/** Writes a proposal, or an extension that a leader gives without one. */
export async function insertExtension(tx: Tx, { commune_code, id }: DossierKey, extension: NewExtension): Promise<void> {
  await tx.insertInto('dossier_extension').values({ commune_code, dossier_id: id, ...extension }).execute();
}

/** Writes what a leader decided about a proposal; a leader who signs may have changed the reason and the date. */
export async function decideProposedExtension(
  tx: Tx,
  { commune_code, id }: DossierKey,
  decision: ExtensionDecision & ({ readonly status: 'declined' } | { readonly status: 'issued'; readonly reason: string; readonly new_due_at: Date }),
): Promise<void> {
  await tx.updateTable('dossier_extension').set(decision).where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('status', '=', 'proposed').execute();
}

/** Urgings and extensions of a dossier, oldest first, as its page shows them. */
export async function listLateWork(db: Database, communeCode: string, dossierId: string) {
  const [urges, extensions] = await Promise.all([
    db.selectFrom('dossier_urge').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('urged_at').execute(),
    db.selectFrom('dossier_extension').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('proposed_at').execute(),
  ]);
  return { urges, extensions };
}
