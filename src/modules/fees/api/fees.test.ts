import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type FeesResponse, type PreviewResponse, type RatesResponse } from '../contract/fee-schemas.ts';

const NOTHING = { items: [], claims: [], eventDay: null };
const IN_TIME = { ...NOTHING, eventDay: '2026-11-20' };
const WITH_COPY = { ...IN_TIME, items: [{ code: 'extra-extract-copy', quantity: 1, pages: null }] };

describe('fees', () => {
  let house: DossierHouse;
  before(async () => { house = await createDossierHouse(); });
  after(() => house.close());

  const reception = () => house.commune.staff.reception.actor;
  const receive = async (fees: unknown, change: object = {}) => {
    const request = receptionRequest(house, { ...(fees === undefined ? {} : { fees }), ...change });
    const answer = await house.call(reception(), 'POST', '/api/dossiers', request);
    return { ...answer, id: String(request['dossierId']), request };
  };
  const feesOf = async (id: string) => (await house.call(reception(), 'GET', `/api/dossiers/${id}/fees`)).body as unknown as FeesResponse;
  const change = (id: string, body: object, actor = reception()) => house.call(actor, 'POST', `/api/dossiers/${id}/fees`, { commandId: randomUUID(), expectedVersion: 1, reason: 'Đếm lại', paidKnown: false, fees: WITH_COPY, ...body });
  const enter = (body: object) => house.call(house.commune.staff.administrator.actor, 'POST', '/api/fee-rates', {
    commandId: randomUUID(), code: 'civil-status:1.001193', kind: 'state-charge', unit: 'case', label: '', amount: 5_000, basis: 'Nghị quyết 1/2026/NQ-HĐND', validFrom: '2026-01-01', ...body,
  });

  test('are written with the reception: a birth in time with a copy, and what is to be paid is told in the same transaction', async () => {
    const { status, id } = await receive(WITH_COPY);
    assert.equal(status, 200);
    const fees = await feesOf(id);
    assert.deepEqual(fees.lines.map(({ code, before: price, amount }) => [code, price, amount]), [['civil-status:1.001193', 0, 0], ['extra-extract-copy', 8_000, 8_000]]);
    assert.match(fees.lines[0]?.zeroReason ?? '', /60\/2014\/QH13/);
    assert.deepEqual([fees.version, fees.total, fees.pending, fees.mayChange], [1, 8_000, [], true]);
    const told = house.fees.assessed.at(-1);
    assert.deepEqual([told?.dossierId, told?.total, told?.actor.staffId], [id, 8_000, reception().staffId]);
  });

  test('a reception that says nothing of fees charges what is certain, and names what is missing', async () => {
    const fees = await feesOf((await receive(undefined)).id);
    assert.deepEqual([fees.lines, fees.total, fees.pending.map(({ missing }) => missing)], [[], 0, ['event-day']]);
  });

  test('a wrong quantity refuses the whole reception, with its place, and nothing is written', async () => {
    const { status, body, id } = await receive({ ...IN_TIME, items: [{ code: 'extra-extract-copy', quantity: -1, pages: null }] });
    assert.deepEqual([status, body['code'], (body['faults'] as readonly { readonly field: string }[])[0]?.field], [422, 'fees.quantity-wrong', 'fees.items.0.quantity']);
    assert.equal((await house.call(reception(), 'GET', `/api/dossiers/${id}`)).status, 404);
  });

  test('a reception that is sent again is told to the payments once', async () => {
    const first = await receive(WITH_COPY);
    const count = house.fees.assessed.length;
    const again = await house.call(reception(), 'POST', '/api/dossiers', first.request);
    assert.deepEqual([again.status, house.fees.assessed.length], [200, count]);
  });

  test('are changed with a reason by reception or the cashier, and every state stays in the history', async () => {
    const { id } = await receive(IN_TIME);
    assert.equal((await change(id, { reason: ' ' })).body['code'], 'fees.reason-missing');
    const changed = await change(id, {}, house.commune.staff.cashier.actor);
    assert.deepEqual([changed.status, changed.body], [200, { version: 2, total: 8_000 }]);
    const { history, lines } = await feesOf(id);
    assert.deepEqual(history.map(({ version, totalBefore, total, reason, by }) => [version, totalBefore, total, reason, by]), [
      [2, 0, 8_000, 'Đếm lại', house.commune.staff.cashier.actor.fullName], [1, null, 0, null, reception().fullName],
    ]);
    assert.equal(lines.length, 2);
    assert.deepEqual([house.fees.assessed.at(-1)?.dossierId, house.fees.assessed.at(-1)?.total], [id, 8_000]);
    const { rows } = await house.database.owner.pool.query<{ action: string; topic: string }>(
      `select j.action, (select topic from outbox where payload ->> 'dossierId' = $1 order by created_at desc limit 1) as topic from journal j where j.object = 'dossier:' || $1 and j.action like 'fees.%'`, [id]);
    assert.deepEqual(rows.map(({ action }) => action), ['fees.changed']);
  });

  test('nobody else changes them', async () => {
    const { id } = await receive(IN_TIME);
    for (const actor of [house.commune.staff.specialist.actor, house.commune.staff.clerk.actor]) assert.equal((await change(id, {}, actor)).status, 403);
    assert.equal((await change(randomUUID(), {})).body['code'], 'fees.dossier-not-found');
  });

  test('of two changes at once one is done and the other is told', async () => {
    const { id } = await receive(IN_TIME);
    const [one, other] = await Promise.all([change(id, {}), change(id, { fees: { ...IN_TIME, items: [{ code: 'extra-extract-copy', quantity: 2, pages: null }] } })]);
    assert.deepEqual([one.status, other.status].toSorted(), [200, 409]);
    assert.equal([one, other].find(({ status }) => status === 409)?.body['code'], 'fees.changed-meanwhile');
    assert.equal((await feesOf(id)).version, 2);
  });

  test('after a payment a change must know of it, and never goes below what was paid', async () => {
    const { id } = await receive(WITH_COPY);
    house.fees.paid.set(id, 8_000);
    const two = { ...IN_TIME, items: [{ code: 'extra-extract-copy', quantity: 2, pages: null }] };
    assert.equal((await change(id, { fees: two })).body['code'], 'fees.paid-already');
    assert.equal((await change(id, { fees: IN_TIME, paidKnown: true })).body['code'], 'fees.below-paid');
    assert.deepEqual((await change(id, { fees: two, paidKnown: true })).body, { version: 2, total: 16_000 });
    assert.equal((await feesOf(id)).paid, 8_000);
  });

  test('an amount of the province holds from its day on, and dossiers of before keep what they were told', async () => {
    const before_ = await receive({ ...NOTHING, eventDay: '2026-01-05' });
    assert.deepEqual((await feesOf(before_.id)).pending.map(({ missing }) => missing), ['rate']);
    assert.equal((await enter({ amount: 9_000, validFrom: '2026-12-01' })).status, 200);
    assert.equal((await enter({})).status, 200);
    const rates = (await house.call(house.commune.staff.administrator.actor, 'GET', '/api/fee-rates')).body as unknown as RatesResponse;
    const birth = rates.rates.find(({ code }) => code === 'civil-status:1.001193');
    assert.deepEqual([birth?.today, birth?.entries.map(({ amount, validFrom }) => [amount, validFrom])], [5_000, [[5_000, '2026-01-01'], [9_000, '2026-12-01']]]);
    assert.equal((await feesOf((await receive({ ...NOTHING, eventDay: '2026-01-05' })).id)).total, 5_000);
    assert.deepEqual((await feesOf(before_.id)).pending.map(({ missing }) => missing), ['rate']);
    assert.equal((await change(before_.id, { fees: { ...NOTHING, eventDay: '2026-01-05' }, reason: 'Đã có mức của tỉnh' })).body['total'], 5_000);
  });

  test('amounts that nobody sets here, fractions and other people are refused', async () => {
    assert.deepEqual([(await enter({ code: 'certified-copy' })).body['code'], (await enter({ amount: 1.5 })).body['code'], (await enter({ basis: '' })).body['code']], ['fees.rate-unknown', 'fees.amount-wrong', 'fees.basis-missing']);
    assert.equal((await house.call(reception(), 'POST', '/api/fee-rates', { commandId: randomUUID(), code: 'civil-status:1.001193', kind: 'state-charge', unit: 'case', label: '', amount: 1, basis: 'x', validFrom: '2026-01-01' })).status, 403);
    assert.equal((await enter({ code: 'procedure:9.000001', label: ' ' })).body['code'], 'fees.label-missing');
  });

  test('the preview answers what reception would write, with what may be claimed', async () => {
    const preview = (fees: object, procedureCode = '1.001193') => house.call(reception(), 'POST', '/api/fees/preview', { procedureCode, channel: 'counter', day: null, filedOn: null, fees });
    const { body } = await preview(WITH_COPY);
    const { total, options } = body as unknown as PreviewResponse;
    assert.deepEqual([total, options.event, options.charges.map(({ code }) => code)], [8_000, 'Ngày sinh', ['civil-status:1.001193', 'extra-extract-copy']]);
    assert.ok(options.exemptions.some(({ code }) => code === 'civil-status-poor') && !options.exemptions.some(({ code }) => code.startsWith('digital')), 'an online exemption is not offered at the counter');
    assert.equal((await preview({ ...IN_TIME, claims: [{ exemption: 'civil-status-poor', percent: null, proof: '' }] })).body['code'], 'fees.proof-missing');
    assert.equal((await preview(NOTHING, '7.777777')).body['code'], 'fees.procedure-unknown');
  });

  test('the database refuses a line of less without its rule, a nought without its reason, and a changed history', async () => {
    const { id } = await receive(WITH_COPY);
    const statements = [
      [`update fee_line set amount = 1 where dossier_id = '${id}' and position = 1`, /fee_line_exemption/],
      [`update fee_line set amount = 0 where dossier_id = '${id}' and position = 1`, /fee_line_exemption|fee_line_zero/],
      [`update fee_line set before = 9000 where dossier_id = '${id}' and position = 1`, /fee_line_before/],
    ] as const;
    for (const [statement, refusal] of statements) await assert.rejects(house.database.owner.pool.query(statement), refusal);
    for (const statement of [`update fee_change set total = 1`, 'delete from fee_change', 'update fee_rate set amount = 1', 'delete from fee_rate', 'delete from fee_online_exemption']) {
      await assert.rejects(house.database.pool.query(statement), /permission denied/, statement);
    }
  });
});
