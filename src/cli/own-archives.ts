import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openArchiveFiles } from '../modules/journal/index.ts';
import { type Config } from '../platform/config.ts';
import { createSealer } from '../platform/secrets/sealer.ts';
import { readSecretKey } from '../platform/secrets/secret-key.ts';

/** The sealed months of the journal in the data folder. Without the installation's key they are found and measured, but none can be opened. */
export async function openOwnArchives(config: Pick<Config, 'dataFolder'>): Promise<ReturnType<typeof openArchiveFiles>> {
  const key = await readSecretKey(join(config.dataFolder, 'secret-key'));
  return openArchiveFiles(join(config.dataFolder, 'archives', 'journal'), createSealer(key ?? randomBytes(32)));
}
