import { plainDateWords } from '../../../kernel/date-words.ts';
import { type Instant, type LocalDate } from '../../../kernel/local-time.ts';
import { numberInWords } from '../../../kernel/number-words.ts';
import { officialHead } from '../../../platform/pdf/official-head.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDefinition, runs, text } from '../../../platform/pdf/pdf-definition.ts';
import { type ExplainedGap, gapWords } from '../domain/book.ts';

/** What the closing line of a book says. */
export interface ClosingPaper {
  readonly communeWords: string;
  readonly place: string;
  readonly centreName: string;
  readonly drawnUpAt: Instant;
  readonly title: string;
  readonly symbol: string;
  readonly year: string;
  readonly first: number;
  /** 0: no number was given. */
  readonly last: number;
  readonly count: number;
  readonly missing: number;
  readonly gaps: readonly ExplainedGap[];
  readonly voided: readonly { readonly number: number; readonly reason: string }[];
  readonly closedOn: LocalDate;
  readonly closedBy: string;
}

const MARGINS = [mm(30), mm(20), mm(16), mm(20)] as const;
/** Lines of reasons that fit on the page beside the signatures. */
const SHOWN = 18;

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);

/**
 * “Kết thúc sổ … có … số”: the closing line of a book (TT 01/2020/TT-BTP Điều 4: at the end of the year the book is closed and its numbers are counted), to be
 * signed and bound into it. Vietnamese only, as official papers are.
 */
export function buildClosing(paper: ClosingPaper): PdfDefinition {
  const page = { ...PAPER.A4, margins: MARGINS };
  const width = page.width - MARGINS[0] - MARGINS[2];
  const { count, first, last, year } = paper;
  const name = `${paper.title} năm ${year}`;
  const inside = name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
  const span = last === 0 ? 'Trong năm sổ không cấp số nào.' : `Số đầu tiên: ${String(first)}; số cuối cùng: ${String(last)}.`;
  const shown = [...paper.gaps.map((gap) => ({ numbers: gapWords(gap), reason: gap.reason ?? 'Chưa ghi lý do' })), ...paper.voided.map(({ number, reason }) => ({ numbers: String(number), reason: `Đã hủy: ${reason}` }))];
  const left = shown.length - SHOWN;
  return {
    kind: 'flow',
    info: { title: `Kết thúc ${name}`, author: paper.centreName, createdAt: paper.drawnUpAt },
    page,
    style: { font: 'Tinos', size: 13, lineHeight: 1.15 },
    content: [
      officialHead({ parent: `Ủy ban nhân dân ${paper.communeWords}`, issuer: paper.centreName, number: 'Số: ……/KTS', place: paper.place, date: paper.drawnUpAt }, width, { capitals: 12, motto: 13, number: 13 }),
      text('KẾT THÚC SỔ', { size: 14, bold: true, align: 'center', margin: [0, 22, 0, 0] }),
      text(name, { bold: true, align: 'center', margin: [0, 2, 0, 0] }),
      text(paper.symbol === '' ? '' : `Ký hiệu ${paper.symbol}`, { align: 'center', margin: [0, 2, 0, 14] }),
      runs([{ text: `Kết thúc ${inside} có ` }, { text: `${String(count)} số`, bold: true }, { text: ` (${capital(numberInWords(count))} số).` }], { align: 'justify', margin: [0, 0, 0, 6] }),
      text(span, { margin: [0, 0, 0, 6] }),
      text(`Sổ khóa ngày ${plainDateWords(paper.closedOn, 'vi')}, người khóa sổ: ${paper.closedBy}. Từ ngày khóa không cấp thêm số nào trong sổ này.`, { align: 'justify', margin: [0, 0, 0, 6] }),
      text(shown.length === 0 ? 'Không có số bỏ trống, không có số bị hủy.' : `Số bỏ trống: ${String(paper.missing)}; số đã hủy: ${String(paper.voided.length)}. Cụ thể:`, { margin: [0, 0, 0, 6] }),
      ...(shown.length === 0 ? [] : [{
        kind: 'table' as const, widths: [width * 0.2, width * 0.8], headRows: 1, lines: 'grid' as const, padding: [4, 2] as const,
        rows: [
          ['Số', 'Lý do'].map((head) => text(head, { bold: true, size: 12, align: 'center' })),
          ...shown.slice(0, SHOWN).map(({ numbers, reason }) => [text(numbers, { size: 12, align: 'center' }), text(reason, { size: 12 })]),
        ],
      }]),
      ...(left <= 0 ? [] : [text(`… và ${String(left)} dòng nữa ở màn hình Sổ và số.`, { margin: [0, 4, 0, 0] })]),
    ],
    closing: {
      content: [
        {
          kind: 'columns', gap: 6, margin: [0, 24, 0, 0],
          columns: [
            { width: width / 2 - 3, content: text('NGƯỜI GIỮ SỔ', { bold: true, align: 'center' }) },
            { width: width / 2 - 3, content: text('THỦ TRƯỞNG ĐƠN VỊ', { bold: true, align: 'center', margin: [0, 0, 0, 70] }) },
          ],
        },
      ],
      foot: text(name, { size: 9, align: 'right' }),
    },
  };
}
