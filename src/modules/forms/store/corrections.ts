import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Answers } from '../domain/answers.ts';
import { type AnswerChange } from '../domain/correct-answers.ts';
import { hashAnswers } from './form-answers.ts';

/** The request for supplements of a dossier that a correction answers. */
export interface CorrectionKey {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly requestId: string;
}

/** What was typed so far for a correction. */
export interface CorrectionDraft {
  readonly answers: Answers;
  /** The page that wrote each answer last. */
  readonly writers: Readonly<Record<string, string>>;
  readonly version: number;
}

/** Who corrected: the citizen through the link, or a member of staff for them. */
export type CorrectedBy = null | { readonly staffId: string; readonly name: string };

/** A correction that holds, with what it changed. */
export interface Correction {
  readonly requestId: string;
  readonly changes: readonly AnswerChange[];
  readonly at: Date;
  /** Null: the citizen. */
  readonly staffName: string | null;
}

/** What was typed so far; undefined while nothing was. `lock`: nobody else writes it until the transaction ends. */
export async function findCorrectionDraft(db: Database | Tx, key: CorrectionKey, lock = false): Promise<CorrectionDraft | undefined> {
  const query = db.selectFrom('form_correction_draft').select(['answers', 'writers', 'version']).where('commune_code', '=', key.communeCode).where('request_id', '=', key.requestId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && { answers: row.answers as Answers, writers: row.writers as CorrectionDraft['writers'], version: row.version };
}

/** Begins the draft of a correction, unless another page began it. */
export async function beginCorrectionDraft(tx: Tx, key: CorrectionKey, now: Date): Promise<void> {
  await tx
    .insertInto('form_correction_draft')
    .values({ commune_code: key.communeCode, dossier_id: key.dossierId, request_id: key.requestId, answers: '{}', writers: '{}', version: 1, saved_at: now })
    .onConflict((conflict) => conflict.columns(['commune_code', 'request_id']).doNothing())
    .execute();
}

/** Writes what was typed; the caller holds the lock. */
export async function saveCorrectionDraft(tx: Tx, key: CorrectionKey, draft: Pick<CorrectionDraft, 'answers' | 'writers'>, now: Date): Promise<void> {
  await tx
    .updateTable('form_correction_draft')
    .set((eb) => ({ answers: JSON.stringify(draft.answers), writers: JSON.stringify(draft.writers), version: eb('version', '+', 1), saved_at: now }))
    .where('commune_code', '=', key.communeCode)
    .where('request_id', '=', key.requestId)
    .execute();
}

/** Forgets what was typed for corrections of a dossier. */
export async function forgetCorrectionDrafts(tx: Tx, { communeCode, dossierId }: Pick<CorrectionKey, 'communeCode' | 'dossierId'>): Promise<void> {
  await tx.deleteFrom('form_correction_draft').where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).execute();
}

/** Writes a correction behind those that are there; the caller holds the lock of the dossier. */
export async function insertCorrection(tx: Tx, key: CorrectionKey, corrected: { readonly answers: Answers; readonly changes: readonly AnswerChange[] }, by: CorrectedBy, now: Date): Promise<void> {
  const last = await tx.selectFrom('form_correction').select(({ fn }) => fn.max('seq').as('seq')).where('commune_code', '=', key.communeCode).where('dossier_id', '=', key.dossierId).executeTakeFirst();
  await tx
    .insertInto('form_correction')
    .values({
      commune_code: key.communeCode, dossier_id: key.dossierId, request_id: key.requestId, seq: (last?.seq ?? 0) + 1, answers: JSON.stringify(corrected.answers),
      answers_hash: hashAnswers(corrected.answers), changes: JSON.stringify(corrected.changes), corrected_at: now, corrected_by: by === null ? 'citizen' : 'office', staff_id: by?.staffId ?? null, staff_name: by?.name ?? null,
    })
    .execute();
}

/** Every correction of a dossier's answers, newest first. */
export async function listCorrections(db: Database | Tx, communeCode: string, dossierId: string): Promise<readonly Correction[]> {
  const rows = await db.selectFrom('form_correction').select(['request_id', 'changes', 'corrected_at', 'staff_name']).where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('seq', 'desc').execute();
  return rows.map((row) => ({ requestId: row.request_id, changes: row.changes as readonly AnswerChange[], at: row.corrected_at, staffName: row.staff_name }));
}
