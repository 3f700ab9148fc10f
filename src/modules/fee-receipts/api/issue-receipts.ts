import { type Subscriber } from '../../../platform/jobs/job.ts';
import { type FeeReceiptsDeps } from './deps.ts';
import { issueReceipt } from './issue-receipt.ts';
import { owedPayments } from './receipt-views.ts';
import { actorOf } from './take-cash.ts';

/** Gives transfers and online payments their receipts when they are recorded, each once. */
export function receiptSubscriber(deps: FeeReceiptsDeps): Subscriber {
  return {
    name: 'fee-receipts.issue',
    topics: ['PaymentRecorded'],
    handle: async (tx, event, now) => {
      const paymentId = event.payload['paymentId'];
      if (typeof paymentId !== 'string') return;
      const payment = await deps.paymentOf(tx, event.communeCode, paymentId);
      // Cash has had its receipt in the transaction that took it.
      if (payment === undefined || payment.method === 'cash') return;
      await issueReceipt(deps, tx, { moment: { communeCode: event.communeCode, at: now, actor: actorOf(event.communeCode, payment.taker), address: 'program' }, paymentId, cashierDayId: null });
    },
  };
}

/** Gives what is owed since no series was in force: after one is opened, in the order of the payments. Answers how many were given. */
export async function issueOwedReceipts(deps: FeeReceiptsDeps, communes: readonly string[], now: Date, signal: AbortSignal): Promise<number> {
  let given = 0;
  for (const communeCode of communes) {
    for (const payment of await owedPayments(deps, communeCode, now)) {
      if (signal.aborted) return given;
      const done = await deps.db.transaction().execute((tx) =>
        issueReceipt(deps, tx, { moment: { communeCode, at: now, actor: actorOf(communeCode, payment.taker), address: 'program' }, paymentId: payment.id, cashierDayId: null }));
      // No series for this collector: perhaps there is one for the next.
      if (done.ok && done.value !== null) given += 1;
    }
  }
  return given;
}
