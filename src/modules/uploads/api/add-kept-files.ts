import { ok, type Result } from '../../../kernel/result.ts';
import { type Database } from '../../../platform/db/database.ts';
import { listStoredFiles } from '../../../platform/files/keep-upload.ts';
import { addPage } from '../store/pages.ts';
import { lockOpenBundle } from './bundle-by-link.ts';

/**
 * Puts files that the server has already behind the pages of their papers, such as those that came with a form before the bundle was opened.
 * A file that the commune does not have is left out. Refuses a bundle that is gone, over or taken.
 */
export async function addKeptFiles(
  { db, newId }: { readonly db: Database; readonly newId: () => string },
  communeCode: string,
  bundleId: string,
  files: readonly { readonly slotId: string; readonly sha256: string; readonly fileName: string }[],
  now: Date,
): Promise<Result<undefined>> {
  const stored = await listStoredFiles(db, communeCode, files.map(({ sha256 }) => sha256));
  return db.transaction().execute(async (tx) => {
    const open = await lockOpenBundle(tx, { commune_code: communeCode, id: bundleId }, now);
    if (!open.ok) return open;
    for (const { slotId, sha256, fileName } of files) {
      const known = stored.find((one) => one.sha256 === sha256);
      if (known === undefined) continue;
      await addPage(tx, open.value, { id: newId(), slot_id: slotId, sha256, file_name: fileName, sent_bytes: known.byteCount, sent_hash: sha256, added_at: now });
    }
    return ok(undefined);
  });
}
