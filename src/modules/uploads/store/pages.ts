import { type Insertable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type UploadPageTable } from '../../../platform/db/tables.generated.ts';
import { type Turn } from '../domain/plan-files.ts';
import { type BundleKey } from './bundles.ts';

/** A file of a paper that is here whole, with what is known of its bytes. */
export interface PageRow {
  readonly id: string;
  readonly slotId: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly turn: Turn;
  readonly keptAnyway: boolean;
  readonly addedAt: Date;
  /** How large it was when it was sent, in bytes. */
  readonly sentBytes: number;
  readonly mediaType: string;
  readonly byteCount: number;
  readonly pages: number;
  readonly signed: boolean;
  readonly looks: 'blank' | 'blurred' | null;
}

/** The files of a bundle that are here, paper by paper in the order of their pages. */
export async function listPages(db: Database | Tx, key: BundleKey): Promise<readonly PageRow[]> {
  const rows = await db
    .selectFrom('upload_page as p')
    .innerJoin('stored_file as f', (join) => join.onRef('f.commune_code', '=', 'p.commune_code').onRef('f.sha256', '=', 'p.sha256'))
    .select(['p.id', 'p.slot_id', 'p.sha256', 'p.file_name', 'p.turn', 'p.kept_anyway', 'p.added_at', 'p.sent_bytes', 'f.media_type', 'f.byte_count', 'f.pages', 'f.signed', 'f.looks'])
    .where('p.commune_code', '=', key.commune_code)
    .where('p.bundle_id', '=', key.id)
    .orderBy('p.slot_id')
    .orderBy('p.position')
    .execute();
  return rows.map((row) => ({
    id: row.id, slotId: row.slot_id, sha256: row.sha256, fileName: row.file_name, turn: row.turn as Turn, keptAnyway: row.kept_anyway, addedAt: row.added_at, sentBytes: row.sent_bytes,
    mediaType: row.media_type, byteCount: row.byte_count, pages: row.pages ?? 1, signed: row.signed ?? false, looks: row.looks,
  }));
}

/** The page that a paper has of bytes that were sent with this hash. */
export function findPageSentAs(tx: Tx, key: BundleKey, slotId: string, sentHash: string): Promise<{ readonly id: string } | undefined> {
  return tx
    .selectFrom('upload_page')
    .select('id')
    .where('commune_code', '=', key.commune_code)
    .where('bundle_id', '=', key.id)
    .where('slot_id', '=', slotId)
    .where('sent_hash', '=', sentHash)
    .executeTakeFirst();
}

/** Puts a file behind the others of its paper; the caller holds the bundle's lock. False when the paper has this very file already. */
export async function addPage(tx: Tx, key: BundleKey, page: Omit<Insertable<UploadPageTable>, 'commune_code' | 'bundle_id' | 'position' | 'turn'>): Promise<boolean> {
  const last = await tx
    .selectFrom('upload_page')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('commune_code', '=', key.commune_code)
    .where('bundle_id', '=', key.id)
    .where('slot_id', '=', page.slot_id)
    .executeTakeFirst();
  const written = await tx
    .insertInto('upload_page')
    .values({ ...page, commune_code: key.commune_code, bundle_id: key.id, position: (last?.position ?? -1) + 1, turn: 0 })
    .onConflict((conflict) => conflict.columns(['commune_code', 'bundle_id', 'slot_id', 'sha256']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Turns a page, or notes that it is kept although it looks bad. */
export async function changePage(tx: Tx, key: BundleKey, pageId: string, change: { readonly turn?: Turn; readonly kept_anyway?: true }): Promise<void> {
  await tx.updateTable('upload_page').set(change).where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('id', '=', pageId).execute();
}

/** Gives the pages of a paper their places in this order. */
export async function orderPages(tx: Tx, key: BundleKey, pageIds: readonly string[]): Promise<void> {
  for (const [position, id] of pageIds.entries()) {
    await tx.updateTable('upload_page').set({ position }).where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('id', '=', id).execute();
  }
}

/** Leaves a file out. Its bytes go with the next clearing out when nothing else names them. */
export async function removePage(tx: Tx, key: BundleKey, pageId: string): Promise<void> {
  await tx.deleteFrom('upload_page').where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('id', '=', pageId).execute();
}
