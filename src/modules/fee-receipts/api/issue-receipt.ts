import { type Actor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { dongInWords } from '../../../kernel/money.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { appendLines } from '../../../platform/journal/append-lines.ts';
import { verificationCode } from '../../official-papers/index.ts';
import { decideIssue, type ReceiptLine, receiptLines } from '../domain/decide-receipt.ts';
import { pickSeries } from '../domain/decide-series.ts';
import { regimeInForce, yearOf } from '../domain/receipt-rules.ts';
import { numberWords, symbolOfYear } from '../domain/receipt-symbol.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';
import { loadReceiptRules } from '../papers/load-receipt-rules.ts';
import { findReceiptOfPayment, insertEvent, insertReceipt, type ReceiptRow } from '../store/receipts.ts';
import { listSeries, type SeriesRow } from '../store/series.ts';
import { type FeeReceiptsDeps, type KnownPayment } from './deps.ts';

/** What people call a charge of which nobody knows the lines. */
const PURPOSES: Readonly<Record<KnownPayment['purpose'], string>> = { 'fees': 'Phí, lệ phí giải quyết hồ sơ', 'during-work': 'Nghĩa vụ tài chính theo thông báo', 'certification': 'Phí chứng thực' };
/** Who collects what nobody in the office took. */
const BY_THE_PROGRAM = 'Thu qua tài khoản';

/** A receipt that was given. */
export interface IssuedReceipt {
  readonly id: string;
  readonly symbol: string;
  readonly number: string;
}

/** Who gives a receipt, when, and under which command. */
export interface IssueMoment {
  readonly communeCode: string;
  readonly at: Date;
  /** For the journal; anonymous: the program by itself. */
  readonly actor: Actor;
  readonly address: string;
}

function capital(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;
}

/** The series in force for somebody on a day, best first: the next is tried when the first has just been closed or used up. */
export async function usableSeries(tx: Database | Tx, communeCode: string, day: string, collectorId: string | null): Promise<readonly SeriesRow[]> {
  const rules = loadReceiptRules();
  const left = [...(await listSeries(tx, communeCode, yearOf(day)))].filter(({ closed_at: closed, own }) => closed === null && own);
  const found: SeriesRow[] = [];
  for (;;) {
    const pick = pickSeries(left.map((one) => ({
      id: one.id, kind: one.kind, openedOn: one.opened_on, validUntil: one.valid_until, holderId: one.holder_id, hasNumbers: one.last_number === null || (one.taken ?? 0) < one.last_number,
    })), { rules, day, collectorId });
    const place = left.findIndex(({ id }) => id === pick?.id);
    const [row] = place === -1 ? [] : left.splice(place, 1);
    if (row === undefined) return found;
    found.push(row);
  }
}

/** What is written under the next number, whatever it is for. */
export interface ReceiptOrder {
  readonly moment: IssueMoment;
  readonly payment: Pick<KnownPayment, 'id' | 'payableId' | 'dossierId' | 'method'>;
  readonly amount: number;
  readonly payer: ReceiptView['payer'];
  readonly dossierCode: string | null;
  readonly procedureName: string | null;
  readonly lines: readonly ReceiptLine[];
  readonly collector: { readonly staffId: string | null; readonly name: string };
  readonly cashierDayId: string | null;
  readonly correction: { readonly of: Pick<ReceiptRow, 'id' | 'symbol' | 'number' | 'issued_on' | 'view'>; readonly how: 'replace' | 'adjust'; readonly reason: string } | null;
  readonly synthetic: boolean;
}

/** Writes a receipt under the next number of the series in force; null: none is in force. */
export async function writeReceipt(deps: FeeReceiptsDeps, tx: Tx, order: ReceiptOrder): Promise<IssuedReceipt | null> {
  const { communeCode, at, actor, address } = order.moment;
  const day = dateAt(at.getTime());
  const year = yearOf(day);
  const office = await deps.officeOf(communeCode, tx);
  for (const series of await usableSeries(tx, communeCode, day, order.collector.staffId)) {
    const regime = regimeInForce(loadReceiptRules(), series.kind, day);
    if (regime === undefined) continue;
    const symbol = symbolOfYear(series.symbol, year);
    const isElectronic = series.kind === 'electronic' && (await deps.providerOf(tx, communeCode)) !== undefined;
    const correction = order.correction;
    const view: ReceiptView = {
      kind: series.kind, name: regime.name, basis: regime.basis, digits: series.digits, copies: regime.copies,
      body: { name: series.body_name, taxCode: series.tax_code, address: office.address },
      office: { centreName: office.centreName, hotline: office.hotline, place: office.name },
      payer: order.payer, dossierCode: order.dossierCode, procedureName: order.procedureName,
      lines: order.lines, amount: order.amount, amountWords: capital(dongInWords(order.amount)), method: order.payment.method, collector: order.collector.name,
      correction: correction === null ? null : { how: correction.how, symbol: correction.of.symbol, number: numberWords(correction.of.number, (correction.of.view as ReceiptView).digits), day: correction.of.issued_on, reason: correction.reason },
    };
    const id = deps.newId();
    const number = await insertReceipt(tx, series, {
      communeCode, id, symbol, year, paymentId: order.payment.id, payableId: order.payment.payableId, dossierId: order.payment.dossierId, method: order.payment.method, amount: order.amount, payerName: order.payer.name, view,
      verificationCode: verificationCode(deps.randomBytes(12)), issuedAt: at, issuedOn: day, issuedBy: order.collector.staffId, issuedByName: order.collector.name, cashierDayId: order.cashierDayId,
      corrects: correction?.of.id ?? null, correctsHow: correction?.how ?? null, providerState: isElectronic ? 'draft' : null, providerNextAt: isElectronic ? at : null, synthetic: order.synthetic,
    });
    if (number === null) continue;
    await insertEvent(tx, communeCode, id, { kind: 'issued', at, by_id: order.collector.staffId, by_name: order.collector.name, words: '' });
    await addMessages(tx, communeCode, [{ id: deps.newId(), topic: 'FeeReceiptIssued', payload: { receiptId: id, paymentId: order.payment.id, amount: order.amount } }], at);
    if (deps.replays !== true) await appendLines(tx, communeCode, [{ at, actor, address, action: 'fee-receipt.issued', object: `fee-receipt:${id}`, facts: { symbol, number, amount: order.amount, method: order.payment.method } }]);
    return { id, symbol, number: numberWords(number, series.digits) };
  }
  return null;
}

/**
 * The front door: gives a payment its receipt in the caller's transaction, exactly once however often it is asked. Null: no series is in force, and the
 * receipt is owed until one is opened. Refuses a payment that was reversed and one of which nothing is a charge.
 */
export async function issueReceipt(deps: FeeReceiptsDeps, tx: Tx, wish: { readonly moment: IssueMoment; readonly paymentId: string; readonly cashierDayId: string | null }): Promise<Result<IssuedReceipt | null>> {
  const { communeCode } = wish.moment;
  const before = await findReceiptOfPayment(tx, communeCode, wish.paymentId);
  if (before !== undefined) return ok({ id: before.id, symbol: before.symbol, number: numberWords(before.number, (before.view as ReceiptView).digits) });
  const payment = await deps.paymentOf(tx, communeCode, wish.paymentId);
  // What was written in another book has its receipt.
  if (payment === undefined || payment.receiptElsewhere !== null) return ok(null);
  const decided = decideIssue(payment);
  if (!decided.ok) return decided;
  const { amount } = decided.value;
  const payer = payment.dossierId === null ? undefined : await deps.payerOf(tx, communeCode, payment.dossierId);
  const charges = await deps.chargesOf(tx, communeCode, payment);
  return ok(await writeReceipt(deps, tx, {
    moment: wish.moment, payment, amount,
    payer: { name: payer?.name ?? 'Người nộp tiền', citizenNumber: payer?.citizenNumber ?? null, phone: payer?.phone ?? null, address: payer?.address ?? null },
    dossierCode: payer?.dossierCode ?? null, procedureName: payer?.procedureName ?? null,
    lines: receiptLines(charges, amount, PURPOSES[payment.purpose]),
    collector: payment.taker === null ? { staffId: null, name: BY_THE_PROGRAM } : payment.taker,
    cashierDayId: wish.cashierDayId, correction: null, synthetic: payer?.synthetic ?? false,
  }));
}
