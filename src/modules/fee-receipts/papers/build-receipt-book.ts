import { type WorkbookSheet } from '../../../platform/xlsx/write-sheet.ts';

/** One line of the book of receipts. */
export interface BookLine {
  readonly templateSymbol: string;
  readonly symbol: string;
  readonly number: string;
  readonly day: string;
  readonly payer: string;
  readonly dossierCode: string;
  readonly what: string;
  readonly amount: number;
  readonly method: string;
  readonly collector: string;
  readonly state: string;
  readonly reason: string;
  readonly provider: string;
}

export const BOOK_HEADS = ['Ký hiệu mẫu', 'Ký hiệu', 'Số', 'Ngày', 'Người nộp tiền', 'Mã hồ sơ', 'Nội dung thu', 'Số tiền (đồng)', 'Hình thức', 'Người thu', 'Trạng thái', 'Lý do hủy, thay thế', 'Mã tra cứu của nhà cung cấp'] as const;

/** The cells of one line, the amount as a number. */
export function bookCells(line: BookLine): readonly (string | number)[] {
  return [line.templateSymbol, line.symbol, line.number, line.day, line.payer, line.dossierCode, line.what, line.amount, line.method, line.collector, line.state, line.reason, line.provider];
}

/** The book of receipts of a period as one sheet. Ended receipts stand in it with their numbers; only those that hold are summed. */
export function buildReceiptBook(lines: readonly BookLine[], period: string, sum: number): WorkbookSheet {
  return {
    title: 'So bien lai', widths: [14, 12, 12, 12, 28, 24, 44, 14, 14, 22, 16, 34, 20], headRows: 2, textColumns: [2],
    rows: [[`Sổ biên lai thu phí, lệ phí ${period}`], [...BOOK_HEADS], ...lines.map(bookCells), ['Cộng (biên lai còn hiệu lực)', null, null, null, null, null, null, sum]],
  };
}
