import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type SavedFiltersResponse } from '../contract/saved-filter-schemas.ts';
import { MOST_SAVED_FILTERS } from '../domain/decide-saved-filter.ts';

let house: DossierHouse;
let stranger: TestCommune;
before(async () => {
  house = await createDossierHouse();
  stranger = await createCommune(house.database.db, { commune: { code: '16073', name: 'Vạn Lộc', agencyCode: 'H56.15' } });
});
beforeEach(() => house.database.owner.pool.query('delete from saved_filter'));
after(() => house.close());

const request = (change: Readonly<Record<string, unknown>> = {}) => ({ commandId: randomUUID(), name: 'Hộ tịch tại quầy', list: 'new', filter: { field: 'Hộ tịch', channel: 'counter' }, unitId: null, ...change });
const post = (actor: StaffActor, url: string, body: object) => house.call(actor, 'POST', url, body);
async function saved(actor: StaffActor, change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const answer = await post(actor, '/api/saved-filters', request(change));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return String(answer.body['id']);
}
const listOf = async (actor: StaffActor) => ((await house.call(actor, 'GET', '/api/saved-filters')).body as unknown as SavedFiltersResponse).items;

test('a saved filter stands in the owner’s list with the number of dossiers that the list itself shows under it', async () => {
  const { reception, specialist } = house.commune.staff;
  for (const channel of ['counter', 'post', 'counter']) {
    assert.equal((await post(reception.actor, '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873', channel }))).status, 200);
  }
  await saved(reception.actor);
  await saved(reception.actor, { name: 'Còn hạn', filter: { time: 'later' } });
  await saved(reception.actor, { name: 'Tất cả qua bưu chính', list: 'all', filter: { channel: 'post' } });
  const items = await listOf(reception.actor);
  assert.deepEqual(items.map(({ name, count }) => [name, count]), [['Còn hạn', 3], ['Hộ tịch tại quầy', 2], ['Tất cả qua bưu chính', null]]);
  const shown = await house.call(reception.actor, 'GET', '/api/dossiers?list=new&field=H%E1%BB%99%20t%E1%BB%8Bch&channel=counter');
  assert.equal(shown.body['found'], 2);
  assert.deepEqual(await listOf(specialist.actor), []);
});

test('a head shares a filter with the unit; everybody in it sees it, only the head changes it, and other units do not', async () => {
  const { 'unit-head': head, reception, specialist } = house.commune.staff;
  const id = await saved(head.actor, { unitId: house.commune.units.centre.id });
  const seen = await listOf(reception.actor);
  assert.deepEqual(seen.map(({ id: one, mayChange, unitName }) => [one, mayChange, unitName]), [[id, false, house.commune.units.centre.name]]);
  assert.deepEqual(await listOf(specialist.actor), []);
  assert.equal((await post(reception.actor, `/api/saved-filters/${id}/remove`, { commandId: randomUUID() })).body['code'], 'filter.not-yours');
  assert.equal((await post(specialist.actor, `/api/saved-filters/${id}/remove`, { commandId: randomUUID() })).body['code'], 'filter.not-found');
  assert.equal((await post(reception.actor, '/api/saved-filters', request({ unitId: house.commune.units.centre.id }))).body['code'], 'filter.not-your-unit');
  assert.equal((await post(head.actor, `/api/saved-filters/${id}/rename`, { commandId: randomUUID(), name: 'Của quầy' })).status, 200);
  assert.deepEqual((await listOf(reception.actor)).map(({ name }) => name), ['Của quầy']);
});

test('names are refused when bad or taken, in whatever case; the own name may change its case', async () => {
  const { reception } = house.commune.staff;
  const id = await saved(reception.actor);
  const code = async (change: Readonly<Record<string, unknown>>) => (await post(reception.actor, '/api/saved-filters', request(change))).body['code'];
  assert.equal(await code({ name: '  ' }), 'filter.name-bad');
  assert.equal(await code({ name: 'HỘ TỊCH TẠI QUẦY' }), 'filter.name-taken');
  assert.equal(await code({ name: 'Khác', filter: {} }), 'filter.empty');
  await saved(reception.actor, { name: 'Khác' });
  assert.equal((await post(reception.actor, `/api/saved-filters/${id}/rename`, { commandId: randomUUID(), name: 'khác' })).body['code'], 'filter.name-taken');
  assert.equal((await post(reception.actor, `/api/saved-filters/${id}/rename`, { commandId: randomUUID(), name: 'HỘ TỊCH tại quầy' })).status, 200);
});

test(`somebody keeps ${String(MOST_SAVED_FILTERS)} filters and not one more, also when two are saved at once`, async () => {
  const { reception } = house.commune.staff;
  for (let n = 1; n < MOST_SAVED_FILTERS; n += 1) await saved(reception.actor, { name: `Số ${String(n)}` });
  const last = await Promise.all(['a', 'b'].map((name) => post(reception.actor, '/api/saved-filters', request({ name }))));
  assert.deepEqual(last.map(({ body }) => body['code'] ?? 'done').toSorted(), ['done', 'filter.too-many']);
  assert.equal((await listOf(reception.actor)).length, MOST_SAVED_FILTERS);
});

test('a repetition of saving and removing answers the same and does nothing twice', async () => {
  const { reception } = house.commune.staff;
  const saving = request();
  const first = await post(reception.actor, '/api/saved-filters', saving);
  assert.deepEqual((await post(reception.actor, '/api/saved-filters', saving)).body, first.body);
  const removing = { commandId: randomUUID() };
  const url = `/api/saved-filters/${String(first.body['id'])}/remove`;
  assert.equal((await post(reception.actor, url, removing)).status, 200);
  assert.equal((await post(reception.actor, url, removing)).status, 200);
  assert.deepEqual(await listOf(reception.actor), []);
  assert.equal((await post(reception.actor, url, { commandId: randomUUID() })).body['code'], 'filter.not-found');
});

test('another commune sees nothing of it', async () => {
  const id = await saved(house.commune.staff.reception.actor);
  assert.deepEqual(await listOf(stranger.staff.reception.actor), []);
  assert.equal((await post(stranger.staff.president.actor, `/api/saved-filters/${id}/remove`, { commandId: randomUUID() })).body['code'], 'filter.not-found');
});
