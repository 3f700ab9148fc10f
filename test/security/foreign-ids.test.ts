import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Actor } from '../../src/kernel/actor.ts';
import { MATRIX } from '../matrix.ts';
import { createTwoCommunes, type TwoCommunes } from '../matrix-things.ts';
import { nameOf, sampleOf } from './by-schema.ts';

let program: TwoCommunes;
/** Two people with a dossier each, whose links and four digits are known to their owners only. */
let mine: Holder;
let theirs: Holder;
let visitors = 0;

interface Holder {
  readonly id: string;
  readonly token: string;
  readonly cookie: string;
}

before(async () => {
  program = await createTwoCommunes();
  mine = await holder(program.home);
  theirs = await holder(program.other);
});
after(() => program.close());

const address = (): string => {
  visitors += 1;
  return `10.13.${String(visitors >> 8)}.${String(visitors & 255)}`;
};

async function holder(commune: TwoCommunes['home']): Promise<Holder> {
  const { id = '' } = (await program.make('dossier that waits for papers', commune)).params;
  const token = program.links.token('dossier', id);
  const opened = await program.server.inject({ method: 'POST', url: `/h/${token}/mo`, payload: 'bonSo=0012', headers: { 'content-type': 'application/x-www-form-urlencoded' }, remoteAddress: address() });
  const cookie = [opened.headers['set-cookie']].flat().filter((one) => one !== undefined).map((one) => one.split(';')[0]).join('; ');
  assert.notEqual(cookie, '', opened.body.slice(0, 300));
  return { id, token, cookie };
}

const page = (url: string, cookie = '') => program.server.inject({ url, headers: cookie === '' ? {} : { cookie }, remoteAddress: address() });
/** What stands on a page besides what differs with every request. */
const plain = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, '').replaceAll(/[A-Za-z0-9_-]{43}/gu, '').replaceAll(/\s+/gu, ' ');

