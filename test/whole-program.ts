import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FastifyInstance } from 'fastify';
import { compose } from '../src/compose.ts';
import { type Actor } from '../src/kernel/actor.ts';
import { createFormCatalogue, loadForms } from '../src/modules/forms/index.ts';
import { createSetUpCode } from '../src/modules/identity/index.ts';
import { createCatalogue, createScanCounter, loadPacks } from '../src/modules/procedures/index.ts';
import { type SignOnSettings } from '../src/platform/config-sign-on.ts';
import { openFileStore } from '../src/platform/files/file-store.ts';
import { type Route } from '../src/platform/http/route.ts';
import { createServer, type ServerParts } from '../src/platform/http/server.ts';
import { createLinkSigner, type LinkSigner } from '../src/platform/secrets/link-signer.ts';
import { type JobList } from '../src/platform/jobs/job.ts';
import { createSealer } from '../src/platform/secrets/sealer.ts';
import { createPageCache } from '../src/web/public/page-cache/page-cache.ts';
import { createClock, type TestClock } from './clock.ts';
import { createDatabase, type TestDatabase } from './database.ts';

/** Every route of the program as `src/main.ts` composes them, on a database and a clock of its own; who asks is said by the test. */
export interface WholeProgram {
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly parts: ServerParts & { readonly background: JobList };
  readonly routes: readonly Route[];
  readonly server: FastifyInstance;
  /** Makes and reads the secret links of slips. */
  readonly links: LinkSigner;
  /** The headers of a request that this actor makes. */
  readonly as: (actor: Actor) => Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Identity providers whose addresses nobody answers: enough for the routes to be there. */
const SIGN_ON: readonly SignOnSettings[] = (['citizen', 'staff'] as const).map((kind) => ({
  key: kind === 'citizen' ? 'vneid' : 'tinh', kind, issuer: 'http://127.0.0.1:9', clientId: 'xaso', clientSecret: 'bi-mat', label: { vi: kind === 'citizen' ? 'VNeID' : 'Tài khoản tỉnh', en: kind === 'citizen' ? 'VNeID' : 'Province account' },
  scope: 'openid profile', algorithm: 'RS256', claimsFile: undefined,
}));

/** What a test wants to be different. */
export interface WholeProgramWishes {
  readonly signOn?: readonly SignOnSettings[];
  /** Default http://xa.test. */
  readonly publicUrl?: string;
}

/** The jobs of a composed program, to be run by hand. */
export function listBackground({ parts }: Pick<WholeProgram, 'parts'>): JobList['jobs'] {
  return parts.background.jobs;
}

/** Composes the program; the caller closes it. There is no commune in it yet. */
export async function createWholeProgram(wishes: WholeProgramWishes = {}): Promise<WholeProgram> {
  const database = await createDatabase();
  const clock = createClock();
  await loadPacks(database.owner.db, new URL('../data/procedures/', import.meta.url), clock.now());
  await loadForms(database.owner.db, new URL('../data/forms/', import.meta.url), clock.now());
  const folder = await mkdtemp(join(tmpdir(), 'xaso-whole-'));
  const actors = new Map<string, Actor>();
  const scans = createScanCounter(database.db);
  const links = createLinkSigner(randomBytes(32));
  const parts = compose({
    config: { host: '127.0.0.1', publicUrl: wishes.publicUrl ?? 'http://xa.test', log: 'silent', backupFolder: undefined, agencies: undefined, receipts: undefined, exchange: { url: 'http://127.0.0.1:9/', token: undefined }, signOn: wishes.signOn ?? SIGN_ON, gateway: undefined },
    version: '0',
    db: database.db,
    asOwner: (work) => work(database.owner.db),
    files: openFileStore(join(folder, 'files')),
    links,
    sealer: createSealer(randomBytes(32)),
    catalogue: await createCatalogue(database.db),
    forms: await createFormCatalogue(database.db),
    scans,
    cache: createPageCache(),
    setUpCode: createSetUpCode(),
    health: { version: '0', migration: '', askDatabase: () => Promise.resolve('') },
    folder,
    cacheFolder: folder,
    clock: clock.now,
  });
  const server = await createServer({
    ...parts,
    identify: (request) => Promise.resolve(actors.get(String(request.headers['x-actor'])) ?? { kind: 'anonymous' }),
  });
  return {
    database,
    clock,
    parts,
    routes: parts.routes,
    server,
    links,
    as: (actor) => {
      if (actor.kind === 'anonymous') return {};
      if (actor.kind === 'citizen') {
        actors.set(`citizen ${actor.sessionId}`, actor);
        return { 'x-actor': `citizen ${actor.sessionId}` };
      }
      if (actor.kind === 'device') {
        actors.set(`device ${actor.deviceId}`, actor);
        return { 'x-actor': `device ${actor.deviceId}` };
      }
      const key = `${actor.staffId} ${JSON.stringify(actor.positions.map(({ role, fields }) => [role, ...fields])).replaceAll(/[^\x20-\x7e]/g, (sign) => `u${String(sign.codePointAt(0))}`)}`;
      actors.set(key, actor);
      return { 'x-actor': key };
    },
    close: async () => {
      await server.close();
      await scans.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
