import { formatDong } from '../../../kernel/money.ts';
import { derivedUuid } from '../../../platform/derived-uuid.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { type Subscriber } from '../../../platform/jobs/job.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { type PayableDeps } from './deps.ts';
import { decideMoneyNotice } from '../domain/decide-money-notice.ts';
import { type PaymentFit } from '../domain/decide-payable.ts';
import { type PaymentMethod } from '../domain/payable.ts';
import { findPayment } from '../store/payables.ts';

/** What a recorded payment says in the outbox. */
interface RecordedPayload {
  readonly paymentId: string;
  readonly payableId: string;
  readonly dossierId: string | null;
  readonly amount: number;
  readonly method: PaymentMethod;
  readonly fit: PaymentFit;
  readonly missing: number;
  readonly surplus: number;
}

/** Tells the cashiers of money that came without them, or that asks for an act, in their inboxes; whoever recorded it knows. */
export function moneyNotices(deps: Pick<PayableDeps, 'dossiersOf'> & { readonly cashiersOf: (communeCode: string) => Promise<readonly string[]> }): Subscriber {
  return {
    name: 'payments.notices',
    topics: ['PaymentRecorded'],
    handle: async (tx, event) => {
      // The payload was written by our own module under this very type.
      const paid = event.payload as unknown as RecordedPayload;
      const kind = decideMoneyNotice(paid);
      const payment = kind === null ? undefined : await findPayment(tx, event.communeCode, paid.paymentId);
      if (kind === null || payment === undefined) return;
      const to = (await deps.cashiersOf(event.communeCode)).filter((staffId) => staffId !== payment.taken_by);
      if (to.length === 0) return;
      const dossier = paid.dossierId === null ? undefined : (await deps.dossiersOf(tx, event.communeCode, [paid.dossierId])).get(paid.dossierId);
      const notice: StaffNotice = {
        kind, key: `payment ${paid.paymentId}`, to, dossierId: paid.dossierId,
        facts: {
          payableId: paid.payableId, words: formatDong(paid.amount), name: formatDong(kind === 'money-short' ? paid.missing : paid.surplus),
          ...(dossier === undefined ? {} : { code: dossier.code, procedure: dossier.procedureName, applicant: dossier.payerName }),
        },
      };
      await addMessages(tx, event.communeCode, [{ id: derivedUuid('payment-notice', paid.paymentId), topic: STAFF_NOTICE, payload: { ...notice } }], event.createdAt);
    },
  };
}
