import { type Instant } from '../../../kernel/local-time.ts';
import { formatDong } from '../../../kernel/money.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDefinition, type PdfNode, text } from '../../../platform/pdf/pdf-definition.ts';

export interface RegisterPaper {
  readonly title: string;
  readonly book: string;
  readonly officeName: string;
  readonly period: string;
  readonly printedAt: Instant;
  readonly rows: readonly {
    readonly number: string; readonly date: string; readonly requester: string; readonly identityPaper: string | null; readonly document: string; readonly signer: string; readonly copies: number; readonly fee: number; readonly feeReceipt: string | null;
  }[];
  readonly copies: number;
  readonly fee: number;
}

/** Parts of the width: number, date, requester, document, signer, copies, fee, note. */
const COLUMNS = [0.13, 0.08, 0.17, 0.21, 0.18, 0.06, 0.09, 0.08] as const;
const HEADS = ['Số chứng thực', 'Ngày', 'Người yêu cầu chứng thực', 'Tên của bản chính, giấy tờ', 'Người ký, chức danh', 'Số bản', 'Phí', 'Ghi chú'] as const;

/** A book of certifications for a period on A4 across, with its totals: to be printed each month, bound and stamped (TT 01/2020/TT-BTP). */
export function buildRegister(paper: RegisterPaper): PdfDefinition {
  const page = { width: PAPER.A4.height, height: PAPER.A4.width, margins: [mm(15), mm(14), mm(15), mm(14)] as const };
  const width = page.width - page.margins[0] - page.margins[2];
  const cell = (words: string, align: 'left' | 'center' | 'right' = 'left'): PdfNode => text(words, { size: 10.5, align });
  return {
    kind: 'flow',
    info: { title: `${paper.title} ${paper.period}`, author: paper.officeName, createdAt: paper.printedAt },
    page,
    style: { font: 'Tinos', size: 12, lineHeight: 1.05 },
    content: [
      text(paper.officeName.toLocaleUpperCase('vi'), { bold: true, size: 11 }),
      text(paper.title.toLocaleUpperCase('vi'), { bold: true, size: 15, align: 'center', margin: [0, 8, 0, 2] }),
      text(`Ký hiệu ${paper.book} · ${paper.period}`, { align: 'center', margin: [0, 0, 0, 8] }),
      {
        kind: 'table',
        widths: COLUMNS.map((part) => part * width),
        headRows: 1,
        lines: 'grid',
        padding: [3, 2],
        rows: [
          HEADS.map((head) => text(head, { size: 10.5, bold: true, align: 'center' })),
          ...paper.rows.map((row) => [
            cell(row.number), cell(row.date, 'center'), cell([row.requester, row.identityPaper ?? ''].filter((part) => part !== '').join('\n')), cell(row.document), cell(row.signer), cell(String(row.copies), 'center'), cell(formatDong(row.fee), 'right'), cell(noteOf(row.feeReceipt)),
          ]),
        ],
      },
      text(`Cộng: ${String(paper.rows.length)} số chứng thực, ${String(paper.copies)} bản, phí ${formatDong(paper.fee)}.`, { bold: true, margin: [0, 8, 0, 0] }),
    ],
    pageLabels: { foot: `${paper.book} · Trang {page}/{pages}`, size: 10 },
  };
}

/** What stands under the notes of a line: its fee receipt. */
export function noteOf(feeReceipt: string | null): string {
  return feeReceipt === null ? '' : `Biên lai ${feeReceipt}`;
}
