/** Every reason to look twice at a card that was read. */
export type IdCardWarningCode =
  | 'id-card.unreadable'
  | 'id-card.fewer-fields'
  | 'id-card.unusual-order'
  | 'id-card.empty-number'
  | 'id-card.strange-number'
  | 'id-card.strange-old-number'
  | 'id-card.empty-name'
  | 'id-card.strange-name'
  | 'id-card.lost-characters'
  | 'id-card.keyboard-residue'
  | 'id-card.accents-lost'
  | 'id-card.empty-date'
  | 'id-card.impossible-date'
  | 'id-card.year-only'
  | 'id-card.issued-before-birth'
  | 'id-card.empty-gender'
  | 'id-card.unknown-gender'
  | 'id-card.cut'
  | 'id-card.repaired-encoding'
  | 'id-card.byte-order-mark'
  | 'id-card.full-width'
  | 'id-card.line-break'
  | 'id-card.control-characters'
  | 'citizen-number.place-unassigned'
  | 'citizen-number.sex-mismatch'
  | 'citizen-number.birth-year-mismatch';

/** One such reason, the field it belongs to, and a better reading where there is one to offer. It never blocks. */
export interface IdCardWarning {
  readonly code: IdCardWarningCode;
  readonly field?: 'idNumber' | 'oldId' | 'fullName' | 'birthDate' | 'gender' | 'residence' | 'issueDate';
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly suggestion?: string;
}

/** A sentence in both languages; `{name}` stands for a fact or the suggestion. */
export interface WarningWords {
  readonly vi: string;
  readonly en: string;
}

/** Codes of repairs that were made without loss: good to know, nothing to do. */
const NOTES: ReadonlySet<IdCardWarningCode> = new Set([
  'id-card.byte-order-mark',
  'id-card.full-width',
  'id-card.line-break',
  'id-card.control-characters',
]);

