import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Actor, ROLES } from '../../src/kernel/actor.ts';
import { type Route } from '../../src/platform/http/route.ts';
import { MATRIX } from '../matrix.ts';
import { createTwoCommunes, RIGHT_BODY, type TwoCommunes } from '../matrix-things.ts';
import { isProgram, listFiles, readText } from '../architecture/source-tree.ts';
import { addressOf, bodyOf, nameOf, putAt, sampleOf, textPlaces } from './by-schema.ts';

let program: TwoCommunes;
before(async () => { program = await createTwoCommunes(); });
after(() => program.close());

/** Texts that end a statement of another program; each would be a fault of the database, or show the number, if it became part of one. */
const TEXTS = [
  "'", '"', "' or '1'='1", "\\'; drop table staff; --", "' union select (7919*7907)::text --", "'||(7919*7907)||'", '$1', "1) or (1=1", 'x\\', '"}]}\'', '%', 'ʼ or 1=1',
] as const;
const PRODUCT = String(7919 * 7907);

/** Somebody whom a route lets in; strangers where everybody may. */
function visitorOf(name: string): Actor {
  const row = MATRIX.find(({ route }) => route === name);
  const role = ROLES.find((one) => row?.letsIn.includes(one));
  return role === undefined || row?.letsIn.includes('anonymous') === true ? { kind: 'anonymous' } : program.home.staff[role].actor;
}

let visitors = 0;
async function ask(route: Route, actor: Actor, url: string, body: unknown): Promise<{ readonly statusCode: number; readonly body: string }> {
  visitors += 1;
  const sent = body === undefined ? undefined : bodyOf(route, body);
  return program.server.inject({
    method: route.method, url, remoteAddress: `10.${String(20 + (visitors >> 16))}.${String((visitors >> 8) & 255)}.${String(visitors & 255)}`,
    headers: { ...program.as(actor), ...sent?.headers }, ...(sent === undefined ? {} : { payload: sent.payload }),
  });
}

function judge({ statusCode, body }: { readonly statusCode: number; readonly body: string }, what: string): void {
  assert.ok(statusCode < 500, `${what}: ${String(statusCode)} ${body.slice(0, 300)}`);
  assert.ok(!body.includes(PRODUCT), `${what}: the database worked it out`);
  assert.doesNotMatch(body, /syntax error|unterminated|pg_catalog|SQLSTATE|relation "/iu, what);
}

describe('a text that would end a statement stays a text', () => {
  test('in every field of every body that a contract lets a person write', async () => {
    let tried = 0;
    for (const route of program.routes.filter(({ schema }) => schema.body !== undefined)) {
      const name = nameOf(route);
      const actor = visitorOf(name);
      const fitting = RIGHT_BODY[name]?.(program.home) ?? (sampleOf(route.schema.body) as Readonly<Record<string, unknown>>);
      for (const place of textPlaces(route.schema.body)) {
        for (const text of TEXTS) {
          const body = { ...(putAt(fitting, place, text) as object), ...('commandId' in fitting && place[0] !== 'commandId' ? { commandId: randomUUID() } : {}) };
          judge(await ask(route, actor, addressOf(route), body), `${name} ${place.join('.')} = ${text}`);
          tried += 1;
        }
      }
    }
    assert.ok(tried > 2_000, `only ${String(tried)} were tried`);
  });

  test('in every part of an address and of its question', async () => {
    let tried = 0;
    for (const route of program.routes) {
      const actor = visitorOf(nameOf(route));
      const names = [...textPlaces(route.schema.query ?? {})];
      const fitting = sampleOf(route.schema.query ?? { type: 'object' }) as Readonly<Record<string, string>>;
      for (const text of TEXTS) {
        for (const [name = ''] of names) {
          judge(await ask(route, actor, `${addressOf(route)}?${new URLSearchParams({ ...fitting, [name]: text }).toString()}`, route.schema.body === undefined ? undefined : sampleOf(route.schema.body)), `${nameOf(route)} ?${String(name)}=${text}`);
          tried += 1;
        }
        for (const [, place = ''] of route.url.matchAll(/:(\w+)/gu)) {
          judge(await ask(route, actor, addressOf(route, { [place]: encodeURIComponent(text) }), route.schema.body === undefined ? undefined : sampleOf(route.schema.body)), `${nameOf(route)} :${place}=${text}`);
          tried += 1;
        }
      }
    }
    assert.ok(tried > 2_000, `only ${String(tried)} were tried`);
    const { rows } = await program.database.owner.pool.query<{ n: number }>('select count(*)::int as n from staff');
    assert.ok((rows[0]?.n ?? 0) > 10, 'the table of staff is still there');
  });

  test('and no statement of the program is put together from texts: what stands raw in one is written down in the program', () => {
    const raw = /sql\.raw\(|\bquery\(\s*`[^`]*\$\{|\bexecuteRaw\b/u;
    const found = listFiles().filter((path) => isProgram(path) && raw.test(readText(path)));
    // The names in there are the program's own: it sets up the PostgreSQL that it brings along and its own account there,
    // for which PostgreSQL takes no parameters (escaped by the driver).
    assert.deepEqual(found, ['src/platform/db/application-login.ts', 'src/platform/embedded-postgres/bring-up.ts']);
  });
});
