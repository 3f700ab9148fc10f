import { randomUUID } from 'node:crypto';
import { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { type SignOnSettings } from '../src/platform/config-sign-on.ts';
import { createServer } from '../src/platform/http/server.ts';
import { createCommune, type TestCommune } from './commune.ts';
import { startIdentityProvider, type TestIdentity, type TestIdentityProvider, walkThrough } from './identity-provider.ts';
import { createWholeProgram, type WholeProgram } from './whole-program.ts';

const OFFICE = 'http://xa.test';

/** A citizen as a provider knows her, with an identity of level 2. */
export const DAO: TestIdentity = { subject: 'dao', claims: { citizen_number: '038190999901', name: 'Nguyễn Thị Đào', birthdate: '1990-05-03' }, acr: 'urn:xaso:assurance:2' };

/** A browser of the tests: it keeps cookies like one. */
export interface TestBrowser {
  readonly cookies: Map<string, string>;
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  readonly post: (url: string, form?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>;
}

/** The whole program beside a real identity provider, reached with browsers. */
export interface SignOnHouse {
  readonly program: WholeProgram;
  readonly commune: TestCommune;
  readonly provider: TestIdentityProvider;
  readonly server: FastifyInstance;
  readonly browser: () => TestBrowser;
  /** Goes to the provider as this person and comes back; answers what the office says to the browser that comes back. */
  readonly signIn: (browser: TestBrowser, person: TestIdentity | null, start?: string) => Promise<LightMyRequestResponse>;
  /** The same up to the provider's answer: the address to which it sends the browser. */
  readonly fetchCallback: (browser: TestBrowser, person: TestIdentity | null, start?: string) => Promise<string>;
  /** Goes on at the provider's own address as this person; answers the address to which it sends the browser back. */
  readonly callbackOf: (address: string, person: TestIdentity | null) => Promise<string>;
  /** Receives a dossier of somebody at the counter; answers its secret path. */
  readonly receive: (person: { readonly fullName: string; readonly citizenNumber: string }) => Promise<{ readonly id: string; readonly path: string }>;
  readonly close: () => Promise<void>;
}

/** Opens the house; the caller closes it. */
export async function createSignOnHouse(wishes: { readonly signOn?: (provider: TestIdentityProvider) => readonly SignOnSettings[] } = {}): Promise<SignOnHouse> {
  const provider = await startIdentityProvider([OFFICE]);
  const program = await createWholeProgram({ publicUrl: OFFICE, signOn: wishes.signOn?.(provider) ?? [provider.settings('citizen'), provider.settings('staff')] });
  const commune = await createCommune(program.database.db, { now: program.clock.now() });
  const server = await createServer(program.parts);
  // Nobody waits a minute in a test.
  const address = () => `10.1.${String(Math.floor(Math.random() * 250))}.${String(Math.floor(Math.random() * 250))}`;
  const browser = (): TestBrowser => {
    const cookies = new Map<string, string>();
    const send = async (method: 'GET' | 'POST', url: string, form?: Readonly<Record<string, string>>) => {
      const answer = await server.inject({
        method, url, remoteAddress: address(), cookies: Object.fromEntries(cookies),
        ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() }),
      });
      for (const { name, value, maxAge } of answer.cookies) if (maxAge === 0) cookies.delete(name); else cookies.set(name, value);
      return answer;
    };
    return { cookies, get: (url) => send('GET', url), post: (url, form = {}) => send('POST', url, form) };
  };
  provider.deliver = async (path, body) => (await server.inject({ method: 'POST', url: path, remoteAddress: '10.5.0.1', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: body })).statusCode;
  const callbackOf: SignOnHouse['callbackOf'] = async (at, person) => {
    provider.next = person;
    const back = await walkThrough(at, provider);
    return `${back.pathname}${back.search}`;
  };
  const fetchCallback: SignOnHouse['fetchCallback'] = async (from, person, start = '/dang-nhap/vneid') => {
    const begun = await from.get(start);
    if (begun.statusCode !== 303) throw new Error(`the sign-in did not begin: ${String(begun.statusCode)} ${begun.body.replaceAll(/<style.*?<\/style>/gu, '')}`);
    return callbackOf(String(begun.headers.location), person);
  };
  return {
    program, commune, provider, server, browser, fetchCallback, callbackOf,
    signIn: async (from, person, start) => from.get(await fetchCallback(from, person, start)),
    receive: async ({ fullName, citizenNumber }) => {
      const id = randomUUID();
      const answer = await program.server.inject({
        method: 'POST', url: '/api/dossiers', headers: program.as(commune.staff.reception.actor),
        payload: {
          commandId: randomUUID(), dossierId: id, channel: 'counter', procedureCode: '1.004873',
          person: { fullName, citizenNumber, birthDate: '1990-05-03', sex: 'female', address: 'Thôn 1', villageId: null, phone: '0912345678', email: null },
          content: '', copies: 1, authorisedBy: null, assistedBy: null, delivery: { method: 'counter', address: null },
          papers: [{ id: randomUUID(), requirementId: null, name: 'Tờ khai', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [] }],
        },
      });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      const link = new URL(answer.json<{ link: string }>().link);
      return { id, path: link.pathname };
    },
    close: async () => {
      await server.close();
      await program.close();
      await provider.close();
    },
  };
}
