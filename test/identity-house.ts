import { randomUUID } from 'node:crypto';
import { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify';
import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createClock, type TestClock } from './clock.ts';
import { createCommune, type TestCommune } from './commune.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { anyone, anyStaff } from '../src/kernel/actor.ts';
import { PLATFORM_PROBLEMS } from '../src/platform/http/problem-table.ts';
import { defineRoute, json } from '../src/platform/http/route.ts';
import { createServer } from '../src/platform/http/server.ts';
import { createSealer } from '../src/platform/secrets/sealer.ts';
import { installDefaultCalendar } from '../src/modules/calendar/index.ts';
import { ACCOUNT_SAFETY_PROBLEMS, accountSafetyRoutes } from '../src/modules/account-safety/index.ts';
import { IDENTITY_PROBLEMS } from '../src/modules/identity/contract/problems.ts';
import { type CommuneChoice } from '../src/modules/identity/domain/commune.ts';
import { createHomeCommune } from '../src/modules/identity/store/home-commune.ts';
import { type PageRenderer } from '../src/modules/identity/api/page-renderer.ts';
import { createIdentify, type Identify } from '../src/modules/identity/api/identify.ts';
import { unitRoutes } from '../src/modules/identity/api/unit-routes.ts';
import { identityRoutes } from '../src/modules/identity/api/identity-routes.ts';
import { createSetUpCode, type SetUpCode } from '../src/modules/identity/api/set-up-code.ts';

/** Where browsers find the office: passkeys belong to its host. */
export const TEST_ORIGIN = 'https://xa.test';

/** A running identity module on a database and a clock of its own. */
export interface ServedIdentity {
  readonly database: TestDatabase;
  readonly server: FastifyInstance;
  readonly clock: TestClock;
  readonly identify: Identify;
  readonly setUpCode: SetUpCode;
  readonly call: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, call?: Call) => Promise<LightMyRequestResponse>;
  /** The same once more, with nothing in memory shared: another process of one office. */
  readonly serveAgain: () => Promise<FastifyInstance>;
  readonly close: () => Promise<void>;
}

/** What a request may carry. */
export interface Call {
  readonly body?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A short list in place of the country's 3,321 communes. */
const PLACES: readonly CommuneChoice[] = [
  { code: '16072', name: 'Hoa Lộc', kind: 'xã', provinceCode: '38', provinceName: 'Tỉnh Thanh Hóa' },
  { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', provinceCode: '01', provinceName: 'Thành phố Hà Nội' },
];

/** Starts the module; with a commune in it unless told otherwise. */
export async function serveIdentity(wishes: { readonly secure?: boolean; readonly empty?: boolean; readonly secondFactor?: 'required' } = {}): Promise<ServedIdentity & { readonly commune: TestCommune }> {
  const database = await createDatabase();
  const clock = createClock();
  // An empty database has no people; only the set-up tests ask for one, and they do not look at them.
  const commune = wishes.empty === true ? (undefined as unknown as TestCommune) : await createCommune(database.db, wishes.secondFactor === undefined ? {} : { secondFactor: wishes.secondFactor });
  const identify = createIdentify(database.db);
  const setUpCode = createSetUpCode();
  const secure = wishes.secure ?? false;
  const sealer = createSealer(Buffer.alloc(32, 7));
  const homeCommune = createHomeCommune(database.db);
  const renderPage: PageRenderer = ({ title, path }, children) => `<title>${title}</title><link rel="canonical" href="${path}">${renderToStaticMarkup(createElement(Fragment, null, children))}`;
  const serve = (own: Identify): Promise<FastifyInstance> => createServer({
    keepView: () => undefined,
    routes: [
      ...identityRoutes({
        db: database.db,
        identify: own,
        homeCommune,
        newId: randomUUID,
        sealer,
        publicUrl: TEST_ORIGIN,
        passkeyScript: undefined,
        secure,
        renderPage,
        setUpCode,
        searchCommunes: (query) => Promise.resolve(PLACES.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))),
        findCommuneChoice: (code) => Promise.resolve(PLACES.find((place) => place.code === code)),
        installCalendar: installDefaultCalendar,
        listFields: () => ['Hộ tịch', 'Chứng thực', 'Đất đai'],
        openNamingsOf: () => Promise.resolve([]),
      }),
      ...accountSafetyRoutes({ db: database.db, identify: own, homeCommune, newId: randomUUID, sealer, secure, renderPage }),
      ...unitRoutes({
        db: database.db, identify: own, newId: randomUUID, listFields: () => ['Hộ tịch', 'Chứng thực', 'Đất đai'],
        openDossiers: () => Promise.resolve(new Map()),
      }),
      defineRoute({ method: 'GET', url: '/api/actor', policy: anyone, summary: 'actor', tag: 'test', kind: 'api', schema: {}, handle: ({ context }) => json(context.actor) }),
      defineRoute({ method: 'GET', url: '/api/work', policy: anyStaff, summary: 'work', tag: 'test', kind: 'api', schema: {}, handle: () => json({}) }),
    ],
    problems: { ...PLATFORM_PROBLEMS, ...IDENTITY_PROBLEMS, ...ACCOUNT_SAFETY_PROBLEMS },
    identify: own.identify,
    renderProblemPage: (view) => `<h1>${view.code}</h1><p>${view.message}</p>`,
    contentSecurityPolicy: "default-src 'none'",
    version: '0',
    clock: clock.now,
    logLevel: 'silent',
    secure,
  });
  const server = await serve(identify);
  const others: FastifyInstance[] = [];
  return {
    database,
    server,
    clock,
    identify,
    setUpCode,
    commune,
    call: (method, url, call = {}) => server.inject(injection(method, url, call)),
    serveAgain: async () => {
      const another = await serve(createIdentify(database.db));
      others.push(another);
      return another;
    },
    close: async () => {
      for (const another of others) await another.close();
      await server.close();
      await database.close();
    },
  };
}

function injection(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, call: Call): InjectOptions {
  const payload = call.form === undefined ? call.body : new URLSearchParams(call.form).toString();
  return {
    method,
    url,
    remoteAddress: call.address ?? '10.0.0.7',
    headers: { ...(call.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }), ...call.headers },
    cookies: { ...call.cookies },
    ...(payload === undefined ? {} : { payload: payload as string | object }),
  };
}

/** The value that an answer sets a cookie to; undefined when it does not touch it. */
export function cookieOf(response: LightMyRequestResponse, name: string): string | undefined {
  return response.cookies.find((cookie) => cookie.name === name)?.value;
}

/** The problem code of a refused API call. */
export function codeOf(response: LightMyRequestResponse): string | undefined {
  return response.json<{ code?: string }>().code;
}
