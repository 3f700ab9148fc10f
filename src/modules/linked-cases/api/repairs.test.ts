import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createCommune } from '../../../../test/commune.ts';
import { createLinkedHouse, type LinkedHouse } from '../../../../test/linked-house.ts';
import { listAwaitedTransfers } from '../store/transfer-queue.ts';
import { exchange, takeAnswers } from './exchange.ts';

describe('messages that do not arrive', () => {
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

  const begun = async () => {
    const received = await house.receive();
    await house.decide(received.dossierId);
    return received;
  };
  const broken = () => {
    house.outcome = ({ agency }) => (agency === 'social-insurance' ? { kind: 'fault', fault: 'server-error' } : { kind: 'accepted' });
  };
  const failing = async () => {
    broken();
    const received = await begun();
    for (const minutes of [0, 1, 3, 8, 23, 83, 263]) {
      house.clock.set(new Date(Date.parse('2026-11-16T08:00:00+07:00') + minutes * 60_000).toISOString());
      await house.exchange();
    }
    return received;
  };
  const HAND = { number: 'BG-15/2026', receivedBy: 'Phạm Văn Hiểm', words: 'Bàn giao tại BHXH' };

  test('are tried again later and later, said in words, and given up to a person', async () => {
    const { id } = await failing();
    const { transfer, actions } = await house.child(id, 'health-insurance');
    assert.deepEqual([transfer?.state, transfer?.attempts, transfer?.alert, transfer?.faultWords, actions], ['failed', 7, 'failed', 'Hệ thống của cơ quan nhận đang có lỗi.', ['repair', 'retry', 'withdraw']]);
    assert.equal(house.messages.filter(({ procedure }) => procedure === 'health-insurance').length, 7);
    assert.equal(new Set(house.messages.filter(({ procedure }) => procedure === 'health-insurance').map((message) => message.id)).size, 1, 'always under the same id');
  });

  test('are handed over on paper under a number, once, and the result is written down', async () => {
    const { id } = await failing();
    const { version } = await house.read(id);
    assert.equal((await house.act(id, 'health-insurance', 'repair', { ...HAND, number: ' ' })).body['code'], 'transfer.number-missing');
    const request = { commandId: house.deps.newId(), expectedVersion: version, child: 'health-insurance', action: 'repair', outcome: null, pauseReason: null, ...HAND };
    const { reception } = house.commune.staff;
    const [first, again] = [await house.call(reception.actor, 'POST', `/api/linked-cases/${id}/actions`, request), await house.call(reception.actor, 'POST', `/api/linked-cases/${id}/actions`, request)];
    assert.equal(first.status, 200, JSON.stringify(first.body));
    assert.deepEqual(again, first);
    const stale = await house.call(reception.actor, 'POST', `/api/linked-cases/${id}/actions`, { ...request, commandId: house.deps.newId(), child: 'residence', action: 'withdraw', words: 'Thôi' });
    assert.equal(stale.body['code'], 'linked-case.changed-meanwhile');
    const repaired = await house.read(id);
    assert.equal(repaired.version, version + 1);
    assert.deepEqual(repaired.history.filter(({ event }) => event === 'transfer-repaired').map(({ number, note, actorName }) => [number, note, actorName]), [['BG-15/2026', 'Người nhận: Phạm Văn Hiểm · Bàn giao tại BHXH', 'Lê Thị Nhận']]);
    assert.equal((await house.act(id, 'health-insurance', 'record-result', { outcome: 'positive' })).body['code'], 'linked-case.number-missing');
    assert.equal((await house.act(id, 'health-insurance', 'record-result', { outcome: 'negative' })).body['code'], 'linked-case.words-missing');
    assert.equal((await house.act(id, 'health-insurance', 'record-result', { outcome: 'positive', number: 'BH-2026-1' })).status, 200);
    assert.equal((await house.child(id, 'health-insurance')).resultNumber, 'BH-2026-1');
  });

  test('are sent again when a person says so, and go through when the other side is there again', async () => {
    const { id } = await failing();
    house.outcome = () => ({ kind: 'acknowledged', externalCode: 'BH-5' });
    assert.equal((await house.act(id, 'health-insurance', 'retry')).status, 200);
    assert.deepEqual(await house.exchange(), { sent: 1, failed: 0, answered: 0 });
    assert.deepEqual([(await house.child(id, 'health-insurance')).transfer?.state, (await house.child(id, 'health-insurance')).transfer?.externalCode], ['acknowledged', 'BH-5']);
    assert.equal((await house.act(id, 'health-insurance', 'retry')).body['code'], 'transfer.already-acknowledged');
  });

  test('that the agency does not take are refused with its own words', async () => {
    house.outcome = ({ agency }) => (agency === 'police' ? { kind: 'refused', words: 'Sai tên chủ hộ' } : { kind: 'accepted' });
    const { id } = await begun();
    await house.exchange();
    const { transfer } = await house.child(id, 'residence');
    assert.deepEqual([transfer?.state, transfer?.faultWords, transfer?.alert], ['refused', 'Sai tên chủ hộ', 'refused']);
  });

  test('are sent once by two senders at the same moment', async () => {
    await begun();
    house.messages.length = 0;
    const now = house.clock.now();
    await Promise.all([exchange(house.linked, null, now), exchange(house.linked, null, now), exchange(house.linked, null, now)]);
    assert.equal(house.messages.length, 2);
  });

  test('that a sender took with it when it died are taken up again after two minutes', async () => {
    const { id } = await begun();
    await house.database.pool.query("update agency_transfer set busy_until = '2026-11-16T08:02:00+07:00' where case_id = $1", [id]);
    assert.equal((await house.exchange())['sent'], 0);
    house.clock.set('2026-11-16T08:02:00+07:00');
    assert.equal((await house.exchange())['sent'], 2);
  });

  test('an acknowledgement that comes twice at the same moment counts once', async () => {
    const { id } = await begun();
    await house.exchange();
    const message = house.messages.find(({ procedure }) => procedure === 'residence');
    assert.ok(message);
    const awaited = await listAwaitedTransfers(house.database.db, house.commune.commune.code, 50);
    const answers = [{ id: 'a-1', messageId: message.id, kind: 'acknowledged', number: 'CA-1', words: null }] as const;
    const taken = await Promise.all([1, 2, 3, 4].map(() => takeAnswers(house.linked, awaited, answers, house.clock.now())));
    assert.equal(taken.reduce((sum, one) => sum + one, 0), 1);
    assert.equal((await house.read(id)).history.filter(({ event }) => event === 'transfer-acknowledged').length, 1);
  });

  test('an acknowledgement and a repair at the same moment: one is first, the other is told or keeps the number, and nothing is lost', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id } = await begun();
      await house.exchange();
      house.clock.set('2026-11-16T11:00:00+07:00');
      const message = house.messages.findLast(({ procedure }) => procedure === 'residence');
      assert.ok(message);
      const awaited = await listAwaitedTransfers(house.database.db, house.commune.commune.code, 50);
      const answers = [{ id: 'a-1', messageId: message.id, kind: 'acknowledged', number: 'CA-1', words: null }] as const;
      const acknowledging = () => takeAnswers(house.linked, awaited, answers, house.clock.now());
      const repairing = () => house.act(id, 'residence', 'repair', HAND);
      const [repaired] = round % 2 === 0 ? await Promise.all([repairing(), acknowledging()]) : await Promise.all([acknowledging(), repairing()]).then(([, one]) => [one] as const);
      const { transfer } = await house.child(id, 'residence');
      assert.equal(transfer?.externalCode, 'CA-1');
      assert.equal(transfer.state, repaired.status === 200 ? 'repaired' : 'acknowledged');
      if (repaired.status !== 200) assert.equal(repaired.body['code'], 'transfer.already-acknowledged');
      house.clock.set('2026-11-16T08:00:00+07:00');
    }
  });

  test('a stranger’s commune sees, sends and changes nothing', async () => {
    const other = await createCommune(house.database.db, { now: house.clock.now(), commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', agencyCode: 'H26.10' } });
    const { id } = await begun();
    const { actor } = other.staff.reception;
    assert.equal((await house.call(actor, 'GET', `/api/linked-cases/${id}`)).body['code'], 'linked-case.not-found');
    const list = await house.call(actor, 'GET', '/api/linked-cases?list=open');
    assert.deepEqual([list.body['items'], list.body['open']], [[], 0]);
    const acted = await house.call(actor, 'POST', `/api/linked-cases/${id}/actions`, { commandId: house.deps.newId(), expectedVersion: 2, child: 'residence', action: 'withdraw', outcome: null, pauseReason: null, ...HAND });
    assert.equal(acted.body['code'], 'linked-case.not-found');
    assert.deepEqual((await house.call(actor, 'POST', '/api/linked-cases/exchange', {})).body, { sent: 0, failed: 0, answered: 0 });
  });
});
