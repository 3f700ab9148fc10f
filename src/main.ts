import type pg from 'pg';
import { type Config, readConfig } from './platform/config.ts';
import { checkDatabaseUrl } from './platform/config-database-url.ts';
import { refuseNewerData } from './platform/data-folder/data-version.ts';
import { openDataFolder } from './platform/data-folder/open-data-folder.ts';
import { countMigrations } from './platform/db/migrate.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres/start-embedded-postgres.ts';
import { readProgramVersion } from './platform/program-version.ts';

/** What is undone in reverse order when the program stops or cannot start. */
type Undo = () => Promise<unknown>;

/** A running program. */
export interface Program {
  /** Where it is served, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Stops serving, then the database; what was acknowledged is on the disk already. A second call waits for the first. */
  stop(): Promise<void>;
}

/**
 * Starts everything in order: settings, data folder, database, schema, reference data, demo commune, server.
 * `say` hears plain sentences for people; `clock` tells every part of the program the time. Throws a SetUpProblem when the set-up is
 * wrong; nothing is left running then.
 */
export async function startProgram(env: Readonly<Record<string, string | undefined>>, say: (text: string) => void, clock: () => Date): Promise<Program> {
  const undo: Undo[] = [];
  const stopAll = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const config = readConfig(env);
    const address = await start(config, say, clock, undo);
    let stopping: Promise<void> | undefined;
    return { address, stop: () => (stopping ??= stopAll()) };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function start(config: Config, say: (text: string) => void, clock: () => Date, undo: Undo[]): Promise<string> {
  const folder = await openDataFolder(config.dataFolder);
  undo.push(() => folder.close());
  const mine = { program: await readProgramVersion(), schema: await countMigrations() };
  refuseNewerData(folder.path, folder.version, mine);
  // Loading the modules takes longer than PostgreSQL needs to start: as soon as its process is there, both go on side by side.
  const starting = Promise.withResolvers<undefined>();
  const connecting = connect(config, folder, say, undo, () => { starting.resolve(undefined); });
  await Promise.race([connecting, starting.promise]);
  const { runOffice } = await import('./run-office.ts');
  return runOffice({ config, folder: folder.path, version: mine, connection: await connecting, clock }, say, (step) => undo.push(step));
}

async function connect(config: Config, folder: Awaited<ReturnType<typeof openDataFolder>>, say: (text: string) => void, undo: Undo[], onStarting: () => void): Promise<pg.PoolConfig> {
  if (config.databaseUrl !== undefined) {
    await checkDatabaseUrl(config.databaseUrl);
    return { connectionString: config.databaseUrl };
  }
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, say, onStarting });
  undo.push(() => postgres.stop());
  return postgres.connection;
}
