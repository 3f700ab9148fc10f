import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createCommune, type TestCommune } from '../commune.ts';
import { cookieOf } from '../identity-house.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { type FastifyInstance } from 'fastify';
import { createWholeProgram, type WholeProgram } from '../whole-program.ts';
import { addressOf, bodyOf, nameOf, sampleOf } from './by-schema.ts';

let program: WholeProgram;
let commune: TestCommune;
/** With real sessions, so that signing in leads on. */
let server: FastifyInstance;
before(async () => {
  program = await createWholeProgram();
  commune = await createCommune(program.database.db, { now: program.clock.now() });
  server = await createServer(program.parts);
});
after(async () => {
  await server.close();
  await program.close();
});

const ELSEWHERE = [
  'https://xau.example/', '//xau.example/', '///xau.example', '/\\xau.example', '\\\\xau.example', 'https:xau.example', '/\t/xau.example', '/%09/xau.example\n', 'javascript:alert(1)', 'data:text/html,x',
  ' https://xau.example', '/..//xau.example', '/.//xau.example', 'http://xa.test@xau.example/', '//xa.test:80@xau.example', 'xau.example', '/@xau.example/\r\nset-cookie: a=b', '/%2f%2fxau.example', '/%5cxau.example',
  '//xau%E3%80%82example', 'HTTPS://XAU.EXAMPLE', '/can-bo\u0000https://xau.example',
] as const;

/** Names under which a request may say where to go afterwards. */
const PLACES = /^(?:tiep|next|return|redirect|url|tu|ve|back|continue|target|to)$/iu;
let visitors = 0;

/** Whether a browser on http://xa.test that is sent here stays on this very site. */
function stays(location: string): boolean {
  const url = new URL(location, 'http://xa.test/can-bo/dang-nhap');
  return url.origin === 'http://xa.test';
}

function placesIn(schema: unknown): readonly string[] {
  return Object.keys((schema as { properties?: object } | undefined)?.properties ?? {}).filter((name) => PLACES.test(name));
}

test('wherever a request may name where to go on, it leads nowhere else', async () => {
  const tried: string[] = [];
  for (const route of program.routes) {
    const [inQuery, inBody] = [placesIn(route.schema.query), placesIn(route.schema.body)];
    for (const [where, names] of [['query', inQuery], ['body', inBody]] as const) {
      for (const name of names) {
        tried.push(`${nameOf(route)} ${name}`);
        for (const wanted of ELSEWHERE) {
          visitors += 1;
          const asked = { ...(sampleOf(route.schema.query ?? { type: 'object' }) as Record<string, string>), [name]: wanted };
          const query = where === 'query' ? `?${new URLSearchParams(asked).toString()}` : '';
          const filled = where === 'body' ? { ...(sampleOf(route.schema.body) as object), [name]: wanted, ...(route.url === '/can-bo/dang-nhap' ? { userName: commune.staff.reception.userName, password: commune.staff.reception.password } : {}) } : undefined;
          const body = filled === undefined ? undefined : bodyOf(route, filled);
          const answer = await server.inject({
            method: route.method, url: `${addressOf(route, { provider: 'vneid' })}${query}`, remoteAddress: `10.4.${String(visitors >> 8)}.${String(visitors & 255)}`,
            headers: { host: 'xa.test', ...body?.headers }, ...(body === undefined ? {} : { payload: body.payload }),
          });
          // The provider of the tests is not there, which has its own sentence.
          assert.ok(answer.statusCode < 500 || route.url === '/dang-nhap/:provider', `${nameOf(route)}: ${answer.body.slice(0, 200)}`);
          const { location } = answer.headers;
          if (location !== undefined) assert.ok(stays(location), `${nameOf(route)} with ${JSON.stringify(wanted)} leads to ${location}`);
          assert.equal(answer.headers['set-cookie']?.toString().includes('a=b') ?? false, false);
          // A page that keeps it for later must not offer it as a link or a form either.
          for (const [, address = ''] of answer.body.matchAll(/(?:href|action|data-next|value)="([^"]*xau[^"]*)"/giu)) {
            assert.ok(stays(address.replaceAll('&amp;', '&')), `${nameOf(route)} offers ${address}`);
          }
        }
      }
    }
  }
  for (const known of ['GET /can-bo/dang-nhap tiep', 'POST /can-bo/dang-nhap tiep', 'GET /can-bo/dang-nhap/buoc-hai tiep', 'POST /can-bo/dang-nhap/buoc-hai tiep', 'GET /dang-nhap/:provider tiep', 'GET /cua-toi/dang-nhap tiep', 'GET /lua-chon ve']) assert.ok(tried.includes(known), known);
});

test('whoever is signed in already is led on to the own place only', async () => {
  const { userName, password } = commune.staff.clerk;
  const signedIn = await server.inject({ method: 'POST', url: '/api/session', payload: { userName, password }, remoteAddress: '10.4.250.1' });
  const cookies = { 'xaso-phien': cookieOf(signedIn, 'xaso-phien') ?? '' };
  for (const wanted of ELSEWHERE) {
    const answer = await server.inject({ url: `/can-bo/dang-nhap?${new URLSearchParams({ tiep: wanted }).toString()}`, cookies });
    if (wanted.includes('\0')) {
      assert.equal(answer.statusCode, 400);
      continue;
    }
    assert.equal(answer.statusCode, 303);
    assert.ok(stays(String(answer.headers.location)), `${wanted} leads to ${String(answer.headers.location)}`);
  }
});

test('the page that one was kept out of is the only thing that a door writes into an address', async () => {
  const answer = await server.inject({ url: '//xau.example/%2e%2e', headers: { host: 'xa.test' } });
  assert.ok(answer.headers.location === undefined || stays(answer.headers.location));
  const kept = await server.inject({ url: '/can-bo//xau.example', headers: { host: 'xa.test' } });
  assert.ok(kept.headers.location === undefined || stays(kept.headers.location));
});
