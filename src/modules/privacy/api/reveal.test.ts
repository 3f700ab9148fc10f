import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { findHeldNumbers, findKnownNumbers } from '../../dossiers/index.ts';
import { PRIVACY_PROBLEMS } from '../contract/problems.ts';
import { revealRoutes } from './reveal-routes.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse(({ db }) => revealRoutes({ db, maskedParts: findHeldNumbers, personNumbers: findKnownNumbers }), PRIVACY_PROBLEMS);
});
after(() => house.close());

async function received(change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const answer = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, change));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return String(answer.body['id']);
}

type Seat = 'reception' | 'specialist' | 'administrator';
const reveal = (id: string, seat: Seat = 'reception', change: Readonly<Record<string, unknown>> = {}) =>
  house.call(house.commune.staff[seat].actor, 'POST', `/api/dossiers/${id}/reveal`, { commandId: randomUUID(), what: 'citizen-number', purpose: 'check-papers', ...change });
async function journal(object: string): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await house.database.owner.pool.query<{ entry: string }>('select entry from journal order by day, seq');
  return rows.map(({ entry }) => JSON.parse(entry) as Record<string, unknown>).filter((entry) => entry['object'] === object);
}

test('the holder of the step sees the number for a minute; the journal keeps who, which and why, and the number is kept nowhere', async () => {
  const id = await received();
  const answer = await reveal(id);
  assert.deepEqual([answer.status, answer.body], [200, { value: '003190999901', hideAfter: 60_000 }]);
  const shown = (await journal(`dossier:${id}`)).filter(({ action }) => action === 'dossier.number-shown');
  assert.equal(shown.length, 1);
  assert.equal(shown[0]?.['actor'], house.commune.staff.reception.id);
  const { what, purpose } = shown[0]['facts'] as Record<string, unknown>;
  assert.deepEqual({ what, purpose }, { what: 'citizen-number', purpose: 'check-papers' });
  const { rows } = await house.database.owner.pool.query("select result from client_command where kind = 'reveal-part'");
  assert.doesNotMatch(JSON.stringify([rows, shown]), /003190999901/);
});

test('the page says what may be shown to whom; phone and content are shown one by one', async () => {
  const id = await received({ content: 'Khai sinh, mẹ có số 003190999902' });
  const page = async (seat: Seat) => (await house.call(house.commune.staff[seat].actor, 'GET', `/api/dossiers/${id}`)).body;
  assert.deepEqual((await page('reception'))['reveals'], ['citizen-number', 'phone', 'content']);
  assert.deepEqual((await page('specialist'))['reveals'], []);
  assert.equal((await page('specialist'))['content'], 'Khai sinh, mẹ có số •••• •••• 9902');
  assert.equal((await reveal(id, 'reception', { what: 'phone' })).body['value'], '0900000012');
  assert.equal((await reveal(id, 'reception', { what: 'content' })).body['value'], 'Khai sinh, mẹ có số 003190999902');
});

for (const seat of ['specialist', 'administrator'] as const) {
  test(`a reveal by ${seat}, who does not hold the step, is refused and shows nothing`, async () => {
    const id = await received();
    const answer = await reveal(id, seat);
    assert.deepEqual([answer.status, answer.body['code']], [403, 'privacy.not-holder']);
    assert.deepEqual((await journal(`dossier:${id}`)).map(({ action }) => action), ['dossier.received']);
  });
}

test('a repetition within its minute shows the same and is one line; after the minute it shows nothing', async () => {
  const id = await received();
  const commandId = randomUUID();
  await reveal(id, 'reception', { commandId });
  assert.equal((await reveal(id, 'reception', { commandId })).body['value'], '003190999901');
  house.clock.pass(61_000);
  assert.deepEqual((await reveal(id, 'reception', { commandId })).body['code'], 'privacy.reveal-over');
  assert.equal((await journal(`dossier:${id}`)).filter(({ action }) => action === 'dossier.number-shown').length, 1);
});

test('what the dossier does not have is not there, a purpose that nobody knows is refused', async () => {
  const person = { ...(receptionRequest(house)['person'] as object), phone: null };
  const id = await received({ person });
  assert.equal((await reveal(id, 'reception', { what: 'phone' })).body['code'], 'privacy.nothing-masked');
  assert.equal((await reveal(id, 'reception', { purpose: 'tò mò' })).status, 422);
  assert.equal((await reveal(randomUUID())).body['code'], 'dossier.not-found');
});

test('a person chosen at the counter is whole, and the journal says so', async () => {
  const id = await received();
  const { person_id: person } = await house.database.db.selectFrom('dossier').select('person_id').where('id', '=', id).executeTakeFirstOrThrow();
  const answer = await house.call(house.commune.staff.reception.actor, 'POST', `/api/persons/${String(person)}/reveal`, { commandId: randomUUID() });
  assert.equal(answer.body['citizenNumber'], '003190999901');
  assert.deepEqual((await journal(`person:${String(person)}`)).map(({ action }) => action), ['person.numbers-shown']);
});
