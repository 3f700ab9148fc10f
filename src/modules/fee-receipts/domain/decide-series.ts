import { addDays, dayOf, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type ReceiptRules, regimeInForce, type SeriesKind } from './receipt-rules.ts';
import { cleanSymbol, isSymbol, isTemplateSymbol, largestNumber } from './receipt-symbol.ts';
import { cleanTaxCode, isTaxCode } from './tax-code.ts';

/** A series as somebody asks to open it. */
export interface SeriesWish {
  readonly kind: SeriesKind;
  readonly templateSymbol: string;
  readonly symbol: string;
  /** Name of the collecting body as it is printed. */
  readonly bodyName: string;
  readonly taxCode: string;
  readonly firstNumber: number;
  /** Of a book on paper; null for electronic receipts. */
  readonly lastNumber: number | null;
  readonly openedOn: LocalDate;
  /** The last day on which a book on paper may be used; null: no such day is known. */
  readonly validUntil: LocalDate | null;
  /** Who writes in the book; null for electronic receipts. */
  readonly holderId: string | null;
}

const isDay = (text: string): boolean => {
  try {
    return addDays(text, 0) === text && dayOf(text) > 0;
  } catch {
    return false;
  }
};

/**
 * Opens a series. Refuses symbols and tax codes that cannot be, a day to come or none at all, numbers beyond the digits that the law gives, a book
 * that ends before it begins or belongs to nobody, and a kind that no rule knows on that day.
 */
export function decideOpenSeries(wish: SeriesWish, { rules, today }: { readonly rules: ReceiptRules; readonly today: LocalDate }): Result<SeriesWish & { readonly digits: number }> {
  const { kind } = wish;
  const templateSymbol = cleanSymbol(wish.templateSymbol);
  const symbol = cleanSymbol(wish.symbol);
  const taxCode = cleanTaxCode(wish.taxCode);
  const bodyName = wish.bodyName.trim();
  if (!isTemplateSymbol(templateSymbol)) return refuse('fee-receipts.template-symbol', undefined, 'templateSymbol');
  if (!isSymbol(symbol) || (kind === 'paper' && symbol.includes('{yy}'))) return refuse('fee-receipts.symbol', undefined, 'symbol');
  if (bodyName === '') return refuse('fee-receipts.body-name', undefined, 'bodyName');
  if (!isTaxCode(taxCode)) return refuse('fee-receipts.tax-code', undefined, 'taxCode');
  if (!isDay(wish.openedOn) || wish.openedOn > today) return refuse('fee-receipts.opening-day', undefined, 'openedOn');
  const regime = regimeInForce(rules, kind, wish.openedOn);
  if (regime === undefined) return refuse('fee-receipts.kind-not-in-force', undefined, 'openedOn');
  const most = largestNumber(regime.digits);
  if (!Number.isInteger(wish.firstNumber) || wish.firstNumber < 1 || wish.firstNumber > most) return refuse('fee-receipts.number-range', { most }, 'firstNumber');
  if (kind === 'electronic') return ok({ ...wish, templateSymbol, symbol, taxCode, bodyName, lastNumber: null, validUntil: null, holderId: null, digits: regime.digits });
  const { lastNumber, validUntil, holderId } = wish;
  if (lastNumber === null || !Number.isInteger(lastNumber) || lastNumber < wish.firstNumber || lastNumber > most) return refuse('fee-receipts.number-range', { most }, 'lastNumber');
  if (validUntil !== null && (!isDay(validUntil) || validUntil < wish.openedOn)) return refuse('fee-receipts.last-day', undefined, 'validUntil');
  if (holderId === null) return refuse('fee-receipts.book-without-holder', undefined, 'holderId');
  return ok({ ...wish, templateSymbol, symbol, taxCode, bodyName, digits: regime.digits });
}

/** As much of a series as the rules below look at. */
export interface SeriesState {
  readonly kind: SeriesKind;
  readonly closed: boolean;
  readonly firstNumber: number;
  readonly lastNumber: number | null;
  /** The last number that was taken; below the first one: none yet. */
  readonly taken: number;
}

/** Closes a series with the reason. Refuses one that is closed, no reason, and a book with numbers of which nobody says what became of them. */
export function decideCloseSeries(series: SeriesState, reason: string): Result<{ readonly reason: string; readonly unused: { readonly from: number; readonly to: number } | null }> {
  if (series.closed) return refuse('fee-receipts.series-closed');
  if (reason.trim() === '') return refuse('fee-receipts.reason-missing', undefined, 'reason');
  const from = Math.max(series.taken, series.firstNumber - 1) + 1;
  const unused = series.lastNumber !== null && from <= series.lastNumber ? { from, to: series.lastNumber } : null;
  return ok({ reason: reason.trim(), unused });
}

/**
 * Says that the next numbers of a book, up to `to`, were spoiled or lost. Refuses electronic series, which lose none, numbers that were taken or lie
 * beyond the book, and no reason.
 */
export function decideNumberFate(series: SeriesState, asked: { readonly to: number; readonly reason: string }): Result<{ readonly from: number; readonly to: number; readonly reason: string }> {
  if (series.closed) return refuse('fee-receipts.series-closed');
  if (series.kind === 'electronic' || series.lastNumber === null) return refuse('fee-receipts.electronic-loses-none');
  const from = Math.max(series.taken, series.firstNumber - 1) + 1;
  if (from > series.lastNumber) return refuse('fee-receipts.book-used-up', { last: series.lastNumber });
  if (!Number.isInteger(asked.to) || asked.to < from || asked.to > series.lastNumber) return refuse('fee-receipts.number-not-next', { next: from, last: series.lastNumber }, 'to');
  if (asked.reason.trim() === '') return refuse('fee-receipts.reason-missing', undefined, 'reason');
  return ok({ from, to: asked.to, reason: asked.reason.trim() });
}

/** A series that could give a number. */
export interface OpenSeries {
  readonly id: string;
  readonly kind: SeriesKind;
  readonly openedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly holderId: string | null;
  /** Whether a book still has sheets; true for electronic series. */
  readonly hasNumbers: boolean;
}

/**
 * The series from which a receipt is given on a day: the electronic one that was opened last, else, for whoever holds a book, the book. Undefined:
 * none is in force, and the receipt is owed.
 */
export function pickSeries(series: readonly OpenSeries[], asked: { readonly rules: ReceiptRules; readonly day: LocalDate; readonly collectorId: string | null }): OpenSeries | undefined {
  const { rules, day, collectorId } = asked;
  const usable = series.filter((one) => one.openedOn <= day && (one.validUntil === null || day <= one.validUntil) && one.hasNumbers && regimeInForce(rules, one.kind, day) !== undefined);
  const newest = (list: readonly OpenSeries[]) => list.toSorted((a, b) => (a.openedOn < b.openedOn ? 1 : -1))[0];
  return newest(usable.filter(({ kind }) => kind === 'electronic')) ?? newest(usable.filter(({ kind, holderId }) => kind === 'paper' && holderId !== null && holderId === collectorId));
}
