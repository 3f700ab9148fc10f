import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decideCancel, decideCash, decideChange, decideOpen, decideRecord, decideRefunded, decideReverse } from './decide-payable.ts';
import { missingOf, moneyStateOf, type PayableStanding, surplusOf } from './payable.ts';

const OPEN: PayableStanding = { state: 'open', amount: 8_000, paid: 0, refunded: 0 };
const PAID: PayableStanding = { ...OPEN, state: 'paid', paid: 8_000 };
const GONE: PayableStanding = { ...OPEN, state: 'cancelled' };
const codeOf = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }): string => result.problem?.code ?? 'done';
const recorded = (payable: PayableStanding, amount: number) => {
  const decided = decideRecord(payable, amount);
  assert.ok(decided.ok);
  return decided.value;
};

describe('a payable', () => {
  test('asks for whole đồng from 1 to ten thousand million', () => {
    assert.deepEqual(decideOpen(8_000), { ok: true, value: OPEN });
    for (const amount of [0, -1, 0.5, Number.NaN, 10_000_000_001, Number.MAX_VALUE]) assert.equal(codeOf(decideOpen(amount)), 'payable.amount-wrong', String(amount));
  });

  test('is paid by exactly what is missing', () => {
    assert.deepEqual(recorded(OPEN, 8_000), { standing: PAID, fit: 'exact', missing: 0, surplus: 0 });
  });

  test('stays open when one đồng is missing, and says so', () => {
    const { standing, fit, missing } = recorded(OPEN, 7_999);
    assert.deepEqual([standing.state, fit, missing], ['open', 'under', 1]);
    assert.deepEqual(recorded(standing, 1).fit, 'exact');
  });

  test('is paid by more, and names what is owed back', () => {
    const { standing, fit, surplus } = recorded(OPEN, 10_000);
    assert.deepEqual([standing.state, fit, surplus], ['paid', 'over', 2_000]);
  });

  test('that is cancelled or paid keeps money that comes all the same as a surplus', () => {
    assert.deepEqual(recorded(GONE, 8_000), { standing: { ...GONE, paid: 8_000 }, fit: 'not-due', missing: 0, surplus: 8_000 });
    assert.deepEqual(recorded(PAID, 8_000), { standing: { ...PAID, paid: 16_000 }, fit: 'not-due', missing: 0, surplus: 8_000 });
  });

  test('is never paid by what is no amount', () => {
    for (const amount of [0, -8_000, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e15]) assert.equal(codeOf(decideRecord(OPEN, amount)), 'payment.amount-unreadable', String(amount));
  });

  test('that asks for less may be paid by it, and for more is open again', () => {
    const half = recorded(OPEN, 5_000).standing;
    const less = decideChange(half, 5_000);
    assert.ok(less.ok && less.value.state === 'paid');
    const more = decideChange(PAID, 12_000);
    assert.ok(more.ok && more.value.state === 'open' && missingOf(more.value) === 4_000);
    assert.equal(codeOf(decideChange(GONE, 5_000)), 'payable.cancelled');
    assert.equal(codeOf(decideChange(OPEN, 0)), 'payable.amount-wrong');
  });

  test('is cancelled with a reason, and owes back what was paid for it', () => {
    const done = decideCancel(recorded(OPEN, 3_000).standing, ' Công dân  rút hồ sơ ');
    assert.ok(done.ok);
    assert.deepEqual([done.value.standing.state, done.value.reason, done.value.surplus], ['cancelled', 'Công dân rút hồ sơ', 3_000]);
    assert.equal(codeOf(decideCancel(OPEN, '  ')), 'payable.reason-missing');
    assert.equal(codeOf(decideCancel(GONE, 'x')), 'payable.cancelled');
  });

  test('is open again when its payment is reversed, once and with a reason', () => {
    const done = decideReverse(PAID, { amount: 8_000, reversed: false }, 'Ghi nhầm hồ sơ');
    assert.ok(done.ok);
    assert.deepEqual(done.value.standing, OPEN);
    assert.equal(codeOf(decideReverse(PAID, { amount: 8_000, reversed: true }, 'x')), 'payment.reversed-already');
    assert.equal(codeOf(decideReverse(PAID, { amount: 8_000, reversed: false }, ' ')), 'payment.reason-missing');
    const back = { ...GONE, paid: 8_000, refunded: 8_000 };
    assert.equal(codeOf(decideReverse(back, { amount: 8_000, reversed: false }, 'x')), 'payment.refunded-already');
  });

  test('notes what went back: never more than is held, and open again where more went than was too much', () => {
    const over = recorded(OPEN, 10_000).standing;
    const done = decideRefunded(over, 2_000);
    assert.ok(done.ok && surplusOf(done.value) === 0 && done.value.state === 'paid');
    const more = decideRefunded(over, 2_001);
    assert.ok(more.ok && missingOf(more.value) === 1 && more.value.state === 'open');
    for (const amount of [10_001, 0, -1, 0.5]) assert.equal(codeOf(decideRefunded(over, amount)), 'payable.refund-too-much', String(amount));
    const gone = decideRefunded({ ...GONE, paid: 8_000 }, 8_000);
    assert.ok(gone.ok && gone.value.state === 'cancelled' && surplusOf(gone.value) === 0);
  });

  test('takes cash for exactly what is missing and gives the change back', () => {
    assert.deepEqual(decideCash(OPEN, { amount: 8_000, given: 10_000 }), { ok: true, value: { amount: 8_000, change: 2_000 } });
    assert.equal(codeOf(decideCash(OPEN, { amount: 8_000, given: 7_999 })), 'payment.given-too-little');
    assert.equal(codeOf(decideCash(OPEN, { amount: 7_000, given: 10_000 })), 'payable.changed-meanwhile');
    assert.equal(codeOf(decideCash(PAID, { amount: 8_000, given: 10_000 })), 'payable.paid-already');
    assert.equal(codeOf(decideCash(GONE, { amount: 8_000, given: 10_000 })), 'payable.cancelled');
    assert.equal(codeOf(decideCash(OPEN, { amount: 8_000, given: Number.NaN })), 'payment.amount-unreadable');
  });

  test('never looks paid when it is not, and loses no đồng, whatever happens to it in whatever order', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('record' as const), amount: fc.integer({ min: 1, max: 20_000 }) }),
      fc.record({ do: fc.constant('change' as const), amount: fc.integer({ min: 1, max: 20_000 }) }),
      fc.record({ do: fc.constant('reverse' as const), amount: fc.integer({ min: 0, max: 9 }) }),
      fc.record({ do: fc.constant('refund' as const), amount: fc.integer({ min: 1, max: 20_000 }) }),
      fc.record({ do: fc.constant('cancel' as const), amount: fc.constant(0) }),
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let payable = OPEN;
      const payments: { amount: number; reversed: boolean }[] = [];
      let back = 0;
      for (const { do: what, amount } of steps) {
        if (what === 'record') {
          payments.push({ amount, reversed: false });
          payable = recorded(payable, amount).standing;
        } else if (what === 'change') {
          const done = decideChange(payable, amount);
          if (done.ok) payable = done.value;
        } else if (what === 'reverse') {
          const payment = payments[amount];
          const done = payment === undefined ? undefined : decideReverse(payable, payment, 'x');
          if (payment !== undefined && done?.ok === true) { payment.reversed = true; payable = done.value.standing; }
        } else if (what === 'refund') {
          const done = decideRefunded(payable, amount);
          if (done.ok) { back += amount; payable = done.value; }
        } else {
          const done = decideCancel(payable, 'x');
          if (done.ok) payable = done.value.standing;
        }
        const held = payments.reduce((sum, payment) => sum + (payment.reversed ? 0 : payment.amount), 0) - back;
        assert.equal(payable.paid - payable.refunded, held, 'every đồng is accounted for');
        assert.ok(held >= 0);
        if (payable.state === 'paid') assert.ok(held >= payable.amount);
        if (payable.state === 'open') assert.ok(held < payable.amount && missingOf(payable) === payable.amount - held && surplusOf(payable) === 0);
        if (payable.state === 'cancelled') assert.equal(surplusOf(payable), held);
      }
    }));
  });
});

test('a dossier owes money while one of its payables is open', () => {
  assert.equal(moneyStateOf([]), 'none');
  assert.equal(moneyStateOf([GONE]), 'none');
  assert.equal(moneyStateOf([PAID, OPEN]), 'due');
  assert.equal(moneyStateOf([PAID, GONE]), 'paid');
  assert.equal(moneyStateOf([{ ...GONE, paid: 8_000, refunded: 8_000 }]), 'refunded');
});
