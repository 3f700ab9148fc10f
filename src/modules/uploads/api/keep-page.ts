import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { tidyFileName } from '../../../platform/files/check-upload.ts';
import { sha256Of } from '../../../platform/files/file-store.ts';
import { keepFile } from '../../../platform/files/keep-upload.ts';
import { decideRoom } from '../domain/decide-room.ts';
import { type BundleKey, listSlots } from '../store/bundles.ts';
import { addPage, listPages } from '../store/pages.ts';
import { deleteTransfer, listTransfers } from '../store/transfers.ts';
import { lockOpenBundle } from './bundle-by-link.ts';
import { type UploadsDeps } from './deps.ts';

/** A file that came whole. */
export interface WholeFile {
  /** The id that its page is given. */
  readonly id: string;
  readonly slotId: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  /** The transfer by which it came in pieces: it is over when the page is there. */
  readonly transferId?: string | undefined;
  /** Somebody was told that it looks blank or blurred, and keeps it. */
  readonly keptAnyway?: boolean | undefined;
}

/**
 * Checks a file, writes it durably and puts it behind the pages of its paper. The same file twice is one page. Refuses what `checkUpload` refuses,
 * a full disk, a paper that is not asked for, what has no room, and a bundle that is over or taken.
 */
export async function keepPage(deps: UploadsDeps, key: BundleKey, file: WholeFile, now: Date): Promise<Result<undefined>> {
  const room = await checkRoom(deps.db, key, { ...file, byteCount: file.bytes.length });
  if (!room.ok) return room;
  const kept = await keepFile(deps.db, deps.files, key.commune_code, file.bytes, file.fileName, now);
  if (!kept.ok) return kept;
  return deps.db.transaction().execute(async (tx) => {
    const open = await lockOpenBundle(tx, key, now);
    if (!open.ok) return open;
    const still = await checkRoom(tx, key, { ...file, byteCount: kept.value.byteCount });
    if (!still.ok) return still;
    await addPage(tx, key, {
      id: file.id, slot_id: file.slotId, sha256: kept.value.sha256, file_name: kept.value.fileName, sent_bytes: file.bytes.length, sent_hash: sha256Of(file.bytes), added_at: now, kept_anyway: file.keptAnyway ?? false,
    });
    if (file.transferId !== undefined) await deleteTransfer(tx, key, file.transferId);
    return ok(undefined);
  });
}

/** Whether the paper is asked for and one more file has room beside what is here and on its way. */
export async function checkRoom(
  db: Database | Tx,
  key: BundleKey,
  file: { readonly slotId: string; readonly fileName: string; readonly byteCount: number; readonly transferId?: string | undefined },
): Promise<Result<undefined>> {
  const [slots, pages, transfers] = [await listSlots(db, key), await listPages(db, key), await listTransfers(db, key)];
  if (!slots.some(({ id }) => id === file.slotId)) return refuse('uploads.paper-unknown');
  // Its own place was made when it began to arrive.
  const coming = transfers.filter(({ id }) => id !== file.transferId);
  return decideRoom(
    {
      ofSlot: pages.filter(({ slotId }) => slotId === file.slotId).length + coming.filter(({ slot_id }) => slot_id === file.slotId).length,
      ofBundle: pages.length + coming.length,
      bytes: pages.reduce((sum, { byteCount }) => sum + byteCount, 0) + coming.reduce((sum, { byte_count }) => sum + byte_count, 0),
    },
    { fileName: tidyFileName(file.fileName), byteCount: file.byteCount },
  );
}
