import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../data-folder/open-data-folder.ts';
import { type PostgresConnection } from './postgres-address.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

/** A database for one test run. */
export interface ThrowAwayPostgres {
  readonly connection: PostgresConnection;
  /** The temporary folder it lives in. */
  readonly folder: string;
  /** Stops it and deletes its files. */
  stop(): Promise<void>;
}

/** Starts an empty database in a temporary folder that is fast because nothing is flushed to the disk. */
export async function startThrowAwayPostgres(extra: Readonly<Record<string, string>> = {}): Promise<ThrowAwayPostgres> {
  const path = await mkdtemp(join(tmpdir(), 'xaso-test-'));
  await chmod(path, 0o711);
  const dataFolder = await openDataFolder(path);
  const postgres = await startEmbeddedPostgres({ dataFolder, say: () => undefined, durable: false, extra: { max_connections: '100', wal_level: 'minimal', max_wal_senders: '0', ...extra } });
  return {
    connection: postgres.connection,
    folder: path,
    stop: async () => {
      await postgres.stop();
      await dataFolder.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}
