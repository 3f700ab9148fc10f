import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type FastifyInstance } from 'fastify';
import { type Actor, DEVICE_KINDS } from '../src/kernel/actor.ts';
import { json, showing } from '../src/platform/http/route.ts';
import { createServer } from '../src/platform/http/server.ts';
import { type TestCommune } from './commune.ts';
import { DEVICE_DOORS } from './matrix-devices.ts';
import { type MatrixRow, type Seat, SEATS } from './matrix-rules.ts';
import { MATRIX } from './matrix.ts';
import { createTwoCommunes, limitedTo, RIGHT_BODY, type Thing, type TwoCommunes } from './matrix-things.ts';

function actorAt(seat: Seat, { commune, staff }: TestCommune): Actor {
  if (seat === 'anonymous') return { kind: 'anonymous' };
  if (seat === 'citizen') return { kind: 'citizen', communeCode: commune.code, sessionId: '0197b1a0-0000-7000-8000-00000000c171', citizenNumber: '038190999901', fullName: 'Nguyễn Thị Đào', assurance: 2 };
  if (seat === 'unplaced') return { ...staff.clerk.actor, positions: [] };
  return staff[seat].actor;
}

/** Puts values into the places of an address; places without one get something that does not exist. */
function addressOf(row: MatrixRow, params: Readonly<Record<string, string>> = {}): { readonly method: string; readonly url: string } {
  const [method = '', address = ''] = row.route.split(' ');
  return { method, url: address.replaceAll(/:(\w+)/gu, (_place, name: string) => params[name] ?? randomUUID()).replace('*', 'x') };
}

/** Routes with an id that names no thing of a commune, each with who decides instead. */
const OF_NO_COMMUNE: readonly RegExp[] = [
  // Whose session or passkey it is; see below.
  /^DELETE \/api\/(?:second-factors\/passkeys|sessions)\/:id$/u,
  // The secret link of the bundle: src/modules/uploads/api.
  / \/api\/paper-bundles\/:token\/transfers\/:id(?:\/finish)?$/u,
  // Who speaks for the whole installation is decided by those who do: src/modules/installation-administrators/api.
  /^POST \/api\/installation-administrators\/:id\/acts$/u,
  // Procedures belong to the installation: procedure-editor.test.ts.
  // Forms too: form-editor.test.ts.
  / \/api\/form-editor\/drafts\/:id(?:\/(?:save|discard|publish|export))?$/u,
  / \/api\/procedure-editor\/drafts\/:id(?:\/(?:save|discard|publish))?$/u,
];

