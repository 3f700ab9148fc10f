import { type Instant } from '../../../kernel/local-time.ts';
import { officialHead } from '../../../platform/pdf/official-head.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDefinition, type PdfNode, stack, text } from '../../../platform/pdf/pdf-definition.ts';
import { type ReportResponse } from '../contract/report-schemas.ts';
import { periodWords, REPORT_COLUMNS, REPORT_LABELS, reportNotes } from './report-columns.ts';

/** Whose report it is and when it was drawn up. */
export interface ReportOffice {
  readonly communeWords: string;
  readonly place: string;
  readonly centreName: string;
  readonly drawnUpAt: Instant;
}

const MARGINS = [mm(20), mm(16), mm(14), mm(14)] as const;
const NUMBER_WIDTH = 39;
const TITLE = 'BÁO CÁO TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH';

/** The report on handling as an A4 page on its side: every figure of the form with the total first. Vietnamese only, as the form is. */
export function buildReport(report: ReportResponse, office: ReportOffice): PdfDefinition {
  const page = { width: PAPER.A4.height, height: PAPER.A4.width, margins: MARGINS };
  const width = page.width - MARGINS[0] - MARGINS[2];
  const cell = (words: string, bold = false): PdfNode => text(words, { size: 8.5, bold, align: 'center' });
  const line = (number: string, label: string, values: readonly number[], bold = false): readonly PdfNode[] => [
    cell(number, bold), text(label, { size: 9, bold }), ...values.map((value) => cell(String(value), bold)),
  ];
  const valuesOf = (row: Pick<ReportResponse['rows'][number], 'counts' | 'sums'>): readonly number[] => REPORT_COLUMNS.map(({ value }) => value(row));
  const heads = REPORT_COLUMNS.map(({ group, head }) => cell(group === head ? head : `${group}: ${head.toLowerCase()}`, true));
  return {
    kind: 'flow',
    info: { title: `Báo cáo ${report.from} ${report.to}`, author: office.centreName, createdAt: office.drawnUpAt },
    page,
    style: { font: 'Tinos', size: 12, lineHeight: 1.05 },
    content: [
      officialHead({ parent: `Ủy ban nhân dân ${office.communeWords}`, issuer: office.centreName, number: 'Số: ……/BC', place: office.place, date: office.drawnUpAt }, width, { capitals: 12, motto: 13, number: 12 }),
      text(TITLE, { size: 14, bold: true, align: 'center', margin: [0, 14, 0, 0] }),
      text(periodWords(report), { italics: true, align: 'center', margin: [0, 2, 0, 10] }),
      {
        kind: 'table',
        widths: [24, width - 24 - NUMBER_WIDTH * REPORT_COLUMNS.length, ...REPORT_COLUMNS.map(() => NUMBER_WIDTH)],
        headRows: 1,
        rows: [
          [cell('TT', true), cell(REPORT_LABELS[report.by], true), ...heads],
          line('', 'Tổng cộng', valuesOf(report.total), true),
          ...report.rows.map((row, index) => line(String(index + 1), row.label, valuesOf(row))),
        ],
        lines: 'grid',
        padding: [2, 2],
      },
      stack(reportNotes(report).map((note) => text(note, { size: 11, margin: [0, 4, 0, 0] })), { margin: [0, 6, 0, 0] }),
    ],
    closing: {
      content: [{
        kind: 'columns', gap: 6, margin: [0, 10, 0, 0],
        columns: [
          { width: width / 2 - 3, content: text('NGƯỜI LẬP BÁO CÁO', { bold: true, align: 'center' }) },
          { width: width / 2 - 3, content: text('THỦ TRƯỞNG ĐƠN VỊ', { bold: true, align: 'center', margin: [0, 0, 0, 48] }) },
        ],
      }],
      foot: text('', { size: 8 }),
    },
    pageLabels: { foot: '{page}/{pages}', size: 9 },
  };
}
