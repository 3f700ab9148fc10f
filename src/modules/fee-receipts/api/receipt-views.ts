import { type StaffActor, hasRole } from '../../../kernel/actor.ts';
import { addDays, dateAt, dayOf, instantOn, MS_PER_DAY } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type ReceiptItem, type ReceiptResponse, type ReceiptsQuery, type ReceiptsResponse, type SeriesResponse } from '../contract/receipt-schemas.ts';
import { cashlessRate } from '../domain/cashless.ts';
import { readPeriod } from '../domain/period.ts';
import { yearOf } from '../domain/receipt-rules.ts';
import { numberWords } from '../domain/receipt-symbol.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';
import { findReceipt, listEvents, listReceipts, listReceiptedPayments, type ReceiptFilter, type ReceiptRow, sumReceipts } from '../store/receipts.ts';
import { listFates, listSeries, listSilentNumbers } from '../store/series.ts';
import { receiptName } from './correct-receipt.ts';
import { type FeeReceiptsDeps, type KnownPayment } from './deps.ts';

const PAGE = 100;
/** How far back payments without a receipt are looked for. */
const OWED_DAYS = 40;

/** A receipt as lists show it. */
function receiptItem(row: ReceiptRow, reader: Pick<StaffActor, 'staffId'>): ReceiptItem {
  const view = row.view as ReceiptView;
  return {
    id: row.id, templateSymbol: row.template_symbol, symbol: row.symbol, number: numberWords(row.number, view.digits), issuedAt: row.issued_at.toISOString(), issuedOn: row.issued_on, collector: row.issued_by_name, payerName: row.payer_name,
    dossierId: row.dossier_id, dossierCode: view.dossierCode, method: row.method, amount: row.amount, state: row.state, correctsHow: row.corrects_how,
    asked: row.asked_at === null || row.ended_at !== null ? null : { how: row.asked_how ?? 'void', by: row.asked_by_name ?? '', at: row.asked_at.toISOString(), reason: row.asked_reason ?? '', mine: row.asked_by === reader.staffId },
    provider: row.provider_state === null ? null : { state: row.provider_state, code: row.provider_code, words: row.provider_words },
  };
}

/** Payments of the last weeks that should have a receipt and have none. */
export async function owedPayments(deps: FeeReceiptsDeps, communeCode: string, now: Date): Promise<readonly KnownPayment[]> {
  const payments = await deps.paymentsSince(communeCode, new Date(now.getTime() - OWED_DAYS * MS_PER_DAY), new Date(now.getTime() + 1));
  const candidates = payments.filter(({ reversed, amount, surplus, receiptElsewhere }) => receiptElsewhere === null && !reversed && amount > surplus);
  if (candidates.length === 0) return [];
  const known = await listReceiptedPayments(deps.db, communeCode, candidates.map(({ id }) => id));
  return candidates.filter(({ id }) => !known.has(id));
}

/** The receipts of a period with their sums, the rate of cashless fees, and what is owed. Refuses a wrong period. */
export async function receiptsView(deps: FeeReceiptsDeps, actor: StaffActor, query: ReceiptsQuery, now: Date): Promise<Result<ReceiptsResponse>> {
  const { communeCode } = actor;
  const today = dateAt(now.getTime());
  const period = readPeriod(query, today);
  if (!period.ok) return period;
  const filter: ReceiptFilter = { communeCode, ...period.value, method: query.method ?? null, state: query.state ?? null, collectorId: query.collector ?? null };
  const midnight = (day: string) => new Date(instantOn(dayOf(day), 0));
  const [rows, sums, owed, elsewhere] = await Promise.all([
    listReceipts(deps.db, filter, query.before ?? null, PAGE + 1), sumReceipts(deps.db, { ...filter, method: null, collectorId: null }), owedPayments(deps, communeCode, now),
    deps.elsewhereOf(communeCode, midnight(period.value.from), midnight(addDays(period.value.to, 1))),
  ]);
  const byHand = { method: 'cash', count: elsewhere.length, amount: elsewhere.reduce((sum, { amount }) => sum + amount, 0) } as const;
  const shown = rows.slice(0, PAGE);
  return ok({
    ...period.value, today, items: shown.map((row) => receiptItem(row, actor)), next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    sums: [...sums], cashless: cashlessRate([...sums, byHand]), elsewhere: elsewhere.map(({ payableId, number, amount, at, takenBy }) => ({ payableId, number, amount, at: at.toISOString(), collector: takenBy })), owed: owed.length,
    mayAsk: hasRole(actor, 'cashier', 'reception', 'unit-head', 'president'), mayDecide: hasRole(actor, 'cashier', 'unit-head', 'president'),
  });
}

