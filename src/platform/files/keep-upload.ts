import { type MultipartFile } from '@fastify/multipart';
import { sql } from 'kysely';
import { ok, type Problem, refuse, type Result } from '../../kernel/result.ts';
import { type Database, type Tx } from '../db/database.ts';
import { type PictureWarning } from '../pages/judge-picture.ts';
import { type AcceptedUpload, checkUpload, MAX_UPLOAD_BYTES } from './check-upload.ts';
import { type FileStore, sha256Of } from './file-store.ts';

/** A file that the server has on disk and in its table. */
export interface KeptFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteCount: number;
  readonly pages: number;
  readonly signed: boolean;
  readonly warning: PictureWarning | null;
}

/** Checks one file's bytes, writes them durably and registers them for the commune. A full disk is a refusal, not a crash. */
export async function keepFile(db: Database, store: FileStore, communeCode: string, bytes: Buffer, name: string, now: Date): Promise<Result<KeptFile>> {
  const checked = await checkUpload(bytes, name);
  return checked.ok ? keepAccepted(db, store, communeCode, checked.value, now) : checked;
}

/** Writes a file that was checked, or made here, and registers it for the commune. */
export async function keepAccepted(db: Database, store: FileStore, communeCode: string, upload: Omit<AcceptedUpload, 'mediaType'> & { readonly mediaType: string }, now: Date): Promise<Result<KeptFile>> {
  const sha256 = sha256Of(upload.bytes);
  const { pages, signed, warning = null } = upload;
  try {
    await db.transaction().execute(async (tx) => {
      // Whoever clears out files nobody needs waits here, and finds the row afterwards.
      await sql`select pg_advisory_xact_lock_shared(${fileLock(sha256)})`.execute(tx);
      await store.put(upload.bytes);
      await tx
        .insertInto('stored_file')
        .values({ commune_code: communeCode, sha256, byte_count: upload.bytes.length, media_type: upload.mediaType, stored_at: now, pages, signed, looks: warning })
        // A file that was here before pages were counted is counted now.
        .onConflict((conflict) => conflict.columns(['commune_code', 'sha256']).doUpdateSet({ stored_at: now, pages, signed, looks: warning }))
        .execute();
    });
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOSPC') return refuse('file.disk-full', {}, 'files');
    throw error;
  }
  return ok({ sha256, fileName: upload.fileName, mediaType: upload.mediaType, byteCount: upload.bytes.length, pages, signed, warning });
}

/** The lock under which the bytes of a file are written or removed, as SQL. */
export function fileLock(sha256: string) {
  return sql`hashtextextended(${`stored-file:${sha256}`}, 0)`;
}

/** Reads one part of a multipart request into memory; a part beyond the limit is drained and refused, so that the form goes on. */
export async function readFilePart(part: MultipartFile): Promise<Buffer | Problem> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_UPLOAD_BYTES) chunks.push(chunk);
  }
  if (size > MAX_UPLOAD_BYTES || part.file.truncated) {
    return { code: 'file.too-large', facts: { fileName: part.filename.slice(-120), megabytes: MAX_UPLOAD_BYTES / 1024 / 1024 }, field: 'files' };
  }
  return Buffer.concat(chunks);
}

/** Whether every one of these files was confirmed for the commune before: what was only claimed is not there. They stay until the transaction ends. */
export async function areFilesKept(tx: Tx, communeCode: string, hashes: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(hashes)];
  if (wanted.length === 0) return true;
  const found = await tx.selectFrom('stored_file').select('sha256').where('commune_code', '=', communeCode).where('sha256', 'in', wanted).forKeyShare().execute();
  return found.length === wanted.length;
}

/** What is known of a kept file without reading it; `pages` is null where nobody has counted them. */
export interface StoredFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly byteCount: number;
  readonly pages: number | null;
  readonly signed: boolean;
}

/** The files of these hashes that the commune has; a file of another commune is not among them. */
export async function listStoredFiles(db: Database, communeCode: string, hashes: readonly string[]): Promise<readonly StoredFile[]> {
  if (hashes.length === 0) return [];
  const rows = await db.selectFrom('stored_file').selectAll().where('commune_code', '=', communeCode).where('sha256', 'in', [...new Set(hashes)]).execute();
  return rows.map((row) => ({ sha256: row.sha256, mediaType: row.media_type, byteCount: row.byte_count, pages: row.pages, signed: row.signed ?? false }));
}
