import { limitWords } from '../../../kernel/legal-clock/limit-words.ts';
import { dongInWords, formatDong } from '../../../kernel/money.ts';
import { runs, text, type PdfFlow, type PdfNode } from '../../../platform/pdf/pdf-definition.ts';
import { type PaperLook, paperLook } from './paper-look.ts';
import { BETWEEN, footBlock, headAndTitle, labelled, paperFlow, personLines, signatureRow } from './paper-parts.ts';
import { bankCode, howToPay, paymentBlock, type PrintedPayment } from './payment-block.ts';
import { type PaperPerson, type PaperStamp, type Printed, type ReceiptView } from './paper-views.ts';
import { deliveryWords, officialMoment, paperCopiesWords, paperKindWords, receiptNotes } from './paper-words.ts';

/** Columns of the table of papers after the name: number, form, copies. */
const COLUMNS: Readonly<Record<PaperStamp['paper'], { readonly number: number; readonly kind: number; readonly copies: number }>> = {
  A5: { number: 24, kind: 122, copies: 42 },
  A4: { number: 32, kind: 128, copies: 58 },
};

/**
 * Form 01 “Giấy tiếp nhận hồ sơ và hẹn trả kết quả” (TT 03/2025/TT-VPCP): every field of the form, the hour and the day of receipt and
 * result with the reason for the date, the papers that were given or only shown, and a QR that opens the dossier's page. Vietnamese
 * only, as the official form is. `payments` is what is still to be paid at the moment of printing; it is no part of what was issued.
 */
export function buildReceipt(view: Printed<ReceiptView>, payments: readonly PrintedPayment[] = []): PdfFlow {
  const look = paperLook(view.paper);
  const alone = onlyFees(view, payments);
  return paperFlow(view, look, {
    subject: view.code,
    label: `Mã hồ sơ ${view.code}`,
    content: [
      ...headAndTitle(view, view.code, look),
      text(view.office.centreName, { bold: true, margin: [0, 0, 0, look.gap] }),
      ...personLines('Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức', view.applicant, look),
      ...principalLines(view, look),
      ...(view.helper === undefined ? [] : [labelled('Người hỗ trợ', view.helper, look)]),
      labelled('Nội dung yêu cầu giải quyết', view.content, look, true),
      paperTable(view, look),
      text(
        `Số lượng hồ sơ: ${String(view.copies).padStart(2, '0')} bộ${BETWEEN}Thời gian giải quyết hồ sơ theo quy định: ${limitWords(view.timeLimit, 'vi')}`,
        { margin: [0, 0, 0, look.gap] },
      ),
      ...feeLines(view, look, alone),
      labelled('Thời gian nhận hồ sơ', officialMoment(view.receivedAt), look),
      // Before the part that is kept together, so that it fills the page that it begins on.
      ...(alone === undefined ? payments.map((payment) => paymentBlock(payment, look)) : []),
    ],
    closing: [
      ...resultLines(view, look),
      signatureRow([{ role: 'NGƯỜI NỘP HỒ SƠ', name: view.applicant.fullName }, { role: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: view.receivedBy }], look),
    ],
    foot: footBlock(receiptNotes(view), view, look, alone?.transfer == null ? undefined : { ...bankCode(alone.transfer.qr, look), words: 'Quét để nộp tiền' }),
  });
}

function principalLines({ principal }: ReceiptView, look: PaperLook): readonly PdfNode[] {
  if (principal === null) return [];
  const details = [...personDetails(principal), ...(principal.authorisingPaper === null ? [] : [`giấy tờ ủy quyền: ${principal.authorisingPaper}`])];
  return [labelled('Người ủy quyền', [principal.fullName, ...details].join('; '), look)];
}

/** What is known of a person beside the name; what is not known is left out. */
function personDetails(person: PaperPerson): readonly string[] {
  const detail = (label: string, value: string | null) => (value === null ? [] : [`${label}: ${value}`]);
  return [
    ...detail('số định danh', person.citizenNumber),
    ...detail('địa chỉ', person.address),
    ...detail('điện thoại', person.phone),
    ...detail('email', person.email),
  ];
}

