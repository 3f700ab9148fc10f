import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refuse, type Result } from '../../kernel/result.ts';

/** Files by the sha256 of their bytes: storing the same bytes twice keeps one copy. */
export interface FileStore {
  /** Writes durably (temporary file, fsync, rename, fsync of the folder) and answers the sha256 in hex. */
  put(bytes: Buffer): Promise<string>;
  /** The bytes; undefined when the store has none of that hash. Throws when the bytes no longer match their hash. */
  get(sha256: string): Promise<Buffer | undefined>;
  /** The bytes for somebody to look at. Refuses what is not there (`file.gone`) and what no longer matches its hash (`file.swapped`). */
  read(sha256: string): Promise<Result<Buffer>>;
  /** What lies there since before a moment, folder by folder: whole files by their sha256, and what a broken-off write left behind. */
  listOlder(than: Date): AsyncIterable<readonly StoredName[]>;
  /** Removes what `listOlder` named; nothing happens when it is gone already. */
  remove(name: StoredName): Promise<void>;
}

/** Something in a store: a whole file, or the rest of a write that a power cut broke off. */
export interface StoredName {
  readonly folder: string;
  readonly name: string;
  /** Undefined for the rest of a broken-off write, which nobody can refer to. */
  readonly sha256: string | undefined;
}

const HASH = /^[0-9a-f]{64}$/;

/** The name under which a store keeps these bytes. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A store on the local disk under one folder, two levels deep (`ab/abcdef…`). */
export function openFileStore(folder: string): FileStore {
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const load = async (sha256: string): Promise<Buffer | undefined> => {
    if (!HASH.test(sha256)) return undefined;
    return readFile(placeOf(sha256)).catch((error: unknown) => {
      if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
      throw error;
    });
  };

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
      const bytes = await load(sha256);
      if (bytes !== undefined && sha256Of(bytes) !== sha256) throw new Error(`file ${sha256} is damaged on disk`);
      return bytes;
    },

    async *listOlder(than) {
      const folders = await readdir(folder, { withFileTypes: true }).catch(orNothing);
      for (const { name: parent } of folders.filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))) {
        const found: StoredName[] = [];
        for (const name of await readdir(join(folder, parent))) {
          const known = await stat(join(folder, parent, name)).catch(() => undefined);
          if (known !== undefined && known.mtimeMs < than.getTime()) found.push({ folder: parent, name, sha256: HASH.test(name) ? name : undefined });
        }
        if (found.length > 0) yield found;
      }
    },

    async remove({ folder: parent, name }) {
      await rm(join(folder, parent, name), { force: true });
    },

    async read(sha256) {
      const bytes = await load(sha256);
      if (bytes === undefined) return refuse('file.gone');
      return sha256Of(bytes) === sha256 ? ok(bytes) : refuse('file.swapped');
    },
  };
}

/** A store that nothing was put into yet has no folder. */
function orNothing(error: unknown): [] {
  if ((error as { code?: unknown }).code === 'ENOENT') return [];
  throw error;
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
