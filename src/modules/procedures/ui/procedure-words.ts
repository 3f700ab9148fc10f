import { type FeeUnit } from '../../../kernel/fee-formula.ts';
import { limitWords } from '../../../kernel/legal-clock/limit-words.ts';
import { formatDong } from '../../../kernel/money.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Procedure } from '../domain/effective-procedure.ts';
import { type Bilingual, type Fee, type FilingChannel, type HiddenReason, type PaperRequirement, type ProcedurePack, type StepRole } from '../domain/procedure-pack.ts';

/** A text for people: in the reader's language where it exists, else the official Vietnamese. */
export function textIn(text: Bilingual, locale: Locale): string {
  return (locale === 'en' ? text.en : null) ?? text.vi;
}

/** The name for people: everyday where one was curated, else the official one without the word “Thủ tục” before it. */
export function nameWords(pack: ProcedurePack, locale: Locale): string {
  if (pack.everyday !== null) return textIn(pack.everyday.name, locale);
  const bare = pack.name.replace(/^Thủ tục:?\s+/iu, '');
  return bare.charAt(0).toLocaleUpperCase('vi') + bare.slice(1);
}

const UNDETERMINED: Readonly<Record<Locale, string>> = { vi: 'chưa xác định', en: 'not determined yet' };

/** The time limit that applies in the commune: “trong ngày”, “3 ngày làm việc”, “chưa xác định”. */
export function timeWords(procedure: Procedure, locale: Locale): string {
  return procedure.timeLimit === null ? UNDETERMINED[locale] : limitWords(procedure.timeLimit, locale);
}

const FEE_UNITS: Readonly<Record<Locale, Readonly<Record<FeeUnit, string>>>> = {
  vi: { case: '', page: ' một trang', copy: ' một bản', paper: ' một giấy', person: ' một người' },
  en: { case: '', page: ' a page', copy: ' a copy', paper: ' a paper', person: ' a person' },
};

const FREE: Readonly<Record<Locale, string>> = { vi: 'Không mất phí', en: 'Free of charge' };
const FEE_UNKNOWN: Readonly<Record<Locale, string>> = { vi: 'hỏi cán bộ', en: 'ask the officer' };

/** One line of a fee: “8.000 đ một bản”. */
export function feeLineWords(line: { readonly amount: number; readonly unit: FeeUnit }, locale: Locale): string {
  return `${formatDong(line.amount)}${FEE_UNITS[locale][line.unit]}`;
}

/**
 * What the matter itself costs, in a few words: “Không mất phí”, “0 đ”, “1.000 đ – 2.000 đ một trang”. Lines that are counted by another
 * unit than the first one, such as extra copies, are not part of it.
 */
export function shortFeeWords(fee: { readonly known: boolean; readonly lines: readonly { readonly amount: number; readonly unit: FeeUnit }[] }, locale: Locale): string {
  const [first] = fee.lines;
  if (first === undefined) return fee.known ? FREE[locale] : FEE_UNKNOWN[locale];
  const amounts = fee.lines.filter((line) => line.unit === first.unit).map((line) => line.amount);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  return least === most ? feeLineWords(first, locale) : `${formatDong(least)} – ${feeLineWords({ ...first, amount: most }, locale)}`;
}

const FEE_NOT_PUBLISHED: Readonly<Record<Locale, string>> = { vi: 'Bản công bố không ghi mức thu.', en: 'The published record does not give the fee.' };

/** Everything that is known of a fee, for staff: every line, and the remark. */
export function feeWords(fee: Fee, locale: Locale): string {
  const note = fee.note === null ? '' : textIn(fee.note, locale);
  const lines = fee.lines.map((line) => `${textIn(line.label, locale)}: ${feeLineWords(line, locale)}`).join('; ');
  const known = lines === '' && fee.known ? FREE[locale] : lines;
  if (known === '') return note === '' ? FEE_NOT_PUBLISHED[locale] : note;
  return note === '' ? known : `${known}. ${note}`;
}

const CHANNELS: Readonly<Record<Locale, Readonly<Record<FilingChannel, string>>>> = {
  vi: { counter: 'tại quầy', online: 'trực tuyến', post: 'qua bưu chính', kiosk: 'tại máy tự phục vụ', home: 'tại nhà' },
  en: { counter: 'at the counter', online: 'online', post: 'by post', kiosk: 'at the self-service machine', home: 'at home' },
};

