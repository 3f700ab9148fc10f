import { randomUUID } from 'node:crypto';
import { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { type DeviceKind } from '../src/kernel/actor.ts';
import { createServer } from '../src/platform/http/server.ts';
import { createCommune, type TestCommune } from './commune.ts';
import { createWholeProgram, type WholeProgram } from './whole-program.ts';

export const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
export const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** A browser of a device in the tests: it keeps cookies like one. */
export interface DeviceBrowser {
  readonly cookies: Map<string, string>;
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  readonly post: (url: string, form?: Readonly<Record<string, string>>) => Promise<LightMyRequestResponse>;
}

/** The whole program with a real sign-in of devices. */
export interface DeviceHouse {
  readonly program: WholeProgram;
  readonly commune: TestCommune;
  readonly server: FastifyInstance;
  /** A browser; two with the same cookies are two copies of one. */
  readonly browser: (wishes?: { readonly userAgent?: string; readonly cookies?: ReadonlyMap<string, string>; readonly address?: string }) => DeviceBrowser;
  /** Asks as the administrator. */
  readonly administer: (method: 'GET' | 'POST', url: string, body?: object) => Promise<{ readonly status: number; readonly value: Record<string, unknown>; readonly body: string }>;
  /** The digits on a browser's screen. */
  readonly codeOf: (browser: DeviceBrowser) => Promise<string>;
  /** Pairs a browser as a device; answers the device's id. */
  readonly pair: (browser: DeviceBrowser, kind: DeviceKind, wishes?: { readonly name?: string; readonly place?: string; readonly unitId?: string | null }) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** The readable words of a page. */
export function textOf(body: string): string {
  return body.replaceAll(/<style.*?<\/style>|<script.*?<\/script>/gsu, '').replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ');
}

/** Opens the house; the caller closes it. */
export async function createDeviceHouse(): Promise<DeviceHouse> {
  const program = await createWholeProgram();
  const commune = await createCommune(program.database.db, { now: program.clock.now() });
  const server = await createServer(program.parts);
  let asked = 0;

  const browser: DeviceHouse['browser'] = ({ userAgent = FIREFOX, cookies: kept, address = '10.2.0.5' } = {}) => {
    const cookies = new Map(kept);
    const send = async (method: 'GET' | 'POST', url: string, form?: Readonly<Record<string, string>>) => {
      const answer = await server.inject({
        method, url, remoteAddress: address, cookies: Object.fromEntries(cookies),
        headers: { 'user-agent': userAgent, ...(method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
        ...(method === 'GET' ? {} : { payload: new URLSearchParams(form).toString() }),
      });
      for (const { name, value, maxAge } of answer.cookies) if (maxAge === 0) cookies.delete(name); else cookies.set(name, value);
      return answer;
    };
    return { cookies, get: (url) => send('GET', url), post: (url, form = {}) => send('POST', url, form) };
  };
  const administer: DeviceHouse['administer'] = async (method, url, body) => {
    asked += 1;
    const answer = await program.server.inject({
      method, url, remoteAddress: `10.3.${String(asked >> 8)}.${String(asked & 255)}`, headers: program.as(commune.staff.administrator.actor), ...(body === undefined ? {} : { payload: body }),
    });
    return { status: answer.statusCode, value: answer.json(), body: answer.body };
  };
  const codeOf: DeviceHouse['codeOf'] = async (of) => {
    const page = await of.get('/thiet-bi');
    const code = /aria-label="((?:\d ){4} (?: \d){4})"/u.exec(page.body)?.[1];
    if (code === undefined) throw new Error(`no code: ${String(page.statusCode)} ${textOf(page.body)}`);
    return code.replaceAll(' ', '');
  };
  return {
    program, commune, server, browser, administer, codeOf,
    pair: async (of, kind, wishes = {}) => {
      const paired = await administer('POST', '/api/devices', { commandId: randomUUID(), code: await codeOf(of), kind, name: `Máy ${randomUUID().slice(0, 8)}`, place: '', unitId: null, ...wishes });
      if (paired.status !== 200) throw new Error(paired.body);
      const came = await of.get('/thiet-bi');
      if (came.statusCode !== 303) throw new Error(`the device did not come: ${textOf(came.body)}`);
      return String(paired.value['id']);
    },
    close: async () => {
      await server.close();
      await program.close();
    },
  };
}
