import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { caseRequest, createLinkedHouse, FACTS, type LinkedHouse } from '../../../../test/linked-house.ts';
import { type GroupResponse } from '../contract/linked-case-schemas.ts';

describe('a case of interlinked procedures', () => {
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
  const states = async (id: string) => (await house.read(id)).children.map(({ key, state }) => [key, state]);
  const messageTo = (procedure: string) => {
    const message = house.messages.findLast((one) => one.procedure === procedure);
    assert.ok(message);
    return message;
  };
  const answer = (messageId: string, kind: 'acknowledged' | 'result' | 'refused' | 'supplement' | 'negative', id = `${kind}-1`, number: string | null = 'CA-77', words: string | null = null) => ({ id, messageId, kind, number, words });

  test('is received at once: one dossier under the group’s limit, its code is the case’s, the others wait', async () => {
    const { id, dossierId, code } = await house.receive();
    const read = await house.read(id);
    assert.equal(read.code, code);
    assert.equal(read.dueAt, '2026-11-19T10:00:00.000Z');
    assert.deepEqual(await states(id), [['birth-registration', 'in-progress'], ['residence', 'waiting'], ['health-insurance', 'waiting']]);
    const dossier = (await house.call(house.commune.staff.clerk.actor, 'GET', `/api/dossiers/${dossierId}`)).body as { readonly dueAt: string; readonly procedureCode: string };
    assert.deepEqual([dossier.dueAt, dossier.procedureCode], ['2026-11-17T01:00:00.000Z', '1.001193']);
    assert.equal((await house.exchange())['sent'], 0, 'nothing goes out before the first result');
  });

  test('is offered with the procedure that begins it, due as if it were received now, by what is wished and verified', async () => {
    const offer = async (query: string) => (await house.call(house.commune.staff.reception.actor, 'GET', `/api/linked-groups?${query}`)).body as unknown as GroupResponse;
    const birth = await offer('procedure=1.001193');
    assert.deepEqual([birth.group?.code, birth.group?.dueWords, birth.group?.members.map(({ dueWords }) => dueWords)], [
      'birth', 'trước 17 giờ thứ Năm 19/11', ['trước 8 giờ thứ Ba 17/11', 'trước 17 giờ thứ Năm 19/11', 'trước 17 giờ thứ Năm 19/11', 'trước 17 giờ thứ Tư 25/11'],
    ]);
    assert.equal((await offer('procedure=1.001193&wished=identity-card')).group?.dueWords, 'trước 17 giờ thứ Tư 25/11');
    assert.equal((await offer('procedure=1.001193&verification=1')).group?.dueWords, 'trước 17 giờ thứ Tư 25/11');
    assert.equal((await offer('procedure=1.004873')).group, null);
  });

  test('the receipt promises the whole, and keeps its promise when it is issued anew', async () => {
    const { dossierId } = await house.receive({ linked: { wished: ['identity-card'] } });
    const promised = async () => {
      const { rows } = await house.database.pool.query<{ linked: unknown }>("select view->'linked' as linked from official_paper where dossier_id = $1 and kind = 'receipt' and voided_at is null", [dossierId]);
      return rows.map(({ linked }) => linked);
    };
    const whole = {
      dueAt: Date.parse('2026-11-25T17:00:00+07:00'),
      parts: [
        'Đăng ký thường trú (Công an cấp xã, trước 17 giờ thứ Năm 19/11)', 'Cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi (Bảo hiểm xã hội cơ sở, trước 17 giờ thứ Năm 19/11)',
        'Cấp thẻ căn cước cho trẻ dưới 6 tuổi (Công an cấp xã, trước 17 giờ thứ Tư 25/11)',
      ],
    };
    assert.deepEqual(await promised(), [whole]);
    const again = await house.call(house.commune.staff.reception.actor, 'POST', `/api/dossiers/${dossierId}/papers`, { commandId: house.deps.newId(), kind: 'receipt', reason: 'Giấy bị rách' });
    assert.equal(again.status, 200, JSON.stringify(again.body));
    assert.deepEqual(await promised(), [whole]);
  });

  test('received after 15:00 counts from the next working day, in the case and in its dossier', async () => {
    house.clock.set('2026-11-13T15:30:00+07:00');
    const { id, dossierId } = await house.receive();
    assert.equal((await house.read(id)).dueAt, '2026-11-19T10:00:00.000Z');
    const dossier = (await house.call(house.commune.staff.clerk.actor, 'GET', `/api/dossiers/${dossierId}`)).body as { readonly dueAt: string; readonly trace: readonly string[] };
    assert.equal(dossier.dueAt, '2026-11-17T00:00:00.000Z');
    assert.ok(dossier.trace.some((line) => line.includes('sau 15 giờ')), dossier.trace.join('\n'));
  });

  test('a repeated reception changes nothing, and one that lacks a fact, a group or a member is refused', async () => {
    const { reception } = house.commune.staff;
    const request = caseRequest(house);
    const [first, again] = [await house.call(reception.actor, 'POST', '/api/linked-cases', request), await house.call(reception.actor, 'POST', '/api/linked-cases', request)];
    assert.deepEqual(again, first);
    const refusals: readonly (readonly [object, string])[] = [
      [{ facts: { ...FACTS.birth, householderName: '  ' } }, 'linked-case.fact-missing'],
      [{ groupCode: 'wedding' }, 'linked-case.group-unknown'],
      [{ wished: ['survivor-benefit'] }, 'linked-case.member-unknown'],
      [{ wished: ['residence'] }, 'linked-case.member-unknown'],
    ];
    for (const [linked, code] of refusals) {
      const refused = await house.call(reception.actor, 'POST', '/api/linked-cases', caseRequest(house, { linked }));
      assert.deepEqual([refused.status, refused.body['code']], [422, code]);
    }
    house.clock.set('2027-03-01T08:00:00+07:00');
    const expired = await house.call(reception.actor, 'POST', '/api/linked-cases', caseRequest(house));
    assert.equal(expired.body['code'], 'linked-case.group-unknown');
    house.clock.set('2026-11-16T08:00:00+07:00');
    const noPapers = await house.call(reception.actor, 'POST', '/api/linked-cases', caseRequest(house, { dossier: { delivery: { method: 'post', address: null } } }));
    assert.equal(noPapers.body['code'], 'dossier.delivery-address-missing');
    const rows = await house.database.pool.query<{ count: string }>('select count(*) from linked_case');
    assert.equal((await house.database.pool.query<{ count: string }>('select count(*) from dossier where case_id is not null')).rows[0]?.count, rows.rows[0]?.count, 'a refusal leaves no dossier behind');
  });

  test('with the first result the others begin and are asked, with what was asked once', async () => {
    const { id, code } = await begun();
    assert.deepEqual(await states(id), [['birth-registration', 'finished'], ['residence', 'in-progress'], ['health-insurance', 'in-progress']]);
    assert.deepEqual(await house.exchange(), { sent: 2, failed: 0, answered: 0 });
    const { agency, caseCode, lines } = messageTo('residence');
    assert.deepEqual([agency, caseCode], ['police', code]);
    assert.deepEqual(lines.map(({ name, value }) => `${name}: ${value}`), [
      'Họ và tên: Trần Minh Thử', 'Ngày sinh: 10/11/2026', 'Giới tính: Nam', 'Số giấy khai sinh: 25/2026', 'Nơi đề nghị đăng ký thường trú: Thôn Hoa Phú, xã Hoa Lộc', 'Chủ hộ: Trần Văn Chủ',
      'Họ và tên mẹ: Nguyễn Thị Mẫu', 'Số định danh của mẹ: 003190999901', 'Người nộp: Nguyễn Thị Mẫu', 'Điện thoại: 0900000012',
    ]);
    assert.deepEqual(await house.exchange(), { sent: 0, failed: 0, answered: 0 }, 'nothing is sent twice');
  });

  test('a negative first result stops the others, and nothing is sent', async () => {
    const { id, dossierId } = await house.receive();
    await house.decide(dossierId, 'negative');
    assert.deepEqual(await states(id), [['birth-registration', 'refused'], ['residence', 'stopped'], ['health-insurance', 'stopped']]);
    assert.equal((await house.exchange())['sent'], 0);
    assert.notEqual((await house.read(id)).endedAt, null);
  });

  test('a decision that is taken back lets the others wait again', async () => {
    const { id, dossierId } = await house.receive();
    await house.decide(dossierId, 'negative');
    const reopened = await house.call(house.commune.staff.president.actor, 'POST', `/api/dossiers/${dossierId}/reopen`, { commandId: house.deps.newId(), expectedVersion: 5, reason: 'Nhầm người' });
    assert.equal(reopened.status, 200, JSON.stringify(reopened.body));
    assert.deepEqual(await states(id), [['birth-registration', 'in-progress'], ['residence', 'waiting'], ['health-insurance', 'waiting']]);
  });

  test('a withdrawn dossier ends its child as withdrawn and stops the others', async () => {
    const { id, dossierId } = await house.receive();
    const { reception } = house.commune.staff;
    await house.call(reception.actor, 'POST', `/api/dossiers/${dossierId}/withdrawal`, { commandId: house.deps.newId(), expectedVersion: 1, reason: 'Gia đình khai ở quê' });
    const accepted = await house.call(reception.actor, 'POST', `/api/dossiers/${dossierId}/withdrawal/accept`, { commandId: house.deps.newId(), expectedVersion: 2, note: null });
    assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
    assert.deepEqual(await states(id), [['birth-registration', 'withdrawn'], ['residence', 'stopped'], ['health-insurance', 'stopped']]);
  });

  test('results come one by one and stand there at once; an agency that answers twice changes nothing', async () => {
    const { id } = await begun();
    await house.exchange();
    const [police, insurance] = [messageTo('residence').id, messageTo('health-insurance').id];
    house.answers = [answer(police, 'acknowledged'), answer(police, 'acknowledged'), answer(police, 'result', 'r-1', 'TT-9'), answer(police, 'result', 'r-1', 'TT-9'), answer(police, 'result', 'r-2', 'TT-10')];
    assert.equal((await house.exchange())['answered'], 2);
    assert.equal((await house.exchange())['answered'], 0);
    const residence = await house.child(id, 'residence');
    assert.deepEqual([residence.state, residence.resultNumber, residence.transfer?.externalCode], ['finished', 'TT-9', 'CA-77']);
    assert.equal((await house.read(id)).endedAt, null);
    house.answers = [answer(insurance, 'result', 'b-1', 'BH-1')];
    await house.exchange();
    const read = await house.read(id);
    assert.notEqual(read.endedAt, null);
    assert.deepEqual(read.history.map(({ event }) => event), [
      'case-received', 'child-finished', 'child-started', 'child-started', 'transfer-sent', 'transfer-sent', 'transfer-acknowledged', 'child-finished', 'answer-repeated', 'transfer-acknowledged', 'child-finished',
    ]);
  });

  test('whoever does not acknowledge within two working hours raises an alert, which the list counts', async () => {
    const { id } = await begun();
    await house.exchange();
    const alerts = async () => (await house.call(house.commune.staff.clerk.actor, 'GET', '/api/linked-cases?list=open')).body['items'] as readonly { readonly id: string; readonly alerts: number }[];
    const mine = async () => (await alerts()).find((item) => item.id === id)?.alerts;
    assert.equal(await mine(), 0);
    house.clock.set('2026-11-16T10:00:01+07:00');
    assert.equal(await mine(), 2);
    const { transfer, actions } = await house.child(id, 'residence');
    assert.deepEqual([transfer?.alert, actions], ['unacknowledged', ['repair', 'retry', 'record-result', 'pause', 'withdraw']]);
  });

  test('asks the citizen when an agency lacks something, and sends the supplement on', async () => {
    const { id } = await begun();
    await house.exchange();
    house.answers = [answer(messageTo('health-insurance').id, 'supplement', 's-1', null, 'Chưa chọn nơi khám chữa bệnh')];
    await house.exchange();
    const paused = await house.child(id, 'health-insurance');
    assert.deepEqual([paused.state, paused.pauseReason, paused.answerBy, paused.actions], ['paused', 'supplement', '2026-11-26T10:00:00.000Z', ['resume', 'withdraw']]);
    assert.equal((await house.act(id, 'health-insurance', 'resume', { words: 'Trạm y tế xã' })).status, 200);
    house.answers = [];
    await house.exchange();
    assert.equal(messageTo('health-insurance').kind, 'supplement');
  });

  test('a supplement that does not come within seven working days may be stopped, with the reason', async () => {
    const { id } = await begun();
    await house.exchange();
    house.answers = [answer(messageTo('health-insurance').id, 'supplement', 's-1', null, 'Thiếu')];
    await house.exchange();
    assert.equal((await house.act(id, 'health-insurance', 'stop', { words: 'Không bổ sung' })).body['code'], 'linked-case.action-not-possible');
    house.clock.set('2026-11-27T08:00:00+07:00');
    assert.equal((await house.act(id, 'health-insurance', 'stop')).body['code'], 'linked-case.words-missing');
    assert.equal((await house.act(id, 'health-insurance', 'stop', { words: 'Dừng xử lý do không bổ sung' })).status, 200);
    assert.equal((await house.child(id, 'health-insurance')).state, 'stopped');
  });

  test('a child that is withdrawn is called back from its agency, and the others go on', async () => {
    const { id } = await begun();
    await house.exchange();
    assert.equal((await house.act(id, 'health-insurance', 'withdraw')).body['code'], 'linked-case.words-missing');
    assert.equal((await house.act(id, 'health-insurance', 'withdraw', { words: 'Bé đã có thẻ' })).status, 200);
    await house.exchange();
    assert.deepEqual([messageTo('health-insurance').kind, (await house.child(id, 'health-insurance')).state, (await house.child(id, 'residence')).state], ['withdrawal', 'withdrawn', 'in-progress']);
    assert.equal((await house.act(id, 'health-insurance', 'withdraw', { words: 'Nữa' })).body['code'], 'linked-case.action-not-possible');
  });

  test('a child that is withdrawn before it begins is never asked for', async () => {
    const { id, dossierId } = await house.receive();
    assert.equal((await house.act(id, 'health-insurance', 'withdraw', { words: 'Bé đã có thẻ' })).status, 200);
    await house.decide(dossierId);
    assert.equal((await house.exchange())['sent'], 1);
    assert.equal(house.messages.at(-1)?.procedure, 'residence');
  });
});
