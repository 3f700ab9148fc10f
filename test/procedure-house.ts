import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { type Actor, type Role } from '../src/kernel/actor.ts';
import { createUuidSource } from '../src/kernel/uuid.ts';
import { type Catalogue, createCatalogue, createScanCounter, loadPacks, PROCEDURE_PROBLEMS, proceduresRoutes, type ScanCounter } from '../src/modules/procedures/index.ts';
import { PLATFORM_PROBLEMS } from '../src/platform/http/problem-table.ts';
import { createServer } from '../src/platform/http/server.ts';
import { createPageCache, type PageCache } from '../src/web/public/page-cache/page-cache.ts';
import { type PublicOffice } from '../src/web/public/public-page/public-office.ts';
import { publicContentSecurityPolicy } from '../src/web/public/security-policy/security-policy.ts';
import { createClock, type TestClock } from './clock.ts';
import { createCommune, type TestCommune } from './commune.ts';
import { createDatabase, type TestDatabase } from './database.ts';

/** A server with the procedure routes, the program's own catalogue and a commune with people for every role. */
export interface ProcedureHouse {
  readonly database: TestDatabase;
  readonly commune: TestCommune;
  readonly clock: TestClock;
  readonly catalogue: Catalogue;
  readonly scans: ScanCounter;
  readonly pages: PageCache;
  readonly cacheFolder: string;
  readonly server: FastifyInstance;
  readonly newId: () => string;
  /** A page as a stranger sees it. */
  page(url: string, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  /** A JSON request as somebody. */
  call(role: Role | 'nobody', method: 'GET' | 'PUT', url: string, body?: unknown): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  close(): Promise<void>;
}

const HOURS = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '07:00', closes: '11:30' },
  { weekday, opens: '13:30', closes: '17:00' },
]);

/** Builds the house; the caller closes it. `folder` is another catalogue than the program's own; without `office` nothing was set up yet. */
export async function createProcedureHouse(wishes: { readonly folder?: string; readonly office?: boolean } = {}): Promise<ProcedureHouse> {
  const database = await createDatabase();
  const clock = createClock('2026-11-23T08:00:00+07:00');
  const commune = await createCommune(database.db, { now: clock.now() });
  const folder = wishes.folder ?? new URL('../data/procedures/', import.meta.url);
  await loadPacks(database.owner.db, folder, clock.now());
  const catalogue = await createCatalogue(database.db, wishes.folder);
  const scans = createScanCounter(database.db, 50);
  const pages = createPageCache();
  const cacheFolder = await mkdtemp(join(tmpdir(), 'xaso-posters-'));
  const newId = createUuidSource({ now: () => clock.now().getTime(), randomBytes });
  const { name, kind, centreName, address, hotline } = commune.commune;
  const office: PublicOffice | undefined = wishes.office === false ? undefined : { name: `Xã ${name}`, centreName, address, hotline, hours: HOURS };
  const actors = new Map<string, Actor>();
  const server = await createServer({
    keepView: () => undefined,
    routes: proceduresRoutes({
      db: database.db,
      catalogue,
      cache: pages,
      version: '0',
      newId,
      homeCommune: () => Promise.resolve(commune.commune),
      office: () => Promise.resolve(office),
      publicUrl: 'http://xa.test',
      cacheFolder,
      clock: clock.now,
      scans,
    }),
    problems: { ...PLATFORM_PROBLEMS, ...PROCEDURE_PROBLEMS },
    identify: (request) => Promise.resolve(actors.get(String(request.headers['x-actor'])) ?? { kind: 'anonymous' }),
    renderProblemPage: (view) => `<!doctype html><title>${view.code}</title>${kind}`,
    contentSecurityPolicy: publicContentSecurityPolicy(),
    version: '0',
    clock: clock.now,
    logLevel: 'silent',
    secure: false,
  });
  return {
    database,
    commune,
    clock,
    catalogue,
    scans,
    pages,
    cacheFolder,
    server,
    newId,
    page: (url, headers = {}) => server.inject({ method: 'GET', url, headers: { ...headers } }),
    async call(role, method, url, body) {
      if (role !== 'nobody') actors.set(role, commune.staff[role].actor);
      const answer = await server.inject({ method, url, headers: { 'x-actor': role }, ...(body === undefined ? {} : { payload: body as object }) });
      return { status: answer.statusCode, body: answer.body === '' ? {} : (JSON.parse(answer.body) as Record<string, unknown>) };
    },
    async close() {
      await scans.close();
      await server.close();
      await database.close();
      await rm(cacheFolder, { recursive: true, force: true });
    },
  };
}