/** One receipt with its lines and history. Refuses `fee-receipts.not-found`. */
export async function receiptView(deps: FeeReceiptsDeps, actor: StaffActor, id: string): Promise<Result<ReceiptResponse>> {
  const row = await findReceipt(deps.db, actor.communeCode, id);
  if (row === undefined) return refuse('fee-receipts.not-found');
  const other = async (otherId: string | null) => {
    const found = otherId === null ? undefined : await findReceipt(deps.db, actor.communeCode, otherId);
    return found === undefined ? null : receiptName(found);
  };
  const view = row.view as ReceiptView;
  const events = await listEvents(deps.db, actor.communeCode, id);
  return ok({
    receipt: receiptItem(row, actor), lines: [...view.lines], amountWords: view.amountWords, payerAddress: view.payer.address, procedureName: view.procedureName,
    corrects: await other(row.corrects), correctedBy: await other(row.corrected_by), endReason: row.end_reason,
    events: events.map(({ kind, at, by_name: by, words }) => ({ kind, at: at.toISOString(), by, words })),
  });
}

/** Every series and book with its last number and what became of the others. */
export async function seriesView(deps: FeeReceiptsDeps, actor: StaffActor, now: Date): Promise<SeriesResponse> {
  const { communeCode } = actor;
  const today = dateAt(now.getTime());
  const year = yearOf(today);
  const [rows, fates, colleagues, office] = await Promise.all([listSeries(deps.db, communeCode, year), listFates(deps.db, communeCode), deps.colleaguesOf(communeCode), deps.officeOf(communeCode)]);
  const items: SeriesResponse['items'] = [];
  for (const row of rows) {
    const first = row.kind === 'paper' || row.opened_on.startsWith(String(year)) ? row.first_number : 1;
    const next = (row.taken ?? first - 1) + 1;
    const usable = row.closed_at === null && row.own && (row.last_number === null || next <= row.last_number);
    items.push({
      id: row.id, kind: row.kind, templateSymbol: row.template_symbol, symbol: row.symbol, bodyName: row.body_name, taxCode: row.tax_code, digits: row.digits, firstNumber: row.first_number, lastNumber: row.last_number,
      taken: row.taken, next: usable ? next : null, holder: row.holder_name, validUntil: row.valid_until, openedOn: row.opened_on, openedBy: row.opened_by_name,
      closedAt: row.closed_at?.toISOString() ?? null, closedBy: row.closed_by_name, closeReason: row.close_reason, own: row.own,
      fates: fates.filter(({ series_id: id }) => id === row.id).map(({ from_number: from, to_number: to, fate, reason, by_name: by }) => ({ from, to, fate, reason, by })),
      silent: row.taken === null || row.taken < first ? [] : [...(await listSilentNumbers(deps.db, communeCode, row, year, first, row.taken))],
    });
  }
  return {
    today, mayChange: hasRole(actor, 'cashier', 'administrator', 'president'), bodyName: `Ủy ban nhân dân ${office.kind} ${office.name}`,
    holders: colleagues.filter((one) => hasRole(one, 'cashier', 'reception')).map(({ staffId: id, fullName: name }) => ({ id, name })), items,
  };
}

