import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type FastifyInstance } from 'fastify';
import { json, showing } from '../../src/platform/http/route.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { createWholeProgram, type WholeProgram } from '../whole-program.ts';
import { addressOf, nameOf } from './by-schema.ts';

/** Every door of the program with a room behind it that notes who came in. */
let program: WholeProgram;
let doors: FastifyInstance;
let entered = 0;
before(async () => {
  program = await createWholeProgram();
  doors = await createServer({
    ...program.parts,
    routes: program.routes.map((route) => ({
      ...route, policy: { name: 'anyone', allows: () => true, ownAccount: true }, schema: {}, perMinute: 1_000_000,
      handle: () => {
        entered += 1;
        return showing(json({ in: true }), null);
      },
    })),
    identify: () => ({ kind: 'anonymous' }),
  });
});
after(async () => {
  await doors.close();
  await program.close();
});

/** What browsers send along when another site made the request, the oldest of them and the newest. */
const FOREIGN: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://xau.example' },
  { origin: 'null' },
  { 'origin': 'https://xau.example', 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'cross-site' },
  // Another program on the same machine, or another name of the same domain.
  { 'sec-fetch-site': 'same-site' },
  { origin: 'http://xa.test:8081' },
  { origin: 'https://xa.test.xau.example' },
  { origin: 'khong phai dia chi' },
];
const HOST = { host: 'xa.test' } as const;

test('no other site can let a browser do anything: every route that changes something refuses it before it is asked who comes', async () => {
  const unsafe = program.routes.filter(({ method }) => method !== 'GET');
  assert.ok(unsafe.length > 100);
  for (const route of unsafe) {
    for (const headers of FOREIGN) {
      entered = 0;
      const answer = await doors.inject({ method: route.method, url: addressOf(route), headers: { ...HOST, ...headers } });
      assert.equal(answer.statusCode, 403, `${nameOf(route)} with ${JSON.stringify(headers)}`);
      assert.equal(entered, 0);
    }
  }
});

test('the own pages and programs without a browser come in', async () => {
  for (const route of program.routes.filter(({ method }) => method !== 'GET')) {
    for (const headers of [{}, { 'origin': 'http://xa.test', 'sec-fetch-site': 'same-origin' }, { origin: 'http://xa.test' }, { 'sec-fetch-site': 'none' }]) {
      const answer = await doors.inject({ method: route.method, url: addressOf(route), headers: { ...HOST, ...headers } });
      assert.equal(answer.statusCode, 200, `${nameOf(route)} with ${JSON.stringify(headers)}: ${answer.body}`);
    }
  }
});

test('reading changes nothing: no route of GET runs a command', () => {
  // A link on another site may be followed with the session; what it opens must not act.
  const acting = /(?:^|\/)(?:approve|remove|delete|end|cancel|withdraw|reset)(?:\/|$)/u;
  assert.deepEqual(program.routes.filter(({ method, url }) => method === 'GET' && acting.test(url)).map(nameOf), []);
});

test('the session does not travel along with what another site sends', async () => {
  const cookies = /SameSite=(?:Lax|Strict)/u;
  for (const path of ['src/modules/identity/api/session-cookie.ts', 'src/modules/single-sign-on/api/sign-on-cookies.ts']) {
    const { readText } = await import('../architecture/source-tree.ts');
    assert.match(readText(path), cookies, path);
    assert.match(readText(path), /HttpOnly/u, path);
  }
});
