import { type Database } from '../../../platform/db/database.ts';
import { type Period } from '../domain/period.ts';
import { numberWords } from '../domain/receipt-symbol.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';
import { type BookLine } from '../papers/build-receipt-book.ts';
import { listBook, type ReceiptRow } from '../store/receipts.ts';

/** More receipts than a commune gives in a year; a longer period is asked for in parts. */
const MOST_LINES = 50_000;

const METHODS: Readonly<Record<ReceiptRow['method'], string>> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản', online: 'Trực tuyến' };
const STATES: Readonly<Record<ReceiptRow['state'], string>> = { issued: 'Còn hiệu lực', adjusted: 'Đã điều chỉnh', voided: 'Đã hủy', replaced: 'Đã thay thế' };

/** What a receipt was given for, in one line. */
export function chargeWords(row: Pick<ReceiptRow, 'view' | 'corrects_how'>): string {
  const view = row.view as ReceiptView;
  if (row.corrects_how === 'adjust') return `Điều chỉnh thông tin biên lai ${view.correction?.symbol ?? ''} số ${view.correction?.number ?? ''}`;
  return view.lines.map(({ label }) => label).join('; ');
}

/** The book of receipts of a period, every number with what stands under it, and the sum of those that hold. */
export async function bookLines(db: Database, communeCode: string, period: Period): Promise<{ readonly lines: readonly BookLine[]; readonly sum: number }> {
  const rows = await listBook(db, { communeCode, ...period, method: null, state: null, collectorId: null }, MOST_LINES);
  const lines = rows.map((row): BookLine => {
    const view = row.view as ReceiptView;
    return {
      templateSymbol: row.template_symbol, symbol: row.symbol, number: numberWords(row.number, view.digits), day: row.issued_on, payer: row.payer_name, dossierCode: view.dossierCode ?? '', what: chargeWords(row),
      amount: row.amount, method: METHODS[row.method], collector: row.issued_by_name, state: STATES[row.state], reason: row.end_reason ?? '', provider: row.provider_code ?? '',
    };
  });
  return { lines, sum: rows.reduce((total, row) => total + (row.ended_at === null ? row.amount : 0), 0) };
}