describe('the link of one dossier opens no other one', () => {
  test('every address below a link that nobody has is answered like nothing, whatever the rest of it says', async () => {
    for (const route of program.routes.filter(({ url, method }) => method === 'GET' && url.startsWith('/h/:token'))) {
      const at = (token: string) => route.url.replace(':token', token).replaceAll(/:(\w+)/gu, () => randomUUID());
      for (const token of ['A'.repeat(43), 'x', mine.token.slice(0, -1), `${mine.token}A`, mine.token.toLowerCase() === mine.token ? 'B'.repeat(43) : mine.token.toLowerCase()]) {
        const answer = await page(at(token), mine.cookie);
        assert.equal(answer.statusCode, 404, `${nameOf(route)} with ${token}: ${String(answer.statusCode)}`);
      }
    }
  });

  test('the four digits of one dossier open nothing of another: its pages stay covered, its files and papers are not there', async () => {
    for (const route of program.routes.filter(({ url, method }) => method === 'GET' && url.startsWith('/h/:token'))) {
      const url = route.url.replace(':token', theirs.token).replaceAll(/:(\w+)/gu, () => randomUUID());
      const [asStranger, withMine] = [await page(url), await page(url, mine.cookie)];
      assert.equal(withMine.statusCode, asStranger.statusCode, nameOf(route));
      assert.equal(plain(withMine.body), plain(asStranger.body), `${nameOf(route)}: my digits change what is seen of another dossier`);
    }
  });

  test('files, papers and requests of another dossier are not found below the own link', async () => {
    const { rows: papers } = await program.database.owner.pool.query<{ id: string }>('select id from official_paper where dossier_id = $1', [theirs.id]);
    assert.ok(papers.length > 0);
    const names = [...papers.map(({ id }) => `/h/${mine.token}/giay/${id}`), `/h/${mine.token}/tep/${randomUUID()}`, `/h/${mine.token}/ket-qua/1`, `/h/${mine.token}/du-lieu/${randomUUID()}/ban-sao.pdf`, `/h/${mine.token}/du-lieu/${randomUUID()}/ban-sao.json`];
    for (const url of names) assert.notEqual((await page(url, mine.cookie)).statusCode, 200, url);
  });

  test('what is posted below the link of another dossier changes nothing without its digits', async () => {
    const before = await program.database.owner.pool.query('select version, state from dossier where id = $1', [theirs.id]);
    for (const route of program.routes.filter(({ url, method }) => method === 'POST' && url.startsWith('/h/:token') && !url.endsWith('/mo'))) {
      const url = route.url.replace(':token', theirs.token).replaceAll(/:(\w+)/gu, () => randomUUID());
      const entries = Object.entries(sampleOf(route.schema.body ?? { type: 'object' }) as Readonly<Record<string, unknown>>).map(([name, value]): [string, string] => [name, String(value)]);
      const answer = await program.server.inject({ method: 'POST', url, headers: { 'cookie': mine.cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(entries).toString(), remoteAddress: address() });
      assert.ok(answer.statusCode < 500, `${nameOf(route)}: ${answer.body.slice(0, 200)}`);
    }
    assert.deepEqual((await program.database.owner.pool.query('select version, state from dossier where id = $1', [theirs.id])).rows, before.rows);
  });
});

describe('an id in an address is no key', () => {
  test('every address of the workspace with an id says in the one table what happens to things of another commune', () => {
    const named = program.routes.filter(({ url, policy }) => url.startsWith('/api/') && /:\w+/u.test(url) && policy.name !== 'anyone').map(nameOf);
    const told = new Set(MATRIX.filter(({ thing }) => thing !== undefined).map(({ route }) => route));
    assert.deepEqual(named.filter((name) => !told.has(name)).sort(), [...NO_THING].sort());
  });

  test('a colleague of another commune, and papers that another commune put together, are as if they did not exist', async () => {
    const { specialist, president } = program.home.staff;
    const plan = (staffId: string) => program.send(president.actor, 'GET', `/api/absences/of/${staffId}`);
    const told = (body: string) => ({ ...(JSON.parse(body) as object), requestId: '' });
    const [foreign, nobody] = [await plan(program.other.staff.specialist.id), await plan(randomUUID())];
    assert.notEqual(foreign.status, 200);
    assert.deepEqual(told(foreign.body), told(nobody.body));
    assert.equal((await plan(specialist.id)).status, 200);
    const batchId = randomUUID();
    const made = await program.send(program.other.staff.reception.actor, 'POST', '/api/dossiers/bulk/print', { batchId, paper: 'shelf-label', rows: [{ id: theirs.id, expectedVersion: 3 }] });
    assert.equal(made.status, 200, made.body);
    const print = (actor: Actor, id: string) => program.send(actor, 'GET', `/api/dossiers/bulk/${id}/print.pdf`);
    const [theirBatch, none] = [await print(program.home.staff.reception.actor, batchId), await print(program.home.staff.reception.actor, randomUUID())];
    assert.notEqual(theirBatch.status, 200);
    assert.deepEqual(told(theirBatch.body), told(none.body));
    const stolen = await program.send(program.home.staff.reception.actor, 'POST', '/api/dossiers/bulk/print', { batchId: randomUUID(), paper: 'shelf-label', rows: [{ id: theirs.id, expectedVersion: 3 }] });
    assert.ok(!stolen.body.includes('"refusal":null'), stolen.body);
  });

  test('an id in a question or a body is no key either', async () => {
    const { rows: [paper] } = await program.database.owner.pool.query<{ id: string }>('select id from official_paper where dossier_id = $1', [theirs.id]);
    const { clerk, president, reception } = program.home.staff;
    const told = (body: string) => ({ ...(JSON.parse(body) as object), requestId: '' });
    for (const at of [(id: string) => `/api/papers/shelf-labels.pdf?layout=sheet&ids=${id}`, (id: string) => `/api/papers/print.pdf?ids=${id}`]) {
      for (const foreign of [theirs.id, paper?.id ?? '']) {
        const [real, none] = [await program.send(clerk.actor, 'GET', at(foreign)), await program.send(clerk.actor, 'GET', at(randomUUID()))];
        assert.notEqual(real.status, 200, at(foreign));
        assert.deepEqual(told(real.body), told(none.body), at(foreign));
      }
    }
    const { id: own = '' } = (await program.make('appraised dossier', program.home)).params;
    const assign = await program.send(president.actor, 'POST', `/api/dossiers/${own}/assign`, { commandId: randomUUID(), expectedVersion: 2, staffId: program.other.staff.specialist.id, note: null });
    assert.notEqual(assign.status, 200);
    const move = await program.send(president.actor, 'POST', `/api/dossiers/${own}/unit`, { commandId: randomUUID(), expectedVersion: 2, unitId: program.other.units.office.id, reason: 'Thử' });
    assert.notEqual(move.status, 200);
    const purpose = await program.send(reception.actor, 'POST', '/api/journal/purposes', { commandId: randomUUID(), dossierId: theirs.id, purpose: 'inspection', words: 'Kiểm tra đột xuất hồ sơ' });
    assert.notEqual(purpose.status, 200, purpose.body);
  });

  test('strangers and citizens get nothing from any address with an id, and are told nothing about it', async () => {
    const seats: readonly Actor[] = [{ kind: 'anonymous' }, { kind: 'citizen', communeCode: program.home.commune.code, sessionId: randomUUID(), citizenNumber: '038190999901', fullName: 'Nguyễn Thị Đào', assurance: 2 }];
    for (const route of program.routes.filter(({ url, policy }) => url.startsWith('/api/') && /:\w+/u.test(url) && policy.name !== 'anyone')) {
      if ((BY_SECRET_LINK as readonly string[]).includes(nameOf(route))) continue;
      for (const actor of seats) {
        const at = (id: string) => program.send(actor, route.method, route.url.replaceAll(/:(\w+)/gu, () => id), route.schema.body === undefined ? undefined : sampleOf(route.schema.body));
        const [real, none] = [await at(mine.id), await at(randomUUID())];
        assert.equal(real.status, actor.kind === 'anonymous' ? 401 : 403, nameOf(route));
        const told = (body: string) => ({ ...(JSON.parse(body) as object), requestId: '' });
        assert.deepEqual(told(real.body), told(none.body), nameOf(route));
      }
    }
  });

  test('a signed-in citizen sees nothing of another person through any id of the own pages', async () => {
    const citizen: Actor = { kind: 'citizen', communeCode: program.home.commune.code, sessionId: randomUUID(), citizenNumber: '038190999901', fullName: 'Nguyễn Thị Đào', assurance: 2 };
    for (const route of program.routes.filter(({ url, method }) => method === 'GET' && url.startsWith('/cua-toi'))) {
      const answer = await program.server.inject({ url: route.url.replaceAll(/:(\w+)/gu, () => theirs.id), headers: program.as(citizen), remoteAddress: address() });
      assert.ok(!answer.body.includes('003190999901') && !answer.body.includes('Nguyễn Thị Mẫu'), nameOf(route));
    }
  });
});

/** Addresses that name no thing of a commune: what the whole country has, or what is one's own, which other tests try. */
/** Open to whoever has the secret link of a bundle of papers, and to nothing beside it: src/modules/uploads/api/transfers.test.ts. */
const BY_SECRET_LINK = [
  'POST /api/paper-bundles/:token/transfers', 'GET /api/paper-bundles/:token/transfers/:id', 'PUT /api/paper-bundles/:token/transfers/:id', 'POST /api/paper-bundles/:token/transfers/:id/finish',
] as const;

const NO_THING = [
  ...BY_SECRET_LINK,
  // The national catalogue.
  'GET /api/procedures/:code', 'PUT /api/procedures/:code/time-limit', 'GET /api/procedure-editor/procedures/:code',
  // Namings of those who speak for all communes: src/modules/installation-administrators/api.
  'POST /api/installation-administrators/:id/acts',
  // Drafts of it, which only the single commune of an installation has: procedure-editor.test.ts.
  'GET /api/form-editor/drafts/:id', 'GET /api/form-editor/drafts/:id/export', 'POST /api/form-editor/drafts/:id/discard', 'POST /api/form-editor/drafts/:id/publish', 'POST /api/form-editor/drafts/:id/save',
  'GET /api/form-editor/forms/:code', 'GET /api/form-editor/forms/:code/export',
  'GET /api/procedure-editor/drafts/:id', 'POST /api/procedure-editor/drafts/:id/discard', 'POST /api/procedure-editor/drafts/:id/publish', 'POST /api/procedure-editor/drafts/:id/save',
  // One's own sessions and keys: test/authorisation-matrix.test.ts.
  'DELETE /api/sessions/:id', 'DELETE /api/second-factors/passkeys/:id', 'DELETE /api/sign-on-links/:linkId',
  // Words of a contract, an export of the own making, a form of a file.
  'GET /api/consents/:purpose/recipients.csv', 'GET /api/journal/exports/:exportId/file', 'GET /api/staff-lists/template/:format',
  // A day of the own journal; what is named by two ids of one commune is tried above.
  'GET /api/journal/days/:day/record.pdf', 'GET /api/absences/of/:staffId', 'GET /api/dossiers/bulk/:batchId/print.pdf',
] as const;
