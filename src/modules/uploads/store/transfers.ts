import { type Insertable, type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type UploadTransferTable } from '../../../platform/db/tables.generated.ts';
import { type BundleKey } from './bundles.ts';

export type TransferRow = Selectable<UploadTransferTable>;

/** The files of a bundle that began to arrive and are not whole yet, in the order in which they began. */
export function listTransfers(db: Database | Tx, key: BundleKey): Promise<TransferRow[]> {
  return db.selectFrom('upload_transfer').selectAll().where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).orderBy('started_at').orderBy('id').execute();
}

/** A file on its way; undefined when it is whole, left out or unknown. */
export function findTransfer(db: Database | Tx, key: BundleKey, id: string): Promise<TransferRow | undefined> {
  return db.selectFrom('upload_transfer').selectAll().where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('id', '=', id).executeTakeFirst();
}

/** Locks a transfer until the transaction ends: two browsers that send the same file take turns. */
export function loadTransferForUpdate(tx: Tx, key: BundleKey, id: string): Promise<TransferRow | undefined> {
  return tx.selectFrom('upload_transfer').selectAll().where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** A transfer of the same content for the same paper, whichever browser began it. */
export function findSameContent(tx: Tx, key: BundleKey, slotId: string, contentHash: string): Promise<TransferRow | undefined> {
  return tx
    .selectFrom('upload_transfer')
    .selectAll()
    .where('commune_code', '=', key.commune_code)
    .where('bundle_id', '=', key.id)
    .where('slot_id', '=', slotId)
    .where('content_hash', '=', contentHash)
    .executeTakeFirst();
}

/** Begins a transfer; undefined when the id is taken, here or elsewhere in the commune. */
export function insertTransfer(tx: Tx, transfer: Insertable<UploadTransferTable>): Promise<TransferRow | undefined> {
  return tx.insertInto('upload_transfer').values(transfer).onConflict((conflict) => conflict.columns(['commune_code', 'id']).doNothing()).returningAll().executeTakeFirst();
}

/** Keeps a piece behind those that are here; the caller holds the transfer's lock. */
export async function appendChunk(tx: Tx, transfer: TransferRow, bytes: Buffer, now: Date): Promise<number> {
  const { commune_code, bundle_id, id: transfer_id, received } = transfer;
  await tx.insertInto('upload_chunk').values({ commune_code, bundle_id, transfer_id, begins_at: received, bytes }).execute();
  await tx.updateTable('upload_transfer').set({ received: received + bytes.length, touched_at: now }).where('commune_code', '=', commune_code).where('id', '=', transfer_id).execute();
  return received + bytes.length;
}

/** Everything that is here of a file, from its beginning. */
export async function readTransfer(db: Database | Tx, transfer: TransferRow): Promise<Buffer> {
  const rows = await db.selectFrom('upload_chunk').select('bytes').where('commune_code', '=', transfer.commune_code).where('transfer_id', '=', transfer.id).orderBy('begins_at').execute();
  return Buffer.concat(rows.map(({ bytes }) => bytes));
}

/** A transfer is over: the file is kept, refused or not wanted any more. */
export async function deleteTransfer(tx: Database | Tx, key: BundleKey, id: string): Promise<void> {
  await tx.deleteFrom('upload_transfer').where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('id', '=', id).execute();
}
