import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { MAX_UPLOAD_BYTES, tidyFileName } from '../../../platform/files/check-upload.ts';
import { sha256Of } from '../../../platform/files/file-store.ts';
import { type StartTransferRequest, type TransferResponse } from '../contract/transfer-schemas.ts';
import { decideChunk } from '../domain/decide-chunk.ts';
import { type BundleKey } from '../store/bundles.ts';
import { findPageSentAs, listPages } from '../store/pages.ts';
import { appendChunk, deleteTransfer, findSameContent, findTransfer, insertTransfer, loadTransferForUpdate, readTransfer, type TransferRow } from '../store/transfers.ts';
import { lockOpenBundle } from './bundle-by-link.ts';
import { type UploadsDeps } from './deps.ts';
import { checkRoom, keepPage } from './keep-page.ts';

function arriving(transfer: TransferRow, received = transfer.received): TransferResponse {
  return { transferId: transfer.id, byteCount: transfer.byte_count, received, state: 'arriving' };
}

/**
 * A file is announced. Answers how much of it is here: nothing, what came before the line broke (in whichever browser), or `kept` when the paper
 * has it already. Refuses an empty file and one that is too large before a byte is sent, a paper that is not asked for, what has no room,
 * an id that belongs to another file (`uploads.reused-id`), and a bundle that is over or taken.
 */
export async function startTransfer(deps: UploadsDeps, key: BundleKey, request: StartTransferRequest, now: Date): Promise<Result<TransferResponse>> {
  const { transferId, slotId, byteCount, sha256 } = request;
  const fileName = tidyFileName(request.fileName);
  if (byteCount === 0) return refuse('file.empty', { fileName });
  if (byteCount > MAX_UPLOAD_BYTES) return refuse('file.too-large', { fileName, megabytes: MAX_UPLOAD_BYTES / 1024 / 1024 });
  return deps.db.transaction().execute(async (tx) => {
    const open = await lockOpenBundle(tx, key, now);
    if (!open.ok) return open;
    const kept = await findPageSentAs(tx, key, slotId, sha256);
    if (kept !== undefined) return ok({ transferId: kept.id, byteCount, received: byteCount, state: 'kept' as const });
    const same = await findSameContent(tx, key, slotId, sha256);
    if (same !== undefined) return ok(arriving(same));
    const room = await checkRoom(tx, key, { slotId, fileName, byteCount });
    if (!room.ok) return room;
    const begun = await insertTransfer(tx, {
      commune_code: key.commune_code, bundle_id: key.id, slot_id: slotId, id: transferId, file_name: fileName, byte_count: byteCount, content_hash: sha256, started_at: now, touched_at: now,
    });
    return begun === undefined ? refuse('uploads.reused-id') : ok(arriving(begun));
  });
}

/**
 * Keeps a piece of a file; when it is answered the piece is on the disk. A piece that came before is answered as if it were new. Refuses what
 * `decideChunk` refuses, each time with how much is here.
 */
export async function takeChunk(deps: UploadsDeps, key: BundleKey, id: string, chunk: { readonly at: number; readonly bytes: Buffer }, now: Date): Promise<Result<TransferResponse>> {
  return deps.db.transaction().execute(async (tx) => {
    const open = await lockOpenBundle(tx, key, now);
    if (!open.ok) return open;
    const transfer = await loadTransferForUpdate(tx, key, id);
    if (transfer === undefined) return refuse('uploads.transfer-unknown');
    const decided = decideChunk({ byteCount: transfer.byte_count, received: transfer.received }, { at: chunk.at, length: chunk.bytes.length });
    if (!decided.ok) return decided;
    const fresh = chunk.bytes.subarray(decided.value.skip);
    return ok(arriving(transfer, fresh.length === 0 ? transfer.received : await appendChunk(tx, transfer, fresh, now)));
  });
}

/** How much of a file is here, or that the paper has it. Refuses `uploads.transfer-unknown`. */
export async function transferStatus(deps: UploadsDeps, key: BundleKey, id: string): Promise<Result<TransferResponse>> {
  const transfer = await findTransfer(deps.db, key, id);
  if (transfer !== undefined) return ok(arriving(transfer));
  const page = (await listPages(deps.db, key)).find((one) => one.id === id);
  return page === undefined ? refuse('uploads.transfer-unknown') : ok({ transferId: id, byteCount: page.sentBytes, received: page.sentBytes, state: 'kept' });
}

/**
 * The file is whole: its hash is compared, its content checked, and it becomes part of its paper. Finishing twice answers twice. What the hash or
 * the check refuses is thrown away and named; with a full disk everything stays, to be finished later.
 */
export async function finishTransfer(deps: UploadsDeps, key: BundleKey, id: string, keptAnyway: boolean, now: Date): Promise<Result<TransferResponse>> {
  const transfer = await findTransfer(deps.db, key, id);
  if (transfer === undefined) return transferStatus(deps, key, id);
  const { file_name: fileName, byte_count: byteCount, received } = transfer;
  if (received < byteCount) return refuse('uploads.not-whole', { fileName, received, total: byteCount });
  const bytes = await readTransfer(deps.db, transfer);
  if (sha256Of(bytes) !== transfer.content_hash) {
    await deleteTransfer(deps.db, key, id);
    return refuse('uploads.hash-differs', { fileName });
  }
  const kept = await keepPage(deps, key, { id, slotId: transfer.slot_id, fileName, bytes, transferId: id, keptAnyway }, now);
  if (kept.ok) return ok({ transferId: id, byteCount, received, state: 'kept' });
  if (kept.problem.code.startsWith('file.') && kept.problem.code !== 'file.disk-full') await deleteTransfer(deps.db, key, id);
  return kept;
}
