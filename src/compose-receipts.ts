import { type DossierFeeReceipts, findReceiptPayer } from './modules/dossiers/index.ts';
import {
  cashierRoutes, createHttpProvider, createRehearsalProvider, drawReceiptOf, exchangeReceipts, type FeeReceiptsDeps, findCashHindrance, followMovedMoney, givesReceipt, issueOwedReceipts, type KnownPayment, listReceiptsForCitizen, loadProviderLayout, type ReceiptLine, receiptNumbersOf, receiptRoutes, remindRemittance,
} from './modules/fee-receipts/index.ts';
import { type FeeLineRow, listFeeLines } from './modules/fees/index.ts';
import { findBankAccount, getCommune, listCommunes, listStaffActors } from './modules/identity/index.ts';
import { isRehearsing } from './modules/linked-cases/index.ts';
import { type CashDesk, findPayable, findPayment, listPaymentsBetween, listPaymentsOf, listReceiptsElsewhere, type PayableDeps, type PaymentRow } from './modules/payments/index.ts';
import { type Config } from './platform/config.ts';
import { type Database, type Tx } from './platform/db/database.ts';
import { type Route } from './platform/http/route.ts';
import { type ScheduledJob } from './platform/jobs/job.ts';

/** How long a provider of electronic receipts is waited for. */
const PATIENCE_MS = 15_000;

/** A payment as receipts look at it. What was paid before it covers what is due first: only what goes beyond is too much. */
async function knownPayment(db: Database | Tx, row: PaymentRow): Promise<KnownPayment | undefined> {
  const payable = await findPayable(db, row.commune_code, row.payable_id);
  if (payable === undefined) return undefined;
  const payments = await listPaymentsOf(db, row.commune_code, row.payable_id);
  const place = payments.findIndex(({ id }) => id === row.id);
  const before = payments.slice(0, Math.max(place, 0)).filter(({ reversed_at: reversed }) => reversed === null).reduce((sum, { amount }) => sum + amount, 0);
  const due = payable.state === 'cancelled' ? 0 : payable.amount;
  return {
    id: row.id, payableId: row.payable_id, dossierId: payable.dossier_id, purpose: payable.purpose, method: row.method, amount: row.amount,
    surplus: Math.min(row.amount, Math.max(0, before + row.amount - due)), reversed: row.reversed_at !== null, receiptElsewhere: row.receipt_elsewhere, recordedAt: row.recorded_at,
    taker: row.taken_by === null ? null : { staffId: row.taken_by, name: row.taken_by_name ?? '' },
  };
}

/** A line of fees as a receipt prints it: where less than the whole is taken, with the rule that says so. */
function chargeOf({ label, amount, exemption_label: rule, exemption_basis: basis, zero_reason: zero }: FeeLineRow): ReceiptLine {
  const reason = [rule, basis].filter((part) => part !== null).join(', ');
  return { label, amount, basis: reason === '' ? (amount === 0 ? zero : null) : reason };
}

