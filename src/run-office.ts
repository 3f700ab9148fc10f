import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import { compose } from './compose.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, isDemoLoaded, loadDemoAside } from './demo/index.ts';
import { createFormCatalogue, loadForms } from './modules/forms/index.ts';
import { createSetUpCode, listCommunes } from './modules/identity/index.ts';
import { createCatalogue, createScanCounter, loadPacks } from './modules/procedures/index.ts';
import { type Config } from './platform/config.ts';
import { whereIs } from './platform/config-database-url.ts';
import { type DataVersion, writeDataVersion } from './platform/data-folder/data-version.ts';
import { ensureApplicationLogin } from './platform/db/application-login.ts';
import { type DatabaseHandle, openDatabase } from './platform/db/database.ts';
import { watchReferenceData } from './platform/db/reference-data.ts';
import { migrate } from './platform/db/migrate.ts';
import { openFileStore } from './platform/files/file-store.ts';
import { createServer } from './platform/http/server.ts';
import { startJobRunner } from './platform/jobs/start-job-runner.ts';
import { stopPageWorker } from './platform/pages/pages.ts';
import { stopPdfWorker } from './platform/pdf/render-pdf.ts';
import { createLinkSigner } from './platform/secrets/link-signer.ts';
import { createSealer } from './platform/secrets/sealer.ts';
import { loadSecretKey } from './platform/secrets/secret-key.ts';
import { SetUpProblem, twoLines } from './platform/set-up-problem.ts';
import { databaseProblem, listenProblem } from './platform/set-up-problem-from-error.ts';
import { createPageCache } from './web/public/page-cache/page-cache.ts';

const ROOT = new URL('..', import.meta.url);

/** What the office stands on: settings, the data folder's path, a database that answers and the time. */
export interface OfficeGround {
  readonly config: Config;
  readonly folder: string;
  readonly version: DataVersion;
  readonly connection: pg.PoolConfig;
  readonly clock: () => Date;
}

/**
 * Everything on an open database: schema, reference data, demo commune, server. Answers the address. `atStop` hears what is to be
 * undone when the program stops, in reverse order.
 */
export async function runOffice(ground: OfficeGround, say: (text: string) => void, atStop: (step: () => Promise<unknown>) => void): Promise<string> {
  const { config, folder, connection, clock } = ground;
  const files = openFileStore(join(folder, 'files'));
  const secretKey = await loadSecretKey(join(folder, 'secret-key'));
  const links = createLinkSigner(secretKey);
  const onIdleError = () => undefined; // the pool replaces the connection; the query under way reports the loss itself
  const owner = openDatabase({ ...connection, max: 2 }, 'owner', onIdleError);
  let migration: string;
  let narrow: pg.PoolConfig;
  try {
    migration = await prepareData(owner, config, clock(), say);
    narrow = await signInNarrowly(owner, connection, say);
    if (config.demo && (await listCommunes(owner.db)).length === 0) {
      await loadDemoAside({ connection, now: clock(), secretKey, filesFolder: join(folder, 'files') });
    }
  } finally {
    await owner.close();
  }
  await writeDataVersion(folder, ground.version);

  const database = openDatabase(narrow, 'application', onIdleError);
  atStop(() => database.close());
  const cacheFolder = join(folder, 'cache');
  await mkdir(cacheFolder, { recursive: true });
  const setUpCode = createSetUpCode();
  const catalogue = await createCatalogue(database.db);
  const forms = await createFormCatalogue(database.db);
  const cache = createPageCache();
  const scans = createScanCounter(database.db);
  atStop(() => scans.close());
  const parts = compose({
    config,
    version: ground.version.program,
    db: database.db,
    asOwner: async (work) => {
      const owner = openDatabase({ ...connection, max: 1 }, 'owner', onIdleError);
      try {
        return await work(owner.db);
      } finally {
        await owner.close();
      }
    },
    files,
    links,
    sealer: createSealer(secretKey),
    catalogue,
    forms,
    scans,
    cache,
    setUpCode,
    health: { version: ground.version.program, migration, askDatabase: () => askVersion(database) },
    folder,
    cacheFolder,
    clock,
  });
  atStop(() => stopPdfWorker());
  atStop(() => stopPageWorker());
  const server = await createServer(parts);
  atStop(() => server.close());
  const address = await listen(server, config);
  const forget = (refresh: () => Promise<unknown>) => async () => {
    await refresh();
    cache.clear();
  };
  const watch = watchReferenceData(narrow, { procedures: forget(catalogue.refresh), forms: forget(forms.refresh), fees: forget(() => Promise.resolve()) });
  atStop(() => watch.stop());
  const runner = startJobRunner(database.db, parts.background, clock);
  atStop(() => runner.stop());

  const communes = await listCommunes(database.db);
  say(banner(config, address, communes.length === 0 ? setUpCode.text : undefined, await isDemoLoaded(database.db)));
  return address;
}

/** Schema, procedure packs and forms. Answers the newest migration. */
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
  const forms = await loadForms(owner.db, new URL('data/forms/', ROOT), now);
  for (const sentence of [...report.sentences, ...forms.sentences]) say(sentence);
  return migrated.current;
}

/** The connection of the program's daily work: an account that is not the owner, wherever the server allows one. */
async function signInNarrowly(owner: DatabaseHandle, connection: pg.PoolConfig, say: (text: string) => void): Promise<pg.PoolConfig> {
  const { config, fault } = await ensureApplicationLogin(owner.pool, connection);
  if (fault !== undefined) {
    say(twoLines({
      vi: `Máy chủ cơ sở dữ liệu không cho chương trình có tài khoản riêng (${fault}): chương trình dùng tài khoản chủ và tự hạ quyền. Xem docs/security.md.`,
      en: `The database server does not allow the program an account of its own (${fault}): it signs in as the owner and steps down. See docs/security.md.`,
    }));
  }
  return config;
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
