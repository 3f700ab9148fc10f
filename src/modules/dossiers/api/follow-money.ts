import { dateAt } from '../../../kernel/local-time.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { type DossierChange } from '../domain/dossier-change.ts';
import { stateAtStep } from '../domain/dossier-states.ts';
import { loadDossierForUpdate } from '../store/move-dossier.ts';
import { noteFeesPaid, updateMoneyState } from '../store/payable-dossiers.ts';
import { findOpenPayment, updatePayment } from '../store/payments.ts';
import { writeChange } from './change-dossier.ts';
import { type DossiersDeps, type MoneyActor } from './deps.ts';

/** What became of the money of a dossier. */
interface MoneyNews {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly payableId: string;
  readonly purpose: 'fees' | 'during-work' | 'certification';
  readonly money: 'none' | 'due' | 'paid' | 'refunded';
  /** The payment that covers the payable from now on; null: none did. */
  readonly paidBy: { readonly method: 'cash' | 'transfer' | 'online'; readonly paidAt: Date; readonly reference: string } | null;
  readonly at: Date;
  readonly actor: MoneyActor;
}

/**
 * A dossier follows its payables in the transaction that changed them. When what it waits for (national state 6) is paid, the request is confirmed by the payment
 * and the clock runs again, as if the officer had confirmed it; the receipt is found under the reference of the payable. Otherwise only its money state changes.
 */
export async function followMoney(deps: Pick<DossiersDeps, 'calendarOf' | 'newId' | 'onCaseDossier' | 'onStateChange'>, tx: Tx, news: MoneyNews): Promise<void> {
  const { communeCode, dossierId, paidBy, actor, at } = news;
  const loaded = await loadDossierForUpdate(tx, communeCode, dossierId);
  if (loaded === undefined) return;
  const { dossier } = loaded;
  const open = paidBy === null ? undefined : await findOpenPayment(tx, dossier);
  if (paidBy === null || open === undefined || open.id !== news.payableId) {
    if (dossier.money_state !== news.money) await updateMoneyState(tx, communeCode, dossierId, news.money);
    if (paidBy !== null && news.purpose !== 'during-work') await noteFeesPaid(tx, communeCode, dossierId, { at, actorId: actor?.staffId ?? null, actorName: actor?.name ?? null, receipt: paidBy.reference });
    return;
  }
  const confirm = (inner: Tx) =>
    updatePayment(inner, open, {
      status: 'paid', closed_at: at, closed_by: actor?.staffId ?? null, closed_by_name: actor?.name ?? null, method: paidBy.method === 'online' ? 'other' : paidBy.method,
      receipt_number: paidBy.reference, paid_on: dateAt(paidBy.paidAt.getTime()),
    });
  if (dossier.state !== 'payment-requested') {
    // The citizen asked to withdraw meanwhile: the request is closed, and the dossier waits for the answer to that.
    await confirm(tx);
    await updateMoneyState(tx, communeCode, dossierId, news.money);
    return;
  }
  const change: DossierChange = { event: 'payment-confirmed', state: stateAtStep(dossier.current_step), clock: 'resumes', facts: { receipt: paidBy.reference } };
  const calendar = await deps.calendarOf(communeCode);
  const told = await writeChange(deps, { tx, calendar, ...loaded }, { change, row: { money_state: news.money }, write: confirm }, { staffId: actor?.staffId ?? null, name: actor?.name ?? null }, at);
  await addMessages(tx, communeCode, [told], at);
}
