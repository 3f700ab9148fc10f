import { type ReportResponse } from '../contract/report-schemas.ts';

type Line = Pick<ReportResponse['rows'][number], 'counts' | 'sums'>;

/** A column of numbers of the printed report, with the group that it stands under. */
export interface ReportColumn {
  readonly group: string;
  readonly head: string;
  readonly value: (line: Line) => number;
}

const RECEIVED = 'Tiếp nhận';
const FINISHED = 'Đã giải quyết';
const UNDER_WAY = 'Đang giải quyết';
const BACK = 'Trả lại, xin rút';

/** The columns in the order of the form: received, finished, under way, waiting, gone back (06a, 07b; domain 1.9). */
export const REPORT_COLUMNS: readonly ReportColumn[] = [
  { group: RECEIVED, head: 'Tổng số', value: ({ sums }) => sums.toHandle },
  { group: RECEIVED, head: 'Kỳ trước chuyển sang', value: ({ counts }) => counts['carried-over'] },
  { group: RECEIVED, head: 'Trực tuyến', value: ({ counts }) => counts['received-online'] },
  { group: RECEIVED, head: 'Trực tiếp', value: ({ counts }) => counts['received-counter'] },
  { group: RECEIVED, head: 'Bưu chính công ích', value: ({ counts }) => counts['received-post'] },
  { group: FINISHED, head: 'Tổng số', value: ({ sums }) => sums.finished },
  { group: FINISHED, head: 'Trước hạn', value: ({ counts }) => counts['finished-early'] },
  { group: FINISHED, head: 'Đúng hạn', value: ({ counts }) => counts['finished-on-time'] },
  { group: FINISHED, head: 'Quá hạn', value: ({ counts }) => counts['finished-late'] },
  { group: UNDER_WAY, head: 'Tổng số', value: ({ sums }) => sums.underWay },
  { group: UNDER_WAY, head: 'Trong hạn', value: ({ counts }) => counts['under-way-in-time'] },
  { group: UNDER_WAY, head: 'Quá hạn', value: ({ counts }) => counts['under-way-late'] },
  { group: 'Chờ bổ sung', head: 'Chờ bổ sung', value: ({ counts }) => counts['waiting-supplement'] },
  { group: BACK, head: 'Xin rút', value: ({ counts }) => counts.withdrawn },
  { group: BACK, head: 'Dừng xử lý', value: ({ counts }) => counts.stopped },
];

/** What the first column names. */
export const REPORT_LABELS = { field: 'Lĩnh vực', procedure: 'Thủ tục', unit: 'Đơn vị' } as const satisfies Record<ReportResponse['by'], string>;

/** “Từ ngày 01/11/2026 đến ngày 30/11/2026”. */
export function periodWords({ from, to }: Pick<ReportResponse, 'from' | 'to'>): string {
  const day = (date: string): string => date.split('-').reverse().join('/');
  return from === to ? `Ngày ${day(from)}` : `Từ ngày ${day(from)} đến ngày ${day(to)}`;
}

const percent = (share: number | null): string => (share === null ? 'không có hồ sơ đã giải quyết' : `${(share * 100).toFixed(1).replace('.', ',')} %`);

/** What stands under the table: the shares with what they count, and what stands beside the sum. */
export function reportNotes({ total: { counts, sums } }: Pick<ReportResponse, 'total'>): readonly string[] {
  return [
    `Tỷ lệ đúng hạn (trước hạn và đúng hạn trên đã giải quyết), tính theo ngày hẹn ban đầu đã trừ thời gian chờ bổ sung: ${percent(sums.onTimeShare)}.`,
    `Số hồ sơ xong đúng hạn nhưng yêu cầu bổ sung quá một lần: ${String(counts['asked-twice'])}; tính là quá hạn theo Quyết định 766/QĐ-TTg thì tỷ lệ đúng hạn là ${percent(sums.onTimeShare766)}.`,
    `Hồ sơ khai từ xa bị từ chối tiếp nhận trong kỳ: ${String(counts.refused)} (không tính vào tổng số).`,
  ];
}
