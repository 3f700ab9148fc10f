import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that were made once and are kept by what they are made of. */
export interface MadeFiles {
  /** The file made of these ingredients, from the disk or newly made; one making for all who ask at the same time. */
  get(ingredients: unknown, make: () => Promise<Buffer>): Promise<Buffer>;
}

/** The posters of a whole catalogue in two sizes, twice over; what is older is thrown away. */
const MOST_FILES = 1500;

/** Keeps made files in a folder, which may be emptied at any time. A full disk costs the next visitor time, not the answer. */
export function createMadeFiles(folder: string, extension: string, mostFiles: number = MOST_FILES): MadeFiles {
  const coming = new Map<string, Promise<Buffer>>();

  async function fetchOrMake(path: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const kept = await readFile(path).catch(() => undefined);
    if (kept !== undefined) {
      // Marks it as used, so that it is not the next to be thrown away.
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return kept;
    }
    const made = await make();
    await keep(path, made).catch(() => undefined);
    return made;
  }

  async function keep(path: string, content: Buffer): Promise<void> {
    await mkdir(folder, { recursive: true });
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      await writeFile(temporary, content);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await throwOldAway();
  }

  async function throwOldAway(): Promise<void> {
    const names = (await readdir(folder)).filter((name) => name.endsWith(extension));
    if (names.length <= mostFiles) return;
    const aged = await Promise.all(names.map(async (name) => ({ name, used: (await stat(join(folder, name))).mtimeMs })));
    const old = aged.sort((one, other) => one.used - other.used).slice(0, names.length - Math.floor(mostFiles * 0.9));
    await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
  }

  return {
    get(ingredients, make) {
      const name = createHash('sha256').update(JSON.stringify(ingredients)).digest('base64url');
      const already = coming.get(name);
      if (already !== undefined) return already;
      const file = fetchOrMake(join(folder, `${name}${extension}`), make).finally(() => coming.delete(name));
      coming.set(name, file);
      return file;
    },
  };
}
