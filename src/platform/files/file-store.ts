import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files by the sha256 of their bytes: storing the same bytes twice keeps one copy. */
export interface FileStore {
  /** Writes durably (temporary file, fsync, rename, fsync of the folder) and answers the sha256 in hex. */
  put(bytes: Buffer): Promise<string>;
  /** The bytes; undefined when the store has none of that hash. Throws when the bytes no longer match their hash. */
  get(sha256: string): Promise<Buffer | undefined>;
}

const HASH = /^[0-9a-f]{64}$/;

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A store on the local disk under one folder, two levels deep (`ab/abcdef…`). */
export function openFileStore(folder: string): FileStore {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes);
      const place = placeOf(sha256);
      const known = await stat(place).catch(() => undefined);
      if (known?.size === bytes.length) return sha256;
      const parent = join(folder, sha256.slice(0, 2));
      await mkdir(parent, { recursive: true });
      const temporary = join(parent, `.${sha256}.${randomUUID()}`);
      try {
        const handle = await open(temporary, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(temporary, place);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(parent);
      return sha256;
    },

    async get(sha256) {
      if (!HASH.test(sha256)) return undefined;
      const bytes = await readFile(placeOf(sha256)).catch((error: unknown) => {
        if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
        throw error;
      });
      if (bytes !== undefined && sha256Of(bytes) !== sha256) throw new Error(`file ${sha256} is damaged on disk`);
      return bytes;
    },
  };
}

/** A rename is only durable when its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
