import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { visit } from './certification-house.ts';
import { MINUTE } from './clock.ts';
import { type TestCommune } from './commune.ts';
import { ANSWERS_ITS_OWN_ENTRY, JOURNALLED_BY_COMMAND, SHOWS_NOBODY } from './matrix-personal.ts';
import { type Seat } from './matrix-rules.ts';
import { MATRIX } from './matrix.ts';
import { createTwoCommunes, RIGHT_BODY, type TwoCommunes } from './matrix-things.ts';
import { readPersonalViews, type Asked } from './personal-views.ts';

/** Names under which contracts carry what is about a person. */
const PERSONAL = new Set(['applicant', 'applicantName', 'subjectName', 'citizenNumber', 'birthDate', 'phone', 'requester', 'applicants', 'people']);

function keysOf(schema: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [key, inner] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(inner as object)) found.add(name);
    keysOf(inner, found);
  }
  return found;
}

describe('every look at personal data', () => {
  let program: TwoCommunes;
  let asked: Readonly<Record<string, Asked>>;
  before(async () => {
    program = await createTwoCommunes();
    asked = readPersonalViews(program);
  });
  after(() => program.close());

  test('is declared: a reading route says what it shows, or stands in the table of those that show nobody', () => {
    const silent = new Set([...Object.values(SHOWS_NOBODY).flat(), ...Object.keys(JOURNALLED_BY_COMMAND)]);
    const routes = program.routes.map((route) => ({ ...route, name: `${route.method} ${route.url}` }));
    assert.deepEqual(routes.filter(({ method, shows, name }) => method === 'GET' && shows === undefined && !silent.has(name)).map(({ name }) => name), [], 'routes that say nothing');
    assert.deepEqual(routes.filter(({ shows, name }) => shows !== undefined && silent.has(name)).map(({ name }) => name), [], 'routes that say both');
    assert.deepEqual([...silent].filter((name) => !routes.some((route) => route.name === name)), [], 'rows without a route');
  });

  test('is declared where a contract has the name of something personal', () => {
    const silent = new Set([...ANSWERS_ITS_OWN_ENTRY, ...Object.keys(JOURNALLED_BY_COMMAND), ...Object.values(SHOWS_NOBODY).flat()]);
    const found = program.routes.filter(({ shows, schema, method, url }) => shows === undefined && !silent.has(`${method} ${url}`) && [...keysOf(schema.response)].some((key) => PERSONAL.has(key)));
    assert.deepEqual(found.map(({ method, url }) => `${method} ${url}`), []);
  });

  test('has a way to be tried here', () => {
    const shown = program.routes.filter(({ shows }) => shows !== undefined).map(({ method, url }) => `${method} ${url}`);
    const known = new Set([...Object.keys(asked), ...MATRIX.filter(({ thing, route }) => thing !== undefined && (route.startsWith('GET') || RIGHT_BODY[route] !== undefined)).map(({ route }) => route)]);
    assert.deepEqual([...shown, ...Object.keys(JOURNALLED_BY_COMMAND)].filter((route) => !known.has(route)), []);
  });

  const entries = async (): Promise<readonly { readonly action: string; readonly entry: string }[]> =>
    (await program.database.pool.query<{ action: string; entry: string }>('select action, entry from journal where commune_code = $1 order by day, seq', [program.home.commune.code])).rows;

  const seatOf = (commune: TestCommune, seat: Seat) => (seat === 'anonymous' || seat === 'citizen' || seat === 'unplaced' ? { kind: 'anonymous' } as const : commune.staff[seat].actor);

  for (const route of MATRIX.map((row) => row.route)) {
    test(`${route}: stands in the journal before it leaves, if it shows somebody`, async () => {
      const declared = program.routes.find(({ method, url }) => `${method} ${url}` === route)?.shows?.action ?? JOURNALLED_BY_COMMAND[route];
      if (declared === undefined) return;
      const row = MATRIX.find((one) => one.route === route);
      const own = asked[route];
      const [method = '', address = ''] = route.split(' ');
      let status: number;
      let before: number;
      if (own !== undefined) {
        const ready = await own();
        before = (await entries()).length;
        status = (await ready()).status;
      } else {
        assert.ok(row?.thing !== undefined);
        const it = await program.make(row.thing.kind, program.home);
        const actor = seatOf(program.home, row.thing.done[0] ?? 'anonymous');
        before = (await entries()).length;
        const url = address.replaceAll(/:(\w+)/gu, (_place, name: string) => it.params[name] ?? randomUUID());
        status = (await program.send(actor, method, url, RIGHT_BODY[route]?.(program.home))).status;
      }
      assert.equal(status, 200);
      const written = (await entries()).slice(before);
      const entry = written.find(({ action }) => action === declared);
      assert.ok(entry !== undefined, `${declared} is missing; written: ${written.map(({ action }) => action).join()}`);
      const line = JSON.parse(entry.entry) as Readonly<Record<string, unknown>>;
      assert.ok(typeof line['at'] === 'string' && typeof line['address'] === 'string' && typeof line['object'] === 'string');
      assert.ok(method === 'GET' || method === 'POST');
      const isCitizen = own !== undefined && line['actor'] === null;
      if (isCitizen) assert.ok(route.includes('/h/') || route.includes('/x/') || route.includes('/cua-toi') || route.includes('/giay-to/'), 'nobody is named');
      else assert.ok(Array.isArray(line['positions']) && line['positions'].length > 0, 'the position is missing');
      assert.ok(!entry.entry.includes('Nguyễn') && !entry.entry.includes('003190999901'), 'the journal carries ids, not people');
    });
  }

  test('is not written twice within five minutes, and again afterwards', async () => {
    const { id = '' } = (await program.make('dossier', program.home)).params;
    const { actor } = program.home.staff.reception;
    const looks = async () => (await program.database.pool.query<{ n: number }>("select count(*)::int as n from journal where object = $1 and action = 'dossier.viewed' and actor_id = $2", [`dossier:${id}`, actor.staffId])).rows[0]?.n;
    // From one machine: another address would be another look.
    const look = () => program.server.inject({ method: 'GET', url: `/api/dossiers/${id}`, headers: { ...program.as(actor) }, remoteAddress: '10.9.9.9' });
    await look();
    await look();
    assert.equal(await looks(), 1);
    program.clock.pass(5 * MINUTE);
    await look();
    assert.equal(await looks(), 2);
  });

  test('of a certificate lane’s visit is told apart from others by its part', async () => {
    const request = visit();
    assert.equal((await program.send(program.home.staff.reception.actor, 'POST', '/api/certifications', request)).status, 200);
    const id = String(request['dossierId']);
    await program.send(program.home.staff.reception.actor, 'GET', `/api/certifications/${id}/label.pdf`);
    const { rows } = await program.database.pool.query<{ entry: string }>("select entry from journal where object = $1 and action = 'dossier.paper-viewed'", [`dossier:${id}`]);
    assert.match(rows[0]?.entry ?? '', /"part":"label"/);
  });
});
