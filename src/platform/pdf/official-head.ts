import { dateAt, type Instant } from '../../kernel/local-time.ts';
import { runs, stack, text, type PdfColumns, type PdfNode } from './pdf-definition.ts';

/** Type sizes of the head in points. On A4 văn thư asks for 12–13 in the capitals and 13–14 in tiêu ngữ and the date. */
export interface OfficialHeadSizes {
  readonly capitals: number;
  readonly motto: number;
  readonly number: number;
}

export interface OfficialHead {
  /** The body above, such as “Ủy ban nhân dân xã Hoa Lộc”; set in capitals. */
  readonly parent: string;
  /** The body that issues the paper; set in bold capitals. */
  readonly issuer: string;
  /** Such as “Số: 05/TTPVHCC”. */
  readonly number: string;
  /** Place name before the date. */
  readonly place: string;
  readonly date: Instant;
}

/**
 * The head of an official paper as Phụ lục I of NĐ 30/2020/NĐ-CP sets it: bodies on the left with a line of two fifths under the
 * issuer, quốc hiệu and tiêu ngữ on the right with a line as long as the tiêu ngữ, then number, place and date. `width` is that of the
 * text on the page.
 */
export function officialHead(head: OfficialHead, width: number, sizes: OfficialHeadSizes): PdfNode {
  // Quốc hiệu must stay on one line: 20.8 is its width in Tinos Bold per point of size.
  const right = Math.max(width * 0.56, sizes.capitals * 20.8 + 4);
  const left = width - right - 6;
  const capitals = { size: sizes.capitals, align: 'center' } as const;
  const row = (first: PdfNode, second: PdfNode, gapAbove: number): PdfColumns => ({
    kind: 'columns',
    gap: 6,
    columns: [
      { width: left, content: first },
      { width: right, content: second },
    ],
    margin: [0, gapAbove, 0, 0],
  });
  const issuer: PdfNode = {
    kind: 'ruled-text',
    text: text(balanced(upperCase(head.issuer), left / (sizes.capitals * BOLD_CAPITAL_WIDTH)), { ...capitals, bold: true }),
    width: left,
    part: 0.4,
    thickness: 0.8,
    gap: 2,
  };
  const motto: PdfNode = {
    kind: 'ruled-text',
    text: text('Độc lập - Tự do - Hạnh phúc', { size: sizes.motto, bold: true, align: 'center' }),
    width: right,
    part: 1,
    thickness: 0.8,
    gap: 2,
  };
  return stack([
    row(
      stack([text(balanced(upperCase(head.parent), left / (sizes.capitals * CAPITAL_WIDTH)), capitals), issuer]),
      stack([text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { ...capitals, bold: true }), motto]),
      0,
    ),
    row(
      text(head.number, { size: sizes.number, align: 'center' }),
      runs([{ text: `${head.place}, ` }, { text: officialDate(head.date), noBreak: true }], { size: sizes.number, align: 'center', italics: true }),
      sizes.number * 0.7,
    ),
  ]);
}

/** “ngày 05 tháng 02 năm 2026”: days below 10 and the months 1 and 2 carry a nought (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function officialDate(at: Instant): string {
  const [year = '', month = '', day = ''] = dateAt(at).split('-');
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}

/** “Số: 05/TTPVHCC”; below 10 with a nought before it; dots to be filled in by hand while there is no number. */
export function officialNumber(number: number | null, suffix: string | null): string {
  const digits = number === null ? '……' : String(number).padStart(2, '0');
  return suffix === null ? `Số: ${digits}` : `Số: ${digits}/${suffix}`;
}

/** Width of an average capital with its share of spaces in Tinos and Tinos Bold, per point of size. */
const CAPITAL_WIDTH = 0.61;
const BOLD_CAPITAL_WIDTH = 0.65;

/** Words of several syllables that no line may part. */
const WHOLE_WORDS = ['ỦY BAN', 'NHÂN DÂN', 'ĐẶC KHU', 'TRUNG TÂM', 'PHỤC VỤ', 'HÀNH CHÍNH', 'HỒ SƠ', 'KẾT QUẢ', 'GIẢI QUYẾT', 'GIA HẠN', 'THỜI GIAN', 'XIN LỖI', 'ĐỀ NGHỊ', 'TIẾP NHẬN', 'HOÀN THIỆN', 'BỔ SUNG', 'BÀN GIAO'];

/**
 * A name of two lines parted where they come out most alike and no word is torn: “TRUNG TÂM PHỤC VỤ / HÀNH CHÍNH CÔNG”. Longer ones break
 * by themselves.
 */
export function balanced(words: string, lettersPerLine: number): string {
  if (words.length <= lettersPerLine || words.length > 2 * lettersPerLine) return words;
  const capitals = upperCase(words);
  const torn = (at: number) => WHOLE_WORDS.some((word) => capitals.slice(at - word.indexOf(' '), at + word.length - word.indexOf(' ')) === word);
  const breaks = [...words.matchAll(/ /g)].map((match) => match.index).filter((at) => !torn(at));
  const best = breaks.toSorted((a, b) => Math.abs(words.length - 2 * a) - Math.abs(words.length - 2 * b))[0];
  return best === undefined ? words : `${words.slice(0, best)}\n${words.slice(best + 1)}`;
}

function upperCase(words: string): string {
  return words.toLocaleUpperCase('vi');
}