/** What the receipts are given: payments, payers, colleagues, and the provider that the settings name. */
export function receiptDeps(base: Pick<FeeReceiptsDeps, 'db' | 'newId' | 'randomBytes' | 'publicUrl'> & { readonly settings: Config['receipts']; readonly today: () => string }): FeeReceiptsDeps {
  const { db, settings, today } = base;
  const rehearsal = createRehearsalProvider();
  const layout = settings === undefined ? undefined : loadProviderLayout(settings.layout);
  if (settings !== undefined && layout === undefined) throw new Error(`data/receipts/provider-layouts.json has no layout “${settings.layout}” (XASO_RECEIPTS_LAYOUT)`);
  const provider = settings === undefined || layout === undefined ? undefined : createHttpProvider({ url: settings.url, token: settings.token, secret: settings.secret, layout, timeout: PATIENCE_MS });
  return {
    db, newId: base.newId, randomBytes: base.randomBytes, publicUrl: base.publicUrl,
    officeOf: (code, tx) => getCommune(tx ?? db, code),
    paymentOf: async (reader, code, id) => {
      const row = await findPayment(reader, code, id);
      return row === undefined ? undefined : knownPayment(reader, row);
    },
    elsewhereOf: async (code, from, until) => (await listReceiptsElsewhere(db, code, from, until)).map((row) => ({ payableId: row.payable_id, number: row.receipt_elsewhere ?? '', amount: row.amount, at: row.recorded_at, takenBy: row.taken_by_name })),
    paymentsSince: async (code, since, until) => {
      const rows = await listPaymentsBetween(db, code, since, until);
      const known = await Promise.all(rows.filter(({ reversed_at: reversed }) => reversed === null).map((row) => knownPayment(db, row)));
      return known.filter((one) => one !== undefined);
    },
    payerOf: findReceiptPayer,
    chargesOf: async (reader, code, { dossierId, purpose }) => (dossierId === null || purpose !== 'fees' ? [] : (await listFeeLines(reader, code, dossierId)).map(chargeOf)),
    colleaguesOf: (code) => listStaffActors(db, code, today()),
    // A demonstration talks to nobody outside.
    providerOf: async (reader, code) => ((await isRehearsing(reader, code)) ? rehearsal : provider),
  };
}

/** How receipts hear of money that comes in and goes back, in the transaction that notes it. */
export function moneyEars(deps: FeeReceiptsDeps): Pick<PayableDeps, 'onPayment' | 'onMoneyBack'> {
  return {
    onPayment: (tx, { communeCode, id, payableId, method, amount, takenBy, receiptElsewhere }, now) => followMovedMoney(deps, tx, { communeCode, kind: 'recorded', sourceId: id, payableId, method, amount, reason: '', by: takenBy, at: now, receiptElsewhere }),
    onMoneyBack: (tx, money) => followMovedMoney(deps, tx, money),
  };
}

/** What drawers and receipts say before somebody takes cash. */
export function cashDesk(deps: FeeReceiptsDeps): CashDesk {
  return { hindrance: (code, staffId, now) => findCashHindrance(deps, code, staffId, now), givesReceipt: (code, staffId, now) => givesReceipt(deps, code, staffId, now) };
}

/** The receipts of a dossier, for its citizen. */
export function receiptsOfDossiers({ db, publicUrl }: FeeReceiptsDeps): DossierFeeReceipts {
  return { numbersOf: (code, ids) => receiptNumbersOf(db, code, ids), list: (code, dossierId) => listReceiptsForCitizen(db, code, dossierId), draw: (code, dossierId, id) => drawReceiptOf(db, publicUrl, code, dossierId, id) };
}

/** Receipts, series, cashiers' days and remittances. */
export function feeReceiptRoutes(deps: FeeReceiptsDeps): readonly Route[] {
  const accountOf = async (code: string): Promise<string | null> => {
    const account = await findBankAccount(deps.db, code);
    return account === undefined ? null : `${account.number}, ${account.bankName}`;
  };
  return [...receiptRoutes(deps), ...cashierRoutes({ ...deps, accountOf })];
}

/** What goes on in the background: owed receipts, the talk with providers, reminders of money to be handed on. */
export function receiptJobs(deps: FeeReceiptsDeps): readonly ScheduledJob[] {
  return [
    { name: 'fee-receipts.issue-owed', schedule: { everyMinutes: 2 }, run: async (now, signal) => issueOwedReceipts(deps, (await listCommunes(deps.db)).map(({ code }) => code), now, signal) },
    { name: 'fee-receipts.exchange', schedule: { everyMinutes: 1 }, run: (now, signal) => exchangeReceipts(deps, now, signal) },
    { name: 'fee-receipts.remind-remittance', schedule: { dailyAt: '07:10' }, run: (now, signal) => remindRemittance(deps, now, signal) },
  ];
}
