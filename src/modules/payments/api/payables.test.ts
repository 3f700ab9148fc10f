import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { followMoney, listPayableDossiers, lockDossier } from '../../dossiers/index.ts';
import { findPayable, findPaymentBySource, listPayableEvents, listPayablesOf, listPaymentsOf, type PayableRow } from '../store/payables.ts';
import { type PayableDeps } from './deps.ts';
import { cancelPayable, changePayable, openPayable, settleFees } from './keep-payable.ts';
import { findPayablesByReference, listOpenPayables } from './listed-payables.ts';
import { recordPayment, type RecordedPayment, noteRefund, reversePayment } from './record-payment.ts';

function got<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

describe('payables of dossiers', () => {
  let house: DossierHouse;
  let deps: PayableDeps;
  before(async () => {
    house = await createDossierHouse();
    deps = { newId: house.deps.newId, randomBytes, lockDossier, dossiersOf: listPayableDossiers, onMoney: (tx, change) => followMoney(house.deps, tx, change), onPayment: () => Promise.resolve({ ok: true, value: undefined }), onMoneyBack: () => Promise.resolve({ ok: true, value: undefined }) };
  });
  after(() => house.close());

  const code = () => house.commune.commune.code;
  const moment = () => ({ communeCode: code(), at: house.clock.now(), actor: { staffId: house.commune.staff.cashier.actor.staffId, name: house.commune.staff.cashier.actor.fullName } });
  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => house.deps.db.transaction().execute(work);
  const receive = async (): Promise<string> => {
    const request = receptionRequest(house);
    const answer = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', request);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return String(request['dossierId']);
  };
  const open = async (amount = 8_000): Promise<PayableRow> => {
    const dossierId = await receive();
    return got(await inTx((tx) => openPayable(deps, tx, { ...moment(), dossierId, purpose: 'fees', amount })));
  };
  const pay = (payable: PayableRow, amount: number, source = `statement-line:${randomUUID()}`) =>
    inTx((tx) => recordPayment(deps, tx, { ...moment(), payableId: payable.id, method: 'transfer', amount, paidAt: house.clock.now(), source }));
  const money = async (dossierId: string | null) => (await house.database.db.selectFrom('dossier').select(['money_state', 'version', 'state']).where('id', '=', dossierId ?? '').executeTakeFirstOrThrow());

  test('a payable makes its dossier owe money, and the payment that covers it makes the dossier paid, in one transaction', async () => {
    const payable = await open();
    assert.match(payable.reference, /^XS[A-Z2-9]{9}$/u);
    assert.equal((await money(payable.dossier_id)).money_state, 'due');
    const done = got(await pay(payable, 8_000));
    assert.deepEqual([done.outcome, done.fit, done.state, done.missing, done.surplus], ['recorded', 'exact', 'paid', 0, 0]);
    assert.equal((await money(payable.dossier_id)).money_state, 'paid');
    const { rows: topics } = await house.database.owner.pool.query<{ topic: string }>("select topic from outbox where payload ->> 'payableId' = $1", [payable.id]);
    assert.deepEqual(topics.map(({ topic }) => topic).toSorted(), ['PayableOpened', 'PayablePaid', 'PaymentRecorded']);
    assert.deepEqual((await listPayableEvents(house.deps.db, code(), payable.id)).map(({ kind, state }) => `${kind} ${state}`), ['opened open', 'recorded paid']);
  });

  test('one đồng less leaves dossier and payable owing', async () => {
    const payable = await open();
    assert.equal(got(await pay(payable, 7_999)).missing, 1);
    assert.equal((await money(payable.dossier_id)).money_state, 'due');
    assert.equal(got(await pay(payable, 1)).fit, 'exact');
  });

  test('a source that comes again changes nothing, also under another payable, and says which payment has it', async () => {
    const [one, other] = [await open(), await open()];
    const source = `statement-line:${randomUUID()}`;
    const first = got(await pay(one, 8_000, source));
    for (const again of [await pay(one, 8_000, source), await pay(other, 8_000, source)]) {
      const { outcome, paymentId, payableId } = got(again);
      assert.deepEqual([outcome, paymentId, payableId], ['known', first.paymentId, one.id]);
    }
    assert.equal((await findPayable(house.deps.db, code(), other.id))?.paid, 0);
  });

  test('told twice at once by ten callers it is recorded once', async () => {
    const [one, other] = [await open(), await open()];
    const source = `provider:test:${randomUUID()}`;
    const done = await Promise.all(Array.from({ length: 10 }, (_, index) => pay(index % 2 === 0 ? one : other, 8_000, source)));
    assert.equal(done.map(got).filter(({ outcome }) => outcome === 'recorded').length, 1);
    assert.ok((await findPaymentBySource(house.deps.db, code(), source)) !== undefined);
    const paid = [await findPayable(house.deps.db, code(), one.id), await findPayable(house.deps.db, code(), other.id)].map((row) => row?.paid ?? 0);
    assert.deepEqual(paid.toSorted((a, b) => a - b), [0, 8_000]);
  });

  test('payments from many sides at once are all kept, and the payable knows their sum', async () => {
    const payable = await open(10_000);
    const done: readonly RecordedPayment[] = (await Promise.all(Array.from({ length: 10 }, () => pay(payable, 1_500)))).map(got);
    assert.equal(done.filter(({ fit }) => fit === 'over').length, 1, 'one of them covers it');
    const row = await findPayable(house.deps.db, code(), payable.id);
    assert.deepEqual([row?.state, row?.paid], ['paid', 15_000]);
    assert.equal((await listPaymentsOf(house.deps.db, code(), payable.id)).length, 10);
  });

  test('money for a cancelled payable is kept as a surplus, and paid back with a voucher', async () => {
    const payable = await open();
    got(await inTx((tx) => cancelPayable(deps, tx, { ...moment(), payableId: payable.id, reason: 'Ghi nhầm' })));
    assert.equal((await money(payable.dossier_id)).money_state, 'none');
    const done = got(await pay(payable, 8_000));
    assert.deepEqual([done.fit, done.state, done.surplus], ['not-due', 'cancelled', 8_000]);
    const refund = { ...moment(), payableId: payable.id, amount: 8_000, method: 'transfer', evidence: 'UNC 17', reason: 'Nộp nhầm', by: { staffId: house.commune.staff.cashier.id, name: 'Thủ quỹ' } } as const;
    assert.equal(got(await inTx((tx) => noteRefund(deps, tx, refund))).refunded, 8_000);
    assert.equal((await money(payable.dossier_id)).money_state, 'refunded');
    const again = await inTx((tx) => noteRefund(deps, tx, refund));
    assert.equal(again.ok ? '' : again.problem.code, 'payable.refund-too-much');
  });

  test('a payment that is reversed opens its payable again; it is reversed once', async () => {
    const payable = await open();
    const { paymentId } = got(await pay(payable, 8_000));
    const reverse = () => inTx((tx) => reversePayment(deps, tx, { ...moment(), paymentId, reason: 'Ghi nhầm hồ sơ' }));
    const both = await Promise.all([reverse(), reverse()]);
    assert.equal(both.filter(({ ok }) => ok).length, 1, 'two at once: one');
    assert.equal((await findPayable(house.deps.db, code(), payable.id))?.state, 'open');
    assert.equal((await money(payable.dossier_id)).money_state, 'due');
  });

  test('the payable of a dossier’s fees follows them: opened, changed, cancelled, and one at a time', async () => {
    const dossierId = await receive();
    const settle = (total: number) => inTx((tx) => settleFees(deps, tx, { ...moment(), dossierId, total }));
    assert.equal(got(await settle(0)), undefined);
    await Promise.all([settle(8_000), settle(8_000)].map(async (one) => got(await one)));
    assert.equal((await listPayablesOf(house.deps.db, code(), dossierId)).length, 1);
    assert.equal(got(await settle(12_000))?.amount, 12_000);
    assert.equal(got(await settle(0)), undefined);
    assert.equal((await money(dossierId)).money_state, 'none');
    assert.equal(got(await settle(5_000))?.state, 'open');
    const second = await inTx((tx) => openPayable(deps, tx, { ...moment(), dossierId, purpose: 'fees', amount: 1 }));
    assert.equal(second.ok ? '' : second.problem.code, 'payable.open-already');
  });

  test('that asks for more after it was paid is open for the difference', async () => {
    const payable = await open();
    got(await pay(payable, 8_000));
    got(await inTx((tx) => changePayable(deps, tx, { ...moment(), payableId: payable.id, amount: 12_000 })));
    const [found] = await findPayablesByReference(deps, house.deps.db, code(), [payable.reference]);
    assert.deepEqual([found?.state, found?.missing, found?.payerName], ['open', 4_000, 'Nguyễn Thị Mẫu']);
    assert.ok((await listOpenPayables(deps, house.deps.db, code())).some(({ id, dossierCode }) => id === payable.id && dossierCode !== null));
  });

  test('what nobody knows is refused by name', async () => {
    const missing = await inTx((tx) => recordPayment(deps, tx, { ...moment(), payableId: randomUUID(), method: 'cash', amount: 1, paidAt: house.clock.now(), source: `counter:${randomUUID()}` }));
    assert.equal(missing.ok ? '' : missing.problem.code, 'payable.not-found');
    const unknown = await inTx((tx) => reversePayment(deps, tx, { ...moment(), paymentId: randomUUID(), reason: 'x' }));
    assert.equal(unknown.ok ? '' : unknown.problem.code, 'payment.not-found');
  });
});