describe('who may do what', () => {
  let program: TwoCommunes;
  /** Every door of the program with an empty room behind it: what is asked here is only who gets in. */
  let doors: FastifyInstance;
  let asking: Actor = { kind: 'anonymous' };

  before(async () => {
    program = await createTwoCommunes();
    doors = await createServer({
      ...program.parts,
      routes: program.routes.map((route) => ({ ...route, schema: {}, perMinute: 100_000, handle: () => showing(json({ in: true }), null) })),
      identify: () => Promise.resolve(asking),
    });
  });
  after(async () => {
    await doors.close();
    await program.close();
  });

  test('every route stands in the table, once, and every row of the table is a route', () => {
    const routes = program.routes.map(({ method, url }) => `${method} ${url}`);
    assert.deepEqual(routes.filter((route) => !MATRIX.some((row) => row.route === route)), [], 'routes without a row');
    assert.deepEqual(MATRIX.map((row) => row.route).filter((route) => !routes.includes(route)), [], 'rows without a route');
    assert.equal(new Set(MATRIX.map((row) => row.route)).size, MATRIX.length);
  });

  test('every route about a thing of a commune says what happens to things of others', () => {
    const open = MATRIX.filter((row) => row.thing === undefined && / \/api\/.*:(?:id|fileId)\b/.test(row.route)).map((row) => row.route);
    assert.deepEqual(open.filter((route) => !OF_NO_COMMUNE.some((mark) => mark.test(route))).sort(), []);
  });

  for (const row of MATRIX) {
    test(`${row.route} lets in ${row.letsIn.length === SEATS.length ? 'everybody' : row.letsIn.join(', ')} and nobody else`, async () => {
      const { method, url } = addressOf(row);
      for (const seat of SEATS) {
        asking = actorAt(seat, program.home);
        const answer = await doors.inject({ method: method as 'GET', url });
        if (row.letsIn.includes(seat)) {
          assert.equal(answer.statusCode, 200, `${seat} is kept out: ${answer.body}`);
          continue;
        }
        const isPage = program.routes.find((route) => `${route.method} ${route.url}` === row.route)?.kind === 'page';
        if (isPage && (seat === 'anonymous' || row.signInAt !== undefined)) {
          assert.equal(answer.statusCode, 303);
          assert.equal(answer.headers.location, `${row.signInAt ?? '/can-bo/dang-nhap'}?tiep=${encodeURIComponent(url)}`);
        } else {
          assert.equal(answer.statusCode, seat === 'anonymous' ? 401 : 403, `${seat} gets in`);
          if (!isPage) assert.equal(answer.json<{ code: string }>().code, seat === 'anonymous' ? 'access.sign-in-first' : 'access.not-allowed');
        }
      }
    });
  }

  test('every door for devices is a route', () => {
    assert.deepEqual(Object.keys(DEVICE_DOORS).filter((route) => !MATRIX.some((row) => row.route === route)), []);
  });

  for (const row of MATRIX) {
    test(`${row.route} lets in ${DEVICE_DOORS[row.route]?.join(', ') ?? 'no device'} and no other device`, async () => {
      const { method, url } = addressOf(row);
      for (const deviceKind of DEVICE_KINDS) {
        asking = { kind: 'device', deviceId: '0197b1a0-0000-7000-8000-00000000de11', communeCode: program.home.commune.code, deviceKind, name: 'Máy thử' };
        const answer = await doors.inject({ method: method as 'GET', url });
        if (DEVICE_DOORS[row.route]?.includes(deviceKind) === true) assert.equal(answer.statusCode, 200, `${deviceKind} is kept out: ${answer.body}`);
        else if (row.signInAt === undefined) assert.equal(answer.statusCode, 403, `${deviceKind} gets in`);
        else assert.equal(answer.statusCode, 303, `${deviceKind} gets in`);
      }
    });
  }

  for (const row of MATRIX) {
    const { route, thing } = row;
    if (thing === undefined) continue;
    const { method } = addressOf(row);
    const act = (actor: Actor, it: Thing) => {
      const { url } = addressOf(row, it.params);
      return program.send(actor, method, url, RIGHT_BODY[route]?.(program.home));
    };
    const seats = row.letsIn.filter((seat) => seat !== 'anonymous' && seat !== 'citizen' && seat !== 'unplaced');

    test(`${route}: of the own commune, ${thing.done.join(', ')} and nobody else`, async () => {
      const elsewhere = program.home.units.police.id;
      const cases = [
        ['the own field', { fields: [program.field] }, thing.done],
        ['another field', { fields: ['Lĩnh vực khác'] }, thing.doneOutsideField],
        ['the own unit', { unitScope: 'own', unitFields: [program.field] }, thing.doneInOwnUnit ?? thing.done],
        ['another unit', { unitScope: 'own', unitFields: ['Lĩnh vực khác'], unitId: elsewhere }, thing.doneOutsideUnit ?? thing.doneOutsideField],
      ] as const;
      // What was refused, or only looked at, is as it was: a new one is made only after it was changed.
      let it = await program.make(thing.kind, program.home);
      for (const seat of seats) {
        for (const [place, limit, done] of cases) {
          const actor = limitedTo(program.home.staff[seat].actor, limit);
          let answer = await act(actor, it);
          // What is beyond the fields and units of every position is not shown, for whatever purpose (a certification is of another field).
          const isBeyond: boolean = answer.code === 'journal.beyond-position';
          const mayBeBeyond: boolean = method === 'GET' && seat !== 'president' && (/another/u.test(place) || thing.kind.endsWith('certification'));
          if (thing.isFile === true && seat === 'cashier') assert.equal(isBeyond, mayBeBeyond, `${seat} for ${place}: ${answer.body}`);
          if (isBeyond && mayBeBeyond) continue;
          // Whoever does not work on a file says why before it is shown, and nobody is asked about the own work.
          if (answer.code === 'journal.purpose-needed' && method === 'GET') {
            if (!thing.kind.endsWith('certification')) assert.notEqual(place, 'the own field', `${seat} is asked about ${place}`);
            await program.sayWhy(actor, it);
            answer = await act(actor, it);
          }
          if (done.includes(seat)) assert.equal(answer.status, 200, `${seat} for ${place}: ${answer.body}`);
          else assert.equal(answer.code, thing.otherwise, `${seat} for ${place}: ${answer.body}`);
          if (method !== 'GET' && answer.status === 200) it = await program.make(thing.kind, program.home);
        }
      }
    });

    test(`${route}: what belongs to another commune is answered like what does not exist`, async () => {
      const theirs = await program.make(thing.kind, program.other);
      const nowhere: Thing = { commune: program.home, params: { sha256: '0'.repeat(64), page: '1' } };
      const told = (body: string) => ({ ...(JSON.parse(body) as object), requestId: '' });
      for (const seat of seats) {
        const { actor } = program.home.staff[seat];
        const [answer, asNothing] = [await act(actor, theirs), await act(actor, nowhere)];
        assert.equal(answer.status, 404, `${seat}: ${answer.body}`);
        assert.equal(answer.code, thing.missing);
        assert.deepEqual(told(answer.body), told(asNothing.body));
      }
    });
  }

  test('nobody can end the session of somebody else, or learn that it exists', async () => {
    const { reception, clerk } = program.home.staff;
    const signIn = await program.send({ kind: 'anonymous' }, 'POST', '/api/session', { userName: clerk.userName, password: clerk.password });
    assert.equal(signIn.status, 200, signIn.body);
    const list = async (actor: Actor) => (JSON.parse((await program.send(actor, 'GET', '/api/sessions')).body) as { readonly sessions: readonly { readonly id: string }[] }).sessions;
    const [own] = await list(clerk.actor);
    assert.ok(own !== undefined);
    const theirs = await program.send(reception.actor, 'DELETE', `/api/sessions/${own.id}`);
    const nothing = await program.send(reception.actor, 'DELETE', `/api/sessions/${randomUUID()}`);
    assert.equal(theirs.status, nothing.status);
    assert.equal((await list(clerk.actor)).length, 1);
  });

  test('nobody can remove the passkey of somebody else', async () => {
    const { reception, clerk } = program.home.staff;
    const id = randomUUID();
    const { pool } = program.database.owner;
    await pool.query("insert into passkey (commune_code, id, staff_id, name, credential_id, public_key, counter, backed_up, created_at) values ($1, $2, $3, 'Điện thoại', 'a', 'a', 0, false, now())", [program.home.commune.code, id, clerk.id]);
    await program.send(reception.actor, 'DELETE', `/api/second-factors/passkeys/${id}`);
    await program.send(program.other.staff.administrator.actor, 'DELETE', `/api/second-factors/passkeys/${id}`);
    const { rows } = await pool.query('select id from passkey where id = $1', [id]);
    assert.equal(rows.length, 1);
  });

  test('the lists of one commune show nothing of another', async () => {
    await program.make('dossier', program.other);
    const { actor } = program.other.staff.administrator;
    for (const [url, mark] of [['/api/dossiers?list=all', 'Hoa Lộc'], ['/api/staff', program.home.staff.clerk.userName], ['/api/villages', program.home.villages[0]?.id ?? ''], ['/api/units', program.home.units.office.id]] as const) {
      const answer = await program.send(actor, 'GET', url);
      assert.equal(answer.status, 200, answer.body);
      assert.ok(!answer.body.includes(mark), `${url} shows ${mark}`);
    }
    const ids = async (commune: TestCommune) => (JSON.parse((await program.send(commune.staff.clerk.actor, 'GET', '/api/dossiers?list=all')).body) as { readonly items: readonly { readonly id: string }[] }).items.map(({ id }) => id);
    const theirs = new Set(await ids(program.other));
    assert.ok(theirs.size > 0);
    assert.deepEqual((await ids(program.home)).filter((id) => theirs.has(id)), []);
    const people = JSON.parse((await program.send(program.other.staff.reception.actor, 'POST', '/api/persons/search', { q: '003190999901' })).body) as { readonly people: readonly { readonly dossiers: readonly { readonly id: string }[] }[] };
    assert.equal(people.people.length, 1);
    const own = await program.database.owner.db.selectFrom('dossier').select('id').where('commune_code', '=', program.other.commune.code).execute();
    const ownIds = new Set(own.map(({ id }) => id));
    assert.ok(people.people.every((person) => person.dossiers.every(({ id }) => ownIds.has(id))));
  });
});