function paperTable(view: Printed<ReceiptView>, look: PaperLook): PdfNode {
  const { number, kind, copies } = COLUMNS[view.paper];
  const cell = (words: string, align: 'left' | 'center' = 'left') => text(words, { size: look.body - 0.5, align });
  const head = (words: string) => text(words, { size: look.body - 0.5, bold: true, align: 'center' });
  return {
    kind: 'table',
    widths: [number, look.width - number - kind - copies, kind, copies],
    headRows: 1,
    lines: 'grid',
    padding: [4, 1],
    rows: [
      [head('TT'), head('Thành phần hồ sơ nộp gồm'), head('Hình thức'), head('Số bản')],
      ...view.papers.map((paper, index) => [
        cell(String(index + 1), 'center'),
        cell(paper.name),
        cell(paperKindWords(paper)),
        cell(paperCopiesWords(paper), 'center'),
      ]),
    ],
    margin: [0, look.gap, 0, look.gap * 2],
  };
}

/** The one payment that asks for exactly the fees: its sum stands with them, and is not said twice. */
function onlyFees({ fees }: ReceiptView, payments: readonly PrintedPayment[]): PrintedPayment | undefined {
  const [payment] = payments;
  return payments.length === 1 && payment !== undefined && fees != null && fees.pending.length === 0 && fees.total === formatDong(payment.missing) ? payment : undefined;
}

/** What is to be paid, and in small type how it comes about: every line with its basis, so that a sheet of A5 is enough. */
function feeLines({ fees }: ReceiptView, look: PaperLook, alone: PrintedPayment | undefined): readonly PdfNode[] {
  if (fees == null || (fees.lines.length === 0 && fees.pending.length === 0)) return [];
  const lines = fees.lines.map(({ label, amount, reckoning, before, basis, reason }) => {
    const how = [...(reckoning === null ? [] : [reckoning]), ...(before === null || before === amount ? [] : [`mức thu ${before}`]), reason ?? basis].join('; ');
    return `${label}: ${amount} (${how})`;
  });
  const pending = fees.pending.length === 0 ? [] : [`Chưa tính: ${fees.pending.join('; ')}; cán bộ báo số tiền trước khi thu`];
  const sum = fees.lines.length === 0 ? 'chưa tính' : `${fees.total}${fees.pending.length === 0 ? '' : ', chưa kể khoản chưa tính'}`;
  const head = runs([{ text: 'Phí, lệ phí phải nộp: ' }, { text: sum, bold: true }, ...(alone === undefined ? [] : [{ text: ` (${dongInWords(alone.missing)})` }])], { margin: [0, 0, 0, look.gap] });
  const reckoning = `${[...lines, ...pending].join('. ')}.`;
  return [head, runs([...(alone === undefined ? [] : howToPay(alone)), { text: reckoning, italics: true }], { size: look.small, margin: [0, 0, 0, look.gap] })];
}

/** A group of interlinked procedures is promised as a whole (NĐ 63/2024/NĐ-CP). */
function linkedLines({ linked }: ReceiptView, look: PaperLook): readonly PdfNode[] {
  if (linked == null) return [];
  return [
    labelled('Hẹn trả cả nhóm thủ tục liên thông', officialMoment(linked.dueAt), look, true),
    text(`Gồm thủ tục này và: ${linked.parts.join('; ')}.`, { size: look.small, margin: [0, 0, 0, look.gap] }),
  ];
}

function resultLines(view: ReceiptView, look: PaperLook): readonly PdfNode[] {
  return [
    labelled('Thời gian trả kết quả giải quyết hồ sơ', officialMoment(view.dueAt), look, true),
    ...(view.dueReason === null ? [] : [text(view.dueReason, { size: look.small, italics: true, margin: [0, 0, 0, look.gap] })]),
    ...linkedLines(view, look),
    labelled('Đăng ký nhận kết quả tại', deliveryWords(view), look),
    ...(view.register === null
      ? []
      : [text(`Vào Sổ theo dõi hồ sơ, quyển số ${view.register.volume}, số thứ tự ${view.register.number}`, { margin: [0, 0, 0, look.gap] })]),
  ];
}
