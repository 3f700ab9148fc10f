import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** Reads the installation's secret key from its file, or makes one on the first start (32 bytes, readable by the owner only). */
export async function loadSecretKey(path: string): Promise<Buffer> {
  const known = await readSecretKey(path);
  if (known !== undefined) return known;
  await writeFile(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  return readKey(path);
}

/** Reads the installation's secret key; undefined where there is none yet. Throws for a file that is no key. */
export async function readSecretKey(path: string): Promise<Buffer | undefined> {
  try {
    return await readKey(path);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
    return undefined;
  }
}

async function readKey(path: string): Promise<Buffer> {
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
  if (key.length !== 32) throw new Error(`the secret key in ${path} is not 32 bytes of hex`);
  return key;
}