const WORDS: Readonly<Record<IdCardWarningCode, WarningWords>> = {
  'id-card.unreadable': {
    vi: 'Không đọc được thông tin nào từ mã QR. Mời quét lại hoặc nhập tay theo thẻ.',
    en: 'Nothing could be read from the QR code. Please scan again or type from the card.',
  },
  'id-card.fewer-fields': {
    vi: 'Mã QR chỉ có {count} trường thay vì 7. Vui lòng kiểm tra từng ô với thẻ.',
    en: 'The QR code has {count} fields instead of 7. Please check every box against the card.',
  },
  'id-card.unusual-order': {
    vi: 'Các trường trong mã QR không theo thứ tự thường gặp. Vui lòng kiểm tra từng ô với thẻ.',
    en: 'The fields of the QR code are not in their usual order. Please check every box against the card.',
  },
  'id-card.empty-number': { vi: 'Không có số định danh cá nhân 12 chữ số.', en: 'There is no 12-digit personal number.' },
  'id-card.strange-number': {
    vi: 'Số định danh cá nhân phải có 12 chữ số; đọc được {length} ký tự.',
    en: 'A personal number has 12 digits; {length} characters were read.',
  },
  'id-card.strange-old-number': { vi: 'Số CMND cũ phải có 9 chữ số.', en: 'A former ID number has 9 digits.' },
  'id-card.empty-name': { vi: 'Không có họ và tên. Vui lòng nhập theo thẻ.', en: 'There is no name. Please type it from the card.' },
  'id-card.strange-name': {
    vi: 'Họ và tên có ký tự lạ. Vui lòng nhập lại theo thẻ.',
    en: 'The name has unexpected characters. Please type it from the card.',
  },
  'id-card.lost-characters': {
    vi: 'Họ và tên bị mất chữ khi quét. Vui lòng nhập lại theo thẻ.',
    en: 'Letters of the name were lost in scanning. Please type it from the card.',
  },
  'id-card.keyboard-residue': {
    vi: 'Bộ gõ tiếng Việt đã làm sai dấu khi quét. Có thể là “{suggestion}”. Hãy tắt bộ gõ rồi quét lại.',
    en: 'The Vietnamese keyboard spoiled the accents. It may read “{suggestion}”. Turn the keyboard off and scan again.',
  },
  'id-card.accents-lost': {
    vi: 'Dấu tiếng Việt bị mất khi quét. Vui lòng sửa theo thẻ hoặc chỉnh lại máy quét.',
    en: 'The Vietnamese accents were lost in scanning. Please correct from the card, or set up the scanner again.',
  },
  'id-card.empty-date': { vi: 'Thiếu ngày, tháng, năm. Vui lòng nhập theo thẻ.', en: 'The date is missing. Please type it from the card.' },
  'id-card.impossible-date': {
    vi: 'Ngày “{text}” không có trong lịch. Vui lòng nhập theo thẻ.',
    en: 'There is no such date as “{text}”. Please type it from the card.',
  },
  'id-card.year-only': {
    vi: 'Thẻ chỉ ghi năm {year}. Vui lòng hỏi thêm ngày và tháng nếu cần.',
    en: 'The card gives only the year {year}. Please ask for day and month if they are needed.',
  },
  'id-card.issued-before-birth': { vi: 'Ngày cấp thẻ sớm hơn ngày sinh.', en: 'The card is dated before the birth.' },
  'id-card.empty-gender': { vi: 'Thiếu giới tính. Vui lòng nhập theo thẻ.', en: 'The sex is missing. Please enter it from the card.' },
  'id-card.unknown-gender': { vi: 'Không đọc được giới tính. Vui lòng nhập theo thẻ.', en: 'The sex could not be read. Please enter it from the card.' },
  'id-card.cut': {
    vi: 'Nội dung quá dài so với một mã QR; chỉ đọc phần đầu. Vui lòng quét lại.',
    en: 'The text is too long for a QR code; only its beginning was read. Please scan again.',
  },
  'id-card.repaired-encoding': {
    vi: 'Chữ trong mã QR bị sai bảng mã và đã được sửa. Vui lòng đối chiếu với thẻ.',
    en: 'The letters came in a wrong encoding and were repaired. Please compare with the card.',
  },
  'id-card.byte-order-mark': { vi: 'Đã bỏ dấu đầu tệp (BOM).', en: 'A byte order mark was removed.' },
  'id-card.full-width': { vi: 'Đã đổi ký tự toàn khổ thành ký tự thường.', en: 'Full-width signs were turned into ordinary ones.' },
  'id-card.line-break': { vi: 'Đã bỏ ký tự xuống dòng.', en: 'Line breaks were removed.' },
  'id-card.control-characters': { vi: 'Đã bỏ ký tự ẩn.', en: 'Invisible characters were removed.' },
  'citizen-number.place-unassigned': {
    vi: 'Ba chữ số đầu {placeCode} không ứng với tỉnh nào. Vui lòng đối chiếu với thẻ.',
    en: 'The first three digits {placeCode} belong to no province. Please compare with the card.',
  },
  'citizen-number.sex-mismatch': {
    vi: 'Giới tính trên thẻ khác với số định danh. Vui lòng đối chiếu với thẻ.',
    en: 'The sex on the card differs from the personal number. Please compare with the card.',
  },
  'citizen-number.birth-year-mismatch': {
    vi: 'Năm sinh {known} khác với số định danh ({inNumber}). Vui lòng đối chiếu với thẻ.',
    en: 'The birth year {known} differs from the personal number ({inNumber}). Please compare with the card.',
  },
};

/** Whether a warning only reports a repair without loss (`note`) or asks the officer to compare with the card (`check`). */
export function idCardWarningLevel({ code }: IdCardWarning): 'note' | 'check' {
  return NOTES.has(code) ? 'note' : 'check';
}

/** The sentence for a warning in Vietnamese and English, its facts filled in. */
export function idCardWarningWords({ code, facts, suggestion }: IdCardWarning): WarningWords {
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/gu, (_, name: string) => (name === 'suggestion' ? (suggestion ?? '') : String(facts?.[name] ?? '')));
  return { vi: fill(WORDS[code].vi), en: fill(WORDS[code].en) };
}
