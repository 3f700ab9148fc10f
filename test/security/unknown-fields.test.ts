import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type FastifyInstance } from 'fastify';
import { json, showing } from '../../src/platform/http/route.ts';
import { createServer } from '../../src/platform/http/server.ts';
import { createWholeProgram, type WholeProgram } from '../whole-program.ts';
import { addressOf, bodyOf, nameOf, objectsIn, putAt, sampleOf } from './by-schema.ts';

/** Every door of the program with its own contract; behind it a room that shows what arrived. */
let program: WholeProgram;
let doors: FastifyInstance;
before(async () => {
  program = await createWholeProgram();
  doors = await createServer({
    ...program.parts,
    routes: program.routes.map((route) => ({
      ...route, policy: { name: 'anyone', allows: () => true, ownAccount: true as const }, perMinute: 1_000_000,
      schema: { ...route.schema, response: undefined } as never,
      handle: (input: { readonly body: unknown }) => showing(json({ arrived: input.body ?? null }), null),
    })),
    identify: () => ({ kind: 'anonymous' }),
  });
});
after(async () => {
  await doors.close();
  await program.close();
});

/** What somebody would like to set beside what a form asks for. */
const WISHES = { role: 'administrator', positions: [], active: true, staffId: 'x', communeCode: '00070', state: 'approved', isAdmin: true, approvedBy: 'x', assurance: 'passkey', fee: 0, __proto__x: 1, constructor: 'x' } as const;

/** Objects that stay open, with the reason. */
const OPEN: readonly (readonly [mark: RegExp, reason: string])[] = [
  [/^POST \/api\/(?:session|second-factors)\b.*passkeys? answer/u, 'what browsers add to a WebAuthn answer goes to the library that checks it, and nowhere else'],
  [/^POST \/dang-nhap\/:provider\/dang-xuat/u, 'what a provider adds to a log-out is ignored, as OpenID Connect wants'],
  [/^POST \/(?:h\/:token|tra-cuu|x|to-khai|khai-mot-lan|dong-y|giay-to)\b/u, 'forms of citizens, where an old page or a helper of the browser may add a field; each handler reads the fields that it names'],
];

test('every object of every contract is closed: it has the fields that it names and no others', () => {
  const open = program.routes.flatMap((route) =>
    objectsIn(route.schema.body ?? {}).flatMap(({ path, schema }) => (schema.additionalProperties === false || schema.patternProperties !== undefined ? [] : [[nameOf(route), ...path].join(' ')])));
  assert.deepEqual([...new Set(open)].filter((name) => !OPEN.some(([mark]) => mark.test(name))).sort(), []);
});

test('whatever else is sent along is refused or never arrives, at every depth', async () => {
  let tried = 0;
  for (const route of program.routes) {
    if (route.schema.body === undefined) continue;
    const fitting = sampleOf(route.schema.body);
    for (const { path, schema } of objectsIn(route.schema.body)) {
      for (const [name, value] of Object.entries(WISHES)) {
        if (schema.properties?.[name] !== undefined || schema.patternProperties !== undefined || OPEN.some(([mark]) => mark.test([nameOf(route), ...path].join(' ')))) continue;
        let body: unknown;
        try {
          body = putAt(fitting, [...path, name], value);
        } catch {
          // A part of another alternative, which the sample does not have.
          continue;
        }
        const { payload, headers } = bodyOf(route, body);
        const answer = await doors.inject({ method: route.method, url: addressOf(route), payload, headers });
        tried += 1;
        if (answer.statusCode === 200) assert.ok(!answer.body.includes(`"${name}"`), `${nameOf(route)} ${[...path, name].join('.')} arrives`);
        else assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${nameOf(route)}: ${answer.body}`);
      }
    }
  }
  assert.ok(tried > 1_000, `only ${String(tried)} were tried`);
});

test('a body that reaches for the prototype of objects is refused', async () => {
  const route = program.routes.find((one) => nameOf(one) === 'POST /api/session');
  assert.ok(route !== undefined);
  for (const payload of ['{"userName":"a","password":"b","__proto__":{"isAdmin":true}}', '{"userName":"a","password":"b","constructor":{"prototype":{"isAdmin":true}}}']) {
    const answer = await doors.inject({ method: 'POST', url: '/api/session', payload, headers: { 'content-type': 'application/json' } });
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, payload);
    assert.equal(({} as { isAdmin?: boolean }).isAdmin, undefined);
  }
});
