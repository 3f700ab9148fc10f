import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type SupplementItemRow } from './supplements.ts';

/** A file that arrived for an answer which was not sent yet. */
export interface DraftFile {
  readonly itemId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteCount: number;
}

interface RequestKey {
  readonly commune_code: string;
  readonly dossier_id: string;
  readonly id: string;
}

/** Keeps a file for an answer to come. The same file twice for one fault is one file. */
export async function addDraftFile(db: Database, request: RequestKey, file: { readonly itemId: string; readonly sha256: string; readonly fileName: string }, now: Date): Promise<void> {
  await db
    .insertInto('supplement_draft')
    .values({ commune_code: request.commune_code, dossier_id: request.dossier_id, request_id: request.id, item_id: file.itemId, sha256: file.sha256, file_name: file.fileName, added_at: now })
    .onConflict((conflict) => conflict.columns(['commune_code', 'request_id', 'item_id', 'sha256']).doNothing())
    .execute();
}

/** Leaves one file out of the answer to come. */
export async function dropDraftFile(db: Database, request: RequestKey, file: { readonly itemId: string; readonly sha256: string }): Promise<void> {
  await db.deleteFrom('supplement_draft').where('commune_code', '=', request.commune_code).where('request_id', '=', request.id).where('item_id', '=', file.itemId).where('sha256', '=', file.sha256).execute();
}

/** The files that arrived for a request's answer, in the order in which they came. */
export async function listDraftFiles(db: Database | Tx, request: RequestKey): Promise<readonly DraftFile[]> {
  return db
    .selectFrom('supplement_draft as d')
    .innerJoin('stored_file as f', (join) => join.onRef('f.commune_code', '=', 'd.commune_code').onRef('f.sha256', '=', 'd.sha256'))
    .select(['d.item_id as itemId', 'd.sha256', 'd.file_name as fileName', 'f.media_type as mediaType', 'f.byte_count as byteCount'])
    .where('d.commune_code', '=', request.commune_code)
    .where('d.request_id', '=', request.id)
    .orderBy('d.added_at')
    .orderBy('d.sha256')
    .execute();
}

/** Forgets what was kept for an answer: it was sent, or nothing is waited for any more. */
export async function forgetDraft(tx: Tx, dossier: { readonly commune_code: string; readonly id: string }): Promise<void> {
  await tx.deleteFrom('supplement_draft').where('commune_code', '=', dossier.commune_code).where('dossier_id', '=', dossier.id).execute();
}

/** Puts a paper that was missing into the dossier, behind the others. */
export async function addPaper(tx: Tx, item: SupplementItemRow, paper: { readonly id: string; readonly kind: 'electronic' | 'copy' }): Promise<void> {
  const last = await tx.selectFrom('dossier_paper').select(({ fn }) => fn.max('position').as('position')).where('commune_code', '=', item.commune_code).where('dossier_id', '=', item.dossier_id).executeTakeFirst();
  await tx
    .insertInto('dossier_paper')
    .values({
      commune_code: item.commune_code, dossier_id: item.dossier_id, id: paper.id, position: (last?.position ?? -1) + 1, requirement_id: item.requirement_id,
      name: item.paper_name, kind: paper.kind, source: 'submitted', copies: 1, reused_from: null,
    })
    .execute();
}

/** Adds the files of an answer to a paper, behind those that are there. */
export async function addAnswerFiles(tx: Tx, item: SupplementItemRow, paperId: string, files: readonly { readonly id: string; readonly sha256: string; readonly fileName: string }[], now: Date): Promise<void> {
  if (files.length === 0) return;
  const last = await tx
    .selectFrom('paper_file')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('commune_code', '=', item.commune_code)
    .where('dossier_id', '=', item.dossier_id)
    .where('paper_id', '=', paperId)
    .executeTakeFirst();
  const first = (last?.position ?? -1) + 1;
  await tx
    .insertInto('paper_file')
    .values(
      files.map((file, index) => ({
        commune_code: item.commune_code, dossier_id: item.dossier_id, id: file.id, paper_id: paperId, position: first + index, sha256: file.sha256, file_name: file.fileName,
        added_at: now, supplement_item_id: item.id, superseded_at: null,
      })),
    )
    .execute();
}

/** Better files took the place of what a paper had before the answer to this fault. Nothing happens when the answer brought no file. */
export async function supersedeOldFiles(tx: Tx, item: SupplementItemRow, now: Date): Promise<void> {
  if (item.paper_id === null) return;
  const files = tx.selectFrom('paper_file').select('id').where('commune_code', '=', item.commune_code).where('dossier_id', '=', item.dossier_id).where('paper_id', '=', item.paper_id);
  const fresh = await files.where('supplement_item_id', '=', item.id).executeTakeFirst();
  if (fresh === undefined) return;
  await tx
    .updateTable('paper_file')
    .set({ superseded_at: now })
    .where('commune_code', '=', item.commune_code)
    .where('dossier_id', '=', item.dossier_id)
    .where('paper_id', '=', item.paper_id)
    .where('superseded_at', 'is', null)
    // Two faults of one paper are answered together: what came with either of them is new.
    .where((eb) => eb.or([eb('supplement_item_id', 'is', null), eb('supplement_item_id', 'not in', eb.selectFrom('supplement_item').select('id').where('commune_code', '=', item.commune_code).where('request_id', '=', item.request_id))]))
    .execute();
}
