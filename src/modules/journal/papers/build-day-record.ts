import { type Instant } from '../../../kernel/local-time.ts';
import { officialHead } from '../../../platform/pdf/official-head.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDefinition, runs, stack, text } from '../../../platform/pdf/pdf-definition.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';

/** What the record of a day says. */
export interface DayRecord {
  /** “xã Hoa Lộc”. */
  readonly communeWords: string;
  readonly place: string;
  readonly centreName: string;
  readonly drawnUpAt: Instant;
  /** “23/11/2026”. */
  readonly dayWords: string;
  readonly count: number;
  /** Sixteen groups of four. */
  readonly groups: readonly string[];
  /** Where everybody compares. */
  readonly link: string;
}

const MARGINS = [mm(30), mm(20), mm(16), mm(20)] as const;
const QR = mm(30);

/** “Biên bản chốt nhật ký”: the number of entries of a day and its root, to be signed and kept on paper, so that no database can change it any more. Vietnamese only, as official papers are. */
export function buildDayRecord(record: DayRecord): PdfDefinition {
  const page = { ...PAPER.A4, margins: MARGINS };
  const width = page.width - MARGINS[0] - MARGINS[2];
  const rows = [0, 4, 8, 12].map((from) => record.groups.slice(from, from + 4).join('   '));
  const { path, side } = qrPath(record.link);
  return {
    kind: 'flow',
    info: { title: `Biên bản chốt nhật ký ngày ${record.dayWords}`, author: record.centreName, createdAt: record.drawnUpAt },
    page,
    style: { font: 'Tinos', size: 13, lineHeight: 1.15 },
    content: [
      officialHead({ parent: `Ủy ban nhân dân ${record.communeWords}`, issuer: record.centreName, number: 'Số: ……/BB', place: record.place, date: record.drawnUpAt }, width, { capitals: 12, motto: 13, number: 13 }),
      text('BIÊN BẢN', { size: 14, bold: true, align: 'center', margin: [0, 22, 0, 0] }),
      text(`Chốt nhật ký ngày ${record.dayWords}`, { bold: true, align: 'center', margin: [0, 2, 0, 14] }),
      text('Hệ thống Xã Số ghi mọi việc xử lý và mọi lượt xem dữ liệu cá nhân thành từng dòng nối tiếp nhau; mỗi dòng mang mã băm SHA-256 tính từ dòng trước và nội dung của chính nó. Mã sau dòng cuối ngày là mã chốt của ngày: sửa, bớt hoặc đổi chỗ bất kỳ dòng nào của ngày này hoặc các ngày trước đều làm mã khác đi.', { align: 'justify', margin: [0, 0, 0, 8] }),
      runs([{ text: 'Số dòng trong ngày: ' }, { text: String(record.count), bold: true }], { margin: [0, 0, 0, 4] }),
      text('Mã chốt (SHA-256, mười sáu nhóm bốn ký tự):', { margin: [0, 0, 0, 4] }),
      stack(rows.map((words) => text(words, { size: 17, bold: true, align: 'center', margin: [0, 2, 0, 2] })), { margin: [0, 2, 0, 10] }),
      text(`Ai cũng có thể so mã này với mã công bố tại ${record.link.replace(/^https?:\/\//, '')}. Cách tính lại không cần phần mềm này được ghi trong tệp xuất nhật ký.`, { align: 'justify' }),
    ],
    closing: {
      content: [
        {
          kind: 'columns', gap: 6, margin: [0, 20, 0, 0],
          columns: [
            { width: width / 2 - 3, content: text('NGƯỜI LẬP BIÊN BẢN', { bold: true, align: 'center' }) },
            { width: width / 2 - 3, content: text('THỦ TRƯỞNG ĐƠN VỊ', { bold: true, align: 'center', margin: [0, 0, 0, 60] }) },
          ],
        },
        { kind: 'drawing', path, viewWidth: side, viewHeight: side, inset: QUIET_ZONE, width: QR, colour: '#000000', align: 'right' },
      ],
      foot: text(record.link.replace(/^https?:\/\//, ''), { size: 9, align: 'right' }),
    },
  };
}
