import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createLinkedHouse, FACTS, type LinkedHouse } from '../../../../test/linked-house.ts';
import { type CaseListResponse } from '../contract/linked-case-schemas.ts';

describe('the list of cases', () => {
  let house: LinkedHouse;
  before(async () => {
    house = await createLinkedHouse();
  });
  after(() => house.close());
  beforeEach(() => {
    house.clock.set('2026-11-16T08:00:00+07:00');
    house.messages.length = 0;
    house.outcome = () => ({ kind: 'accepted' });
    house.answers = [];
  });

  const list = async (query: string) => {
    const answer = await house.call(house.commune.staff.clerk.actor, 'GET', `/api/linked-cases?${query}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body as unknown as CaseListResponse;
  };
  const begun = async (change: Parameters<LinkedHouse['receive']>[0] = {}) => {
    const received = await house.receive(change);
    await house.decide(received.dossierId);
    return received;
  };

  test('shows what the agencies did not take first, then what is late, then what is due next, with counts by kind', async () => {
    const quiet = await begun();
    await house.exchange();
    house.answers = house.messages.map((message) => ({ id: 'a', messageId: message.id, kind: 'acknowledged', number: null, words: null }));
    await house.exchange();
    house.answers = [];
    const late = await house.receive();
    house.clock.set('2026-11-18T08:00:00+07:00');
    const later = await house.receive();
    house.outcome = ({ agency }) => (agency === 'police' ? { kind: 'refused', words: 'Sai tên chủ hộ' } : { kind: 'accepted' });
    const refused = await begun();
    await house.exchange();
    const { items, failing, unacknowledged, late: lateOnes, alerts, open } = await list('list=open');
    assert.deepEqual(items.map(({ id }) => id), [refused.id, late.id, quiet.id, later.id]);
    assert.deepEqual(items.map((item) => [item.failing, item.late, item.timeState]), [[1, 0, 'in-time'], [0, 1, 'near'], [0, 0, 'near'], [0, 0, 'in-time']]);
    assert.deepEqual([open, alerts, failing, unacknowledged, lateOnes], [4, 2, 1, 0, 1]);
    const counted = (await house.call(house.commune.staff.clerk.actor, 'GET', '/api/linked-cases/count')).body;
    assert.deepEqual(counted, { open: 4, alerts: 2, failing: 1, unacknowledged: 0, late: 1 });
  });

  test('counts a message that was not acknowledged in time, and no more once the agency called the result in', async () => {
    const { id } = await begun();
    await house.exchange();
    house.clock.set('2026-11-16T10:00:01+07:00');
    const mine = async () => (await list('list=open')).items.find((item) => item.id === id);
    assert.deepEqual([(await mine())?.unacknowledged, (await mine())?.alerts], [2, 2]);
    assert.equal((await house.act(id, 'residence', 'record-result', { outcome: 'positive', number: 'TT-1' })).status, 200);
    assert.equal((await mine())?.unacknowledged, 1);
    assert.deepEqual((await house.child(id, 'residence')).actions, []);
  });

  test('is read page by page without losing or repeating one, and refuses a place that is none', async () => {
    await house.database.pool.query('update linked_case set due_at = $1', [new Date('2026-11-30T10:00:00Z')]);
    const whole = (await list('list=open')).items;
    const seen: string[] = [];
    for (const { id, dueAt } of whole) {
      seen.push(id);
      const haste = whole.find((item) => item.id === id);
      const rank = (haste?.failing ?? 0) + (haste?.unacknowledged ?? 0) > 0 ? 0 : (haste?.late ?? 0) > 0 ? 1 : 2;
      const rest = await list(`list=open&after=${String(rank)}_${dueAt}_${id}`);
      assert.deepEqual(rest.items.map((item) => item.id), whole.map((item) => item.id).filter((one) => !seen.includes(one)));
    }
    const refused = await house.call(house.commune.staff.clerk.actor, 'GET', '/api/linked-cases?list=open&after=yesterday');
    assert.deepEqual([refused.status, refused.body['code']], [422, 'request.invalid']);
  });

  test('a householder’s name that the police did not find is corrected once, and what is sent again carries it', async () => {
    house.outcome = ({ agency, lines }) => (agency === 'police' && !lines.some(({ value }) => value === 'Trần Văn Đúng') ? { kind: 'refused', words: 'Không có chủ hộ này' } : { kind: 'accepted' });
    const { id } = await begun();
    await house.exchange();
    assert.equal((await house.child(id, 'residence')).transfer?.state, 'refused');
    const { reception } = house.commune.staff;
    const correct = async (facts: object, version?: number) =>
      house.call(reception.actor, 'POST', `/api/linked-cases/${id}/facts`, { commandId: house.deps.newId(), expectedVersion: version ?? (await house.read(id)).version, facts });
    assert.equal((await correct({ ...FACTS.birth, householderName: ' ' })).body['code'], 'linked-case.fact-missing');
    assert.equal((await correct({ ...FACTS.birth, subjectBirthDate: '2026-02-30' })).body['code'], 'linked-case.fact-wrong');
    assert.equal((await correct({ ...FACTS.birth, motherNumber: '12' })).body['code'], 'linked-case.fact-wrong');
    assert.equal((await correct({ ...FACTS.birth, householderName: 'Trần Văn Đúng' }, 1)).body['code'], 'linked-case.changed-meanwhile');
    assert.equal((await correct({ ...FACTS.birth, householderName: 'Trần Văn Đúng' })).status, 200);
    assert.equal((await house.act(id, 'residence', 'retry')).status, 200);
    await house.exchange();
    const residence = await house.child(id, 'residence');
    assert.deepEqual([residence.transfer?.state, residence.request.find(({ name }) => name === 'Chủ hộ')?.value, residence.request.find(({ name }) => name === 'Giới tính')?.value], ['sent', 'Trần Văn Đúng', 'Nam']);
    assert.equal(house.messages.at(-1)?.lines.find(({ name }) => name === 'Điện thoại')?.value, '0900000012', 'what was not asked here stays');
    assert.deepEqual((await house.read(id)).history.filter(({ event }) => event === 'facts-corrected').map(({ note, actorName }) => [note, actorName]), [['Chủ hộ nơi bé sẽ thường trú: Trần Văn Chủ → Trần Văn Đúng', 'Lê Thị Nhận']]);
  });
});
