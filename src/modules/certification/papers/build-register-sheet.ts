import { type WorkbookSheet } from '../../../platform/xlsx/write-sheet.ts';
import { noteOf, type RegisterPaper } from './build-register.ts';

/** A book of certifications for a period as one sheet, with numbers as numbers: what an office counts and adds up from. */
export function buildRegisterSheet(paper: Pick<RegisterPaper, 'title' | 'book' | 'officeName' | 'period' | 'rows' | 'copies' | 'fee'>): WorkbookSheet {
  return {
    title: `So ${paper.book}`,
    widths: [30, 12, 28, 28, 40, 40, 9, 12, 16],
    headRows: 3,
    rows: [
      [`${paper.officeName}. ${paper.title}`],
      [`Ký hiệu ${paper.book}, ${paper.period}`],
      ['Số chứng thực', 'Ngày', 'Người yêu cầu chứng thực', 'Giấy tờ tùy thân', 'Tên của bản chính, giấy tờ', 'Người ký, chức danh', 'Số bản', 'Phí (đồng)', 'Ghi chú'],
      ...paper.rows.map((row) => [row.number, row.date, row.requester, row.identityPaper, row.document, row.signer, row.copies, row.fee, noteOf(row.feeReceipt)]),
      [`Cộng: ${String(paper.rows.length)} số chứng thực`, null, null, null, null, null, paper.copies, paper.fee],
    ],
  };
}
