import { plainDateWords } from '../../../kernel/date-words.ts';
import { type Instant, type LocalDate } from '../../../kernel/local-time.ts';
import { dongInWords, formatDong } from '../../../kernel/money.ts';
import { officialDate } from '../../../platform/pdf/official-head.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDefinition, type PdfNode, stack, text } from '../../../platform/pdf/pdf-definition.ts';
import { type Method } from '../domain/cashless.ts';

/** What a sheet of takings shows. */
export interface TakingsSheet {
  readonly bodyName: string;
  readonly taxCode: string | null;
  readonly centreName: string;
  readonly place: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Null: of everybody. */
  readonly cashier: string | null;
  readonly printedAt: Instant;
  readonly madeBy: string;
  readonly rows: readonly { readonly symbol: string; readonly number: string; readonly day: LocalDate; readonly payer: string; readonly what: string; readonly collector: string; readonly method: Method; readonly amount: number; readonly ended: boolean }[];
}

const METHODS: Readonly<Record<Method, string>> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản', online: 'Trực tuyến' };
/** Parts of the width: number in the list, symbol, number, day, payer, charge, collector, method, amount. */
const PARTS = [0.04, 0.08, 0.08, 0.08, 0.17, 0.25, 0.13, 0.08, 0.09] as const;
const HEADS = ['STT', 'Ký hiệu', 'Số biên lai', 'Ngày', 'Người nộp tiền', 'Nội dung thu', 'Người thu', 'Hình thức', 'Số tiền'] as const;

function signers(sheet: TakingsSheet, width: number): PdfNode {
  const people = [['NGƯỜI LẬP BẢNG', sheet.madeBy], ['KẾ TOÁN', ' '], ['THỦ TRƯỞNG ĐƠN VỊ', ' ']] as const;
  return {
    kind: 'columns', gap: 0,
    columns: people.map(([role, name]) => ({
      width: width / people.length,
      content: stack([text(role, { bold: true, align: 'center' }), text('(Ký, ghi rõ họ tên)', { italics: true, size: 10, align: 'center' }), text(name, { bold: true, align: 'center', margin: [0, 44, 0, 0] })]),
    })),
    margin: [0, 4, 0, 0],
  };
}

/** Bảng kê thu phí, lệ phí of a day or a period on A4 across: every receipt, sums by method, the whole in words, places for three signatures. */
export function buildTakingsSheet(sheet: TakingsSheet): PdfDefinition {
  const page = { width: PAPER.A4.height, height: PAPER.A4.width, margins: [mm(15), mm(14), mm(15), mm(14)] as const };
  const width = page.width - page.margins[0] - page.margins[2];
  const cell = (words: string, align: 'left' | 'center' | 'right' = 'left', bold = false): PdfNode => text(words, { size: 10, align, bold });
  const holding = sheet.rows.filter(({ ended }) => !ended);
  const sum = (rows: typeof holding) => rows.reduce((total, { amount }) => total + amount, 0);
  const total = sum(holding);
  const period = sheet.from === sheet.to ? `Ngày ${plainDateWords(sheet.from, 'vi')}` : `Từ ngày ${plainDateWords(sheet.from, 'vi')} đến ngày ${plainDateWords(sheet.to, 'vi')}`;
  const methods = (['cash', 'transfer', 'online'] as const).map((method) => ({ method, rows: holding.filter((row) => row.method === method) })).filter(({ rows }) => rows.length > 0);
  return {
    kind: 'flow',
    info: { title: `Bảng kê thu phí, lệ phí. ${period}`, author: sheet.centreName, createdAt: sheet.printedAt },
    page,
    style: { font: 'Tinos', size: 12, lineHeight: 1.05 },
    content: [
      text(sheet.bodyName.toLocaleUpperCase('vi'), { bold: true, size: 11 }),
      text(`${sheet.centreName}${sheet.taxCode === null ? '' : ` · Mã số thuế ${sheet.taxCode}`}`, { size: 11 }),
      text('BẢNG KÊ THU PHÍ, LỆ PHÍ', { bold: true, size: 15, align: 'center', margin: [0, 8, 0, 2] }),
      text(`${period}${sheet.cashier === null ? '' : ` · Người thu: ${sheet.cashier}`}`, { align: 'center', italics: true, margin: [0, 0, 0, 8] }),
      {
        kind: 'table', widths: PARTS.map((part) => part * width), headRows: 1, lines: 'grid', padding: [3, 2], lastRowWithClosing: true,
        rows: [
          HEADS.map((head) => text(head, { size: 10, bold: true, align: 'center' })),
          ...sheet.rows.map((row, index) => [
            cell(String(index + 1), 'center'), cell(row.symbol), cell(row.number, 'center'), cell(plainDateWords(row.day, 'vi'), 'center'), cell(row.payer), cell(row.ended ? `${row.what} (biên lai đã hủy)` : row.what), cell(row.collector),
            cell(METHODS[row.method], 'center'), cell(row.ended ? '–' : formatDong(row.amount), 'right'),
          ]),
          [cell(''), cell('Cộng', 'left', true), cell(''), cell(''), cell(''), cell(`${String(holding.length)} biên lai`, 'left', true), cell(''), cell(''), cell(formatDong(total), 'right', true)],
        ],
      },
    ],
    closing: {
      content: [
        ...methods.map(({ method, rows }) => text(`${METHODS[method]}: ${String(rows.length)} biên lai, ${formatDong(sum(rows))}`, { margin: [0, 3, 0, 0] })),
        text(`Tổng số tiền bằng chữ: ${dongInWords(total)}.`, { italics: true, margin: [0, 3, 0, 0] }),
        text(`${sheet.place}, ${officialDate(sheet.printedAt)}`, { italics: true, align: 'right', margin: [0, 8, 24, 0] }),
        signers(sheet, width),
      ],
      foot: text('Bảng kê lập từ biên lai đã phát hành trên phần mềm; biên lai đã hủy vẫn giữ số và không cộng vào tổng.', { size: 9, italics: true }),
      once: true,
    },
    pageLabels: { foot: `Bảng kê thu · ${period} · Trang {page}/{pages}`, size: 10 },
  };
}
