import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createLinkedHouse, type LinkedHouse } from '../../../../test/linked-house.ts';
import { tellTrouble } from '../api/tell-trouble.ts';
import { tellUnacknowledged } from './tell-unacknowledged.ts';

describe('trouble with messages to other agencies', () => {
  let house: LinkedHouse;
  before(async () => {
    house = await createLinkedHouse();
  });
  after(() => house.close());
  beforeEach(async () => {
    house.clock.set('2026-11-16T08:00:00+07:00');
    house.outcome = () => ({ kind: 'accepted' });
    house.answers = [];
    await house.database.owner.pool.query('truncate outbox cascade');
  });

  const begun = async () => {
    const received = await house.receive();
    await house.decide(received.dossierId);
    await house.database.owner.pool.query('truncate outbox cascade');
    return received;
  };
  const raise = () => tellUnacknowledged(
    { db: house.deps.db, tell: (tx, found, transfer, at) => tellTrouble(house.linked, tx, found, transfer, 'transfer-unacknowledged', null, at) },
    house.clock.now(), new AbortController().signal,
  );
  const told = async (id: string) => {
    const { rows } = await house.database.pool.query<{ payload: { kind: string; key: string; to: string[]; facts: Record<string, string> } }>("select payload from outbox where topic = 'StaffNotice' and payload->'facts'->>'caseId' = $1", [id]);
    return rows.map(({ payload }) => payload);
  };
  const alerts = async (id: string) => (await house.read(id)).history.filter(({ event }) => event === 'transfer-unacknowledged').map(({ child }) => child);

  test('an agency that does not acknowledge within two working hours is an alert to whoever received the case, once', async () => {
    const { id } = await begun();
    await house.exchange();
    house.clock.set('2026-11-16T10:00:00+07:00');
    await raise();
    assert.deepEqual(await alerts(id), [], 'the two hours are not over');
    house.clock.set('2026-11-16T10:01:00+07:00');
    await raise();
    await raise();
    assert.deepEqual(await alerts(id), ['Đăng ký thường trú', 'Cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi']);
    const notices = await told(id);
    assert.deepEqual(notices.map(({ kind, to, facts }) => [kind, to, facts['by'], facts['dueAt']]).toSorted(), [
      ['transfer-unacknowledged', [house.commune.staff.reception.actor.staffId], 'Bảo hiểm xã hội cơ sở', '2026-11-16T03:00:00.000Z'],
      ['transfer-unacknowledged', [house.commune.staff.reception.actor.staffId], 'Công an cấp xã', '2026-11-16T03:00:00.000Z'],
    ]);
    assert.equal(new Set(notices.map(({ key }) => key)).size, 2);
  });

  test('sent again and again not acknowledged, it is another alert; acknowledged meanwhile, it is none', async () => {
    const { id } = await begun();
    await house.exchange();
    house.clock.set('2026-11-16T10:01:00+07:00');
    await raise();
    assert.equal((await house.act(id, 'residence', 'retry')).status, 200);
    house.outcome = ({ agency }) => (agency === 'police' ? { kind: 'accepted' } : { kind: 'acknowledged', externalCode: 'BH-1' });
    assert.equal((await house.act(id, 'health-insurance', 'retry')).status, 200);
    await house.exchange();
    house.clock.set('2026-11-16T17:00:00+07:00');
    await raise();
    assert.deepEqual(await alerts(id), ['Đăng ký thường trú', 'Cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi', 'Đăng ký thường trú']);
    assert.equal(new Set((await told(id)).map(({ key }) => key)).size, 3);
  });

  test('a message that was refused, or given up after its last try, is told with the reason in words', async () => {
    house.outcome = ({ agency }) => (agency === 'police' ? { kind: 'refused', words: 'Không có chủ hộ này' } : { kind: 'fault', fault: 'not-connected' });
    const { id } = await begun();
    await house.exchange();
    assert.deepEqual((await told(id)).map(({ kind, facts }) => [kind, facts['words'], facts['applicant']]).toSorted(), [
      ['transfer-failed', 'Xã chưa kết nối với hệ thống của cơ quan này. Hãy bàn giao bằng giấy.', 'Trần Minh Thử'],
      ['transfer-refused', 'Không có chủ hộ này', 'Trần Minh Thử'],
    ]);
  });
});
