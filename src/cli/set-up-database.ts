import { migrate } from '../platform/db/migrate.ts';
import { type DatabaseHandle, openDatabase } from '../platform/db/database.ts';
import { checkDatabaseUrl, whereIs } from '../platform/config-database-url.ts';
import { type Config } from '../platform/config.ts';
import { openDataFolder } from '../platform/data-folder/open-data-folder.ts';
import { findRunningPostgres } from '../platform/embedded-postgres/find-running-postgres.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/start-embedded-postgres.ts';
import { SetUpProblem } from '../platform/set-up-problem.ts';
import { databaseProblem } from '../platform/set-up-problem-from-error.ts';

/** Whether the schema may be changed before the work. */
type SchemaWish = 'brought-forward' | 'as-it-is';

/**
 * Opens the database that the program would use, as its owner and with the schema brought forward (or left `as-it-is`), for the length of one
 * piece of work: the server of DATABASE_URL, the bundled one that a running program keeps up, or the bundled one started
 * for this alone. Throws a SetUpProblem when it cannot be had.
 */
export async function withOwnDatabase<T>(config: Config, say: (text: string) => void, now: Date, work: (database: DatabaseHandle) => Promise<T>, schema: SchemaWish = 'brought-forward'): Promise<T> {
  const { databaseUrl } = config;
  if (databaseUrl !== undefined) {
    await checkDatabaseUrl(databaseUrl);
    return use({ connectionString: databaseUrl }, now, work, schema).catch((error: unknown) => {
      throw databaseProblem(error, whereIs(databaseUrl)) ?? error;
    });
  }
  const running = await findRunningPostgres(config.dataFolder);
  if (running !== undefined) return use({ ...running }, now, work, schema);
  const dataFolder = await openDataFolder(config.dataFolder);
  try {
    const postgres = await startEmbeddedPostgres({ dataFolder, say });
    try {
      return await use({ ...postgres.connection }, now, work, schema);
    } finally {
      await postgres.stop();
    }
  } finally {
    await dataFolder.close();
  }
}

async function use<T>(connection: Parameters<typeof openDatabase>[0], now: Date, work: (database: DatabaseHandle) => Promise<T>, schema: SchemaWish): Promise<T> {
  const database = openDatabase({ ...connection, max: 2 }, 'owner', () => undefined);
  try {
    const migrated = schema === 'as-it-is' ? undefined : await migrate(database.pool, now);
    if (migrated !== undefined && 'code' in migrated) throw new SetUpProblem(migrated.code, { migration: migrated.migration });
    return await work(database);
  } finally {
    await database.close();
  }
}
