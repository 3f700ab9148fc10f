import { type WorkbookSheet } from '../../../platform/xlsx/write-sheet.ts';
import { type ReportResponse } from '../contract/report-schemas.ts';
import { periodWords, REPORT_COLUMNS, REPORT_LABELS, reportNotes } from './report-columns.ts';

/** The report as one sheet: numbers as numbers, so that an office can go on calculating with them. */
export function buildReportSheet(report: ReportResponse): WorkbookSheet {
  const values = (row: Pick<ReportResponse['rows'][number], 'counts' | 'sums'>): readonly number[] => REPORT_COLUMNS.map(({ value }) => value(row));
  return {
    title: 'Bao cao',
    widths: [6, 44, ...REPORT_COLUMNS.map(() => 13)],
    headRows: 3,
    rows: [
      [null, `Tình hình, kết quả giải quyết thủ tục hành chính. ${periodWords(report)}`],
      [null, null, ...REPORT_COLUMNS.map(({ group }) => group)],
      ['TT', REPORT_LABELS[report.by], ...REPORT_COLUMNS.map(({ head }) => head)],
      [null, 'Tổng cộng', ...values(report.total)],
      ...report.rows.map((row, index) => [index + 1, row.label, ...values(row)]),
      ...reportNotes(report).map((note) => [null, note]),
    ],
  };
}