/** How it may be filed: “Tại quầy, trực tuyến, qua bưu chính”. */
export function channelWords(channels: readonly FilingChannel[], locale: Locale): string {
  const all = channels.map((channel) => CHANNELS[locale][channel]).join(', ');
  return all.charAt(0).toUpperCase() + all.slice(1);
}

/** How a paper is handed in: “Nộp 1 bản chính”, “Đưa cán bộ xem, nhận lại ngay”. */
export function handlingWords({ handling, copies }: Pick<PaperRequirement, 'handling' | 'copies'>, locale: Locale): string {
  if (locale === 'en') {
    const count = (what: string, many: string): string => `${copies} ${copies === 1 ? what : many}`;
    switch (handling) {
      case 'submit-original': return `Hand in ${count('original', 'originals')}.`;
      case 'submit-copy': return `Hand in ${count('copy', 'copies')}; bring the original to compare.`;
      case 'submit-certified-copy': return `Hand in ${count('certified copy', 'certified copies')}.`;
      case 'show': return 'Show it to the officer; you get it back at once.';
      case 'form': return copies === 1 ? 'A form to fill in.' : `A form to fill in, ${copies} copies.`;
    }
  }
  switch (handling) {
    case 'submit-original': return `Nộp ${copies} bản chính.`;
    case 'submit-copy': return `Nộp ${copies} bản sao; mang bản chính để đối chiếu.`;
    case 'submit-certified-copy': return `Nộp ${copies} bản sao có chứng thực.`;
    case 'show': return 'Đưa cán bộ xem rồi nhận lại ngay.';
    case 'form': return copies === 1 ? 'Điền theo mẫu.' : `Điền theo mẫu, ${copies} bản.`;
  }
}

const ROLES: Readonly<Record<Locale, Readonly<Record<StepRole, string>>>> = {
  vi: { reception: 'Bộ phận Một cửa', specialist: 'công chức chuyên môn', leader: 'lãnh đạo Ủy ban nhân dân', clerk: 'văn thư' },
  en: { reception: 'the one-stop office', specialist: 'the specialist officer', leader: 'the leader of the People’s Committee', clerk: 'the clerk' },
};

/** Who holds a step. */
export function roleWords(role: StepRole, locale: Locale): string {
  return ROLES[locale][role];
}

/** Working hours of a step: “3 giờ làm việc”, “30 phút”. */
export function hoursWords(hours: number, locale: Locale): string {
  if (hours < 1) return locale === 'vi' ? `${Math.round(hours * 60)} phút` : `${Math.round(hours * 60)} minutes`;
  const rounded = Math.round(hours * 100) / 100;
  if (locale === 'vi') return `${String(rounded).replace('.', ',')} giờ làm việc`;
  return `${rounded} working ${rounded === 1 ? 'hour' : 'hours'}`;
}

const NOT_RECEIVABLE: Readonly<Record<Locale, Readonly<Record<'undetermined' | HiddenReason, string>>>> = {
  vi: {
    'undetermined': 'Thời hạn giải quyết chưa xác định. Quản trị phải bổ sung thời hạn trước khi tiếp nhận hồ sơ.',
    'internal': 'Thủ tục nội bộ giữa các cơ quan, không tiếp nhận từ người dân.',
    'decision-title': 'Bản ghi này là tên một quyết định công bố, không phải một thủ tục.',
    'district-level': 'Bản ghi này còn nêu cấp huyện đã bỏ từ 01/7/2025, chưa dùng để tiếp nhận.',
    'not-commune': 'Thủ tục này không thuộc thẩm quyền cấp xã.',
  },
  en: {
    'undetermined': 'The time limit is not determined. The administrator must complete it before a dossier can be received.',
    'internal': 'An internal procedure between agencies; it is not received from citizens.',
    'decision-title': 'This record is the title of a publishing decision, not a procedure.',
    'district-level': 'This record still names the district level abolished on 1 July 2025 and is not used for reception.',
    'not-commune': 'This procedure does not belong to the commune level.',
  },
};

/** Why a procedure cannot be received, or null when it can. */
export function notReceivableWords({ pack, timeLimit }: Procedure, locale: Locale): string | null {
  if (pack.audience.kind === 'hidden') return NOT_RECEIVABLE[locale][pack.audience.reason];
  return timeLimit === null ? NOT_RECEIVABLE[locale].undetermined : null;
}
