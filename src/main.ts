import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type pg from 'pg';
import { compose } from './compose.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, isDemoLoaded, loadDemoAside } from './demo/index.ts';
import { createSetUpCode, listCommunes, purgeOldIdentity } from './modules/identity/index.ts';
import { createCatalogue, createScanCounter, loadPacks } from './modules/procedures/index.ts';
import { type Config, readConfig } from './platform/config.ts';
import { checkDatabaseUrl, whereIs } from './platform/config-database-url.ts';
import { refuseNewerData, writeDataVersion } from './platform/data-folder/data-version.ts';
import { openDataFolder } from './platform/data-folder/open-data-folder.ts';
import { type DatabaseHandle, openDatabase } from './platform/db/database.ts';
import { countMigrations, migrate } from './platform/db/migrate.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres/start-embedded-postgres.ts';
import { stopPdfWorker } from './platform/pdf/render-pdf.ts';
import { openFileStore } from './platform/files/file-store.ts';
import { createServer } from './platform/http/server.ts';
import { createLinkSigner } from './platform/secrets/link-signer.ts';
import { loadSecretKey } from './platform/secrets/secret-key.ts';
import { SetUpProblem, twoLines } from './platform/set-up-problem.ts';
import { databaseProblem, listenProblem } from './platform/set-up-problem-from-error.ts';

const ROOT = new URL('..', import.meta.url);
const DAY_MS = 24 * 3_600_000;

/** A running program. */
export interface Program {
  /** Where it is served, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Stops serving, then the database; what was acknowledged is on the disk already. A second call waits for the first. */
  stop(): Promise<void>;
}

/** What is undone in reverse order when the program stops or cannot start. */
type Undo = () => Promise<unknown>;

/**
 * Starts everything in order: settings, data folder, database, schema, reference data, demo commune, server.
 * `say` hears plain sentences for people. Throws a SetUpProblem when the set-up is wrong; nothing is left running then.
 */
export async function startProgram(env: Readonly<Record<string, string | undefined>>, say: (text: string) => void): Promise<Program> {
  const undo: Undo[] = [];
  const stopAll = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const config = readConfig(env);
    const address = await start(config, say, undo);
    let stopping: Promise<void> | undefined;
    return { address, stop: () => (stopping ??= stopAll()) };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function start(config: Config, say: (text: string) => void, undo: Undo[]): Promise<string> {
  const clock = () => new Date();
  const version = await programVersion();
  const folder = await openDataFolder(config.dataFolder);
  undo.push(() => folder.close());
  const mine = { program: version, schema: await countMigrations() };
  refuseNewerData(folder.path, folder.version, mine);

  const files = openFileStore(join(folder.path, 'files'));
  const secretKey = await loadSecretKey(join(folder.path, 'secret-key'));
  const links = createLinkSigner(secretKey);
  const connection = await connect(config, folder, say, undo);
  const onIdleError = () => undefined; // the pool replaces the connection; the query under way reports the loss itself
  const owner = openDatabase({ ...connection, max: 2 }, 'owner', onIdleError);
  let migration: string;
  try {
    migration = await prepareData(owner, config, clock(), say);
    if (config.demo && (await listCommunes(owner.db)).length === 0) {
      await loadDemoAside({ connection, now: clock(), secretKey, filesFolder: join(folder.path, 'files') });
    }
  } finally {
    await owner.close();
  }
  await writeDataVersion(folder.path, mine);

  const database = openDatabase(connection, 'application', onIdleError);
  undo.push(() => database.close());
  const cacheFolder = join(folder.path, 'cache');
  await mkdir(cacheFolder, { recursive: true });
  const setUpCode = createSetUpCode();
  const catalogue = await createCatalogue(database.db);
  const scans = createScanCounter(database.db);
  undo.push(() => scans.close());
  const parts = compose({
    config,
    version,
    db: database.db,
    files,
    links,
    catalogue,
    scans,
    setUpCode,
    health: { version, migration, askDatabase: () => askVersion(database) },
    cacheFolder,
    clock,
  });
  undo.push(() => stopPdfWorker());
  const server = await createServer(parts);
  undo.push(() => server.close());
  const address = await listen(server, config);
  const purge = setInterval(() => void purgeOldIdentity(database.db, clock()).catch(() => undefined), DAY_MS);
  purge.unref();
  undo.push(() => {
    clearInterval(purge);
    return Promise.resolve();
  });

  const communes = await listCommunes(database.db);
  say(banner(config, address, communes.length === 0 ? setUpCode.text : undefined, await isDemoLoaded(database.db)));
  return address;
}

async function connect(config: Config, folder: Awaited<ReturnType<typeof openDataFolder>>, say: (text: string) => void, undo: Undo[]): Promise<pg.PoolConfig> {
  if (config.databaseUrl !== undefined) {
    await checkDatabaseUrl(config.databaseUrl);
    return { connectionString: config.databaseUrl };
  }
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, say });
  undo.push(() => postgres.stop());
  return postgres.connection;
}

/** Schema and procedure packs. Answers the newest migration. */
async function prepareData(
  owner: DatabaseHandle,
  config: Config,
  now: Date,
  say: (text: string) => void,
): Promise<string> {
  const { databaseUrl } = config;
  const migrated = await migrate(owner.pool, now).catch((error: unknown) => {
    const problem = databaseUrl === undefined ? undefined : databaseProblem(error, whereIs(databaseUrl));
    throw problem ?? error;
  });
  if ('code' in migrated) throw new SetUpProblem(migrated.code, { migration: migrated.migration });
  const report = await loadPacks(owner.db, new URL('data/procedures/', ROOT), now);
  for (const sentence of report.sentences) say(sentence);
  return migrated.current;
}

async function askVersion(database: DatabaseHandle): Promise<string> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(database.db);
  return rows[0]?.version ?? '';
}

async function listen(server: Awaited<ReturnType<typeof createServer>>, config: Config): Promise<string> {
  try {
    return await server.listen({ host: config.host, port: config.port });
  } catch (error) {
    throw (await listenProblem(error, config)) ?? error;
  }
}

async function programVersion(): Promise<string> {
  const text = await readFile(fileURLToPath(new URL('package.json', ROOT)), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function banner(config: Config, address: string, setUpCode: string | undefined, demo: boolean): string {
  const lines = ['', `  Xã Số đang chạy tại / is running at   ${address}`, `  Địa chỉ trên mã QR / in QR codes      ${config.publicUrl}`, `  Cán bộ đăng nhập / staff sign in      ${address}/can-bo`];
  if (setUpCode !== undefined) {
    lines.push('', twoLines({
      vi: `  Lần đầu: mở ${address}/thiet-lap và nhập mã ${setUpCode}`,
      en: `  First run: open ${address}/thiet-lap and enter the code ${setUpCode}`,
    }));
  }
  if (demo) {
    lines.push('', `  Dữ liệu mẫu / demo data — mật khẩu chung / shared password: ${DEMO_PASSWORD}`);
    for (const account of DEMO_ACCOUNTS) lines.push(`    ${account.userName.padEnd(12)} ${account.title}`);
  }
  return `${lines.join('\n')}\n`;
}
