import { formatTimeOfDay, msOfDayAt, MS_PER_MINUTE, weekdayOf, dateAt, type Instant } from '../../../kernel/local-time.ts';
import { plainDateWords, weekdayWords } from '../../../kernel/date-words.ts';
import { officialDate, officialNumber } from '../../../platform/pdf/official-head.ts';
import { type PaperOffice, type PaperStamp, type Printed, type ReceiptPaper, type ReceiptView } from './paper-views.ts';

const KINDS: Readonly<Record<ReceiptPaper['kind'], string>> = {
  original: 'Bản chính',
  copy: 'Bản sao',
  'certified-copy': 'Bản sao có chứng thực',
  electronic: 'Bản điện tử',
  data: 'Dữ liệu',
  form: 'Tờ khai',
};

/** In what form a paper was given: “Bản chính”, “Bản chính, xuất trình”, “Dữ liệu, cơ quan tự tra cứu”. */
export function paperKindWords(paper: ReceiptPaper): string {
  const kind = KINDS[paper.kind];
  switch (paper.source) {
    case 'submitted':
      return paper.kept === true ? `${kind}, giữ lại` : kind;
    case 'shown':
      return `${kind}, xuất trình`;
    case 'store':
      return `${kind}, dùng lại từ kho dữ liệu`;
    case 'database':
      return paper.lookedUp == null ? `${kind}, cơ quan tự tra cứu` : `${kind}, tra tại ${paper.lookedUp.database}, ${plainDateWords(dateAt(paper.lookedUp.at), 'vi')}`;
  }
}

/** How many of a paper stay in the office: a paper that was only shown or looked up leaves none. */
export function paperCopiesWords(paper: ReceiptPaper): string {
  const copies = paper.source === 'submitted' && paper.copies > 0 ? String(paper.copies).padStart(2, '0') : '–';
  return paper.pages == null ? copies : `${copies}\n${paper.pages} trang`;
}

/** “15 giờ 30 phút, ngày 20 tháng 11 năm 2026 (thứ Sáu)”: form 01 always names hour, minute and day. */
export function officialMoment(at: Instant): string {
  const [hour = '', minute = ''] = formatTimeOfDay(Math.floor(msOfDayAt(at) / MS_PER_MINUTE)).split(':');
  return `${Number(hour)} giờ ${minute} phút, ${officialDate(at)} (${weekdayWords(weekdayOf(dateAt(at)), 'vi')})`;
}

/** “15:30 20/11/2026”: where a table has no room for words. */
export function shortMoment(at: Instant): string {
  return `${formatTimeOfDay(Math.floor(msOfDayAt(at) / MS_PER_MINUTE))} ${plainDateWords(dateAt(at), 'vi')}`;
}

/** A dossier's code in a narrow column: the long ones are parted after the agency, and nowhere else. */
export function codeInColumn(code: string): string {
  return code.length > 18 ? code.replace('-', '-\n') : code;
}

/** “12/PTC-TTPVHCC”: a paper's number inside a sentence or a list; below 10 with a nought before it; the book of a former commune is named. */
export function paperNumberWords(number: number, suffix: string | null, former: string | null = null): string {
  return `${officialNumber(number, suffix).replace('Số: ', '')}${former === null ? '' : ` (${former})`}`;
}

/** The commune with its kind inside a sentence: “xã Hoa Lộc”. */
export function communeWords(office: PaperOffice): string {
  return `${office.communeKind} ${office.communeName}`;
}

/** The place name before the date; a commune that is called by a number keeps its kind: “Phường 1” (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function placeWords(office: PaperOffice): string {
  if (!/^\d/.test(office.communeName)) return office.communeName;
  const kind = office.communeKind;
  return `${kind.charAt(0).toLocaleUpperCase('vi')}${kind.slice(1)} ${office.communeName}`;
}

/** The centre's name without the commune, which stands in the line above it. */
export function centreHeadWords(office: PaperOffice): string {
  const tail = ` ${communeWords(office)}`.toLocaleLowerCase('vi');
  const { centreName } = office;
  return centreName.toLocaleLowerCase('vi').endsWith(tail) ? centreName.slice(0, -tail.length) : centreName;
}

/** Where the result is handed over. */
export function deliveryWords(view: ReceiptView): string {
  const { address } = view.delivery;
  switch (view.delivery.method) {
    case 'counter':
      return `Trung tâm (${view.office.address})`;
    case 'post':
      return `Qua dịch vụ bưu chính công ích, đến: ${address ?? view.applicant.address ?? ''}`;
    case 'home':
      return `Tại nhà: ${address ?? view.applicant.address ?? ''}`;
    case 'electronic':
      return 'Bản điện tử: Cổng Dịch vụ công quốc gia hoặc ứng dụng VNeID';
  }
}

/** What stands beside the QR: what to bring, how to follow the dossier, and what an officer never asks. */
export function receiptNotes(view: Pick<Printed<ReceiptView>, 'office' | 'check'>): readonly string[] {
  const { hotline } = view.office;
  return [
    'Mang theo giấy này khi đến nhận kết quả; mất giấy thì đưa căn cước. Người nhận thay mang thêm giấy ủy quyền.',
    `Muốn biết hồ sơ đến đâu: quét mã QR hoặc gọi ${hotline}.`,
    ...(view.check === undefined ? [] : [`Kiểm tra giấy này có thật: mở ${view.check}.`]),
    'Cán bộ không bao giờ hỏi mã OTP, mật khẩu; không gọi điện yêu cầu chuyển tiền hay cài ứng dụng.',
  ];
}

/** At the foot of every page of several: the dossier's code, or whose paper it is where there is no code yet. */
export function codeLabel(code: string | null, name: string): string {
  return code === null ? `Hồ sơ của ${name}` : `Mã hồ sơ ${code}`;
}

/** How anybody finds out whether the paper is genuine and still holds, and what an officer never asks. */
export function checkNotes(stamp: Pick<PaperStamp, 'shortAddress'>): readonly string[] {
  return [
    `Kiểm tra giấy này có thật và còn hiệu lực: quét mã QR hoặc mở ${stamp.shortAddress}.`,
    'Cán bộ không bao giờ hỏi mã OTP, mật khẩu; không gọi điện yêu cầu chuyển tiền hay cài ứng dụng.',
  ];
}
