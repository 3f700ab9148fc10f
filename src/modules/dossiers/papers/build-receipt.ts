import { limitWords } from '../../../kernel/legal-clock/limit-words.ts';
import { officialHead, officialNumber } from '../../../platform/pdf/official-head.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { runs, stack, text, type PdfDefinition, type PdfMargins, type PdfNode, type PdfText } from '../../../platform/pdf/pdf-definition.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';
import { type ReceiptPerson, type ReceiptView } from './receipt-view.ts';
import {
  centreHeadWords,
  communeWords,
  deliveryWords,
  officialMoment,
  paperCopiesWords,
  paperKindWords,
  placeWords,
  receiptNotes,
} from './receipt-words.ts';

/** Measures of the two papers in points; on A4 the type sizes and margins are those of NĐ 30/2020/NĐ-CP, Phụ lục I. */
interface Look {
  readonly margins: PdfMargins;
  readonly body: number;
  readonly small: number;
  readonly title: number;
  readonly head: { readonly capitals: number; readonly motto: number; readonly number: number };
  /** Between two lines of the form. */
  readonly gap: number;
  /** Height left for a signature. */
  readonly signature: number;
  readonly qr: number;
  /** Columns of the table of papers after the name: number, form, copies. */
  readonly columns: { readonly number: number; readonly kind: number; readonly copies: number };
}

const LOOKS: Readonly<Record<ReceiptView['paper'], Look>> = {
  A5: {
    margins: [mm(11), mm(9), mm(10), mm(9)],
    body: 10.5,
    small: 9,
    title: 13,
    head: { capitals: 8.8, motto: 9.8, number: 9.8 },
    gap: 1.5,
    signature: 27,
    qr: mm(22),
    columns: { number: 24, kind: 100, copies: 46 },
  },
  A4: {
    margins: [mm(30), mm(20), mm(16), mm(20)],
    body: 13,
    small: 11,
    title: 14,
    head: { capitals: 12, motto: 13, number: 13 },
    gap: 2.4,
    signature: 44,
    qr: mm(26),
    columns: { number: 32, kind: 128, copies: 58 },
  },
};

const MISSING = 'không có';
/** Between two entries on one line. */
const BETWEEN = '    ';

/**
 * Form 01 “Giấy tiếp nhận hồ sơ và hẹn trả kết quả” (TT 03/2025/TT-VPCP): every field of the form, the hour and the day of receipt and
 * result with the reason for the date, the papers that were given or only shown, and a QR that opens the dossier's page. Vietnamese
 * only, as the official form is.
 */
export function buildReceipt(view: ReceiptView): PdfDefinition {
  const look = LOOKS[view.paper];
  const page = { ...PAPER[view.paper], margins: look.margins };
  const width = page.width - look.margins[0] - look.margins[2];
  return {
    kind: 'flow',
    info: { title: `${view.template.title} ${view.code}`, author: view.office.centreName, createdAt: view.issuedAt },
    page,
    style: { font: 'Tinos', size: look.body, lineHeight: 1.02 },
    content: [
      officialHead(
        {
          parent: `Ủy ban nhân dân ${communeWords(view.office)}`,
          issuer: centreHeadWords(view.office),
          number: officialNumber(view.number, view.template.numberSuffix),
          place: placeWords(view.office),
          date: view.issuedAt,
        },
        width,
        look.head,
      ),
      ...title(view, look),
      ...personLines(view, look),
      labelled('Nội dung yêu cầu giải quyết', view.content, look, true),
      paperTable(view, look, width),
      text(
        `Số lượng hồ sơ: ${String(view.copies).padStart(2, '0')} bộ${BETWEEN}Thời gian giải quyết hồ sơ theo quy định: ${limitWords(view.timeLimit, 'vi')}`,
        { margin: [0, 0, 0, look.gap] },
      ),
      labelled('Thời gian nhận hồ sơ', officialMoment(view.receivedAt), look),
    ],
    closing: {
      content: [...resultLines(view, look), signatures(view, look, width)],
      foot: footBlock(view, look, width),
    },
    pageLabels: { head: '{page}', foot: `Mã hồ sơ ${view.code} · Trang {page}/{pages}`, size: look.small },
  };
}

/** “Nhãn: giá trị”, the value in bold where the eye should find it. */
function labelled(label: string, value: string, look: Look, bold = false): PdfText {
  return runs([{ text: `${label}: ` }, { text: value, bold }], { margin: [0, 0, 0, look.gap] });
}

function title(view: ReceiptView, look: Look): readonly PdfNode[] {
  return [
    text(view.template.title.toLocaleUpperCase('vi'), { size: look.title, bold: true, align: 'center', margin: [0, look.body * 0.8, 0, 1] }),
    runs([{ text: 'Mã hồ sơ: ' }, { text: view.code, bold: true }], { align: 'center', margin: [0, 0, 0, look.body * 0.7] }),
  ];
}

function personLines(view: ReceiptView, look: Look): readonly PdfNode[] {
  const { applicant, principal } = view;
  const person: readonly PdfNode[] = [
    text(view.office.centreName, { bold: true, margin: [0, 0, 0, look.gap] }),
    labelled('Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức', applicant.fullName, look, true),
    labelled('Số định danh cá nhân/tổ chức', applicant.citizenNumber ?? MISSING, look),
    labelled('Địa chỉ', applicant.address ?? MISSING, look),
    text(`Số điện thoại: ${applicant.phone ?? MISSING}${BETWEEN}Email: ${applicant.email ?? MISSING}`, { margin: [0, 0, 0, look.gap] }),
  ];
  if (principal === null) return person;
  const details = [...personDetails(principal), ...(principal.authorisingPaper === null ? [] : [`giấy tờ ủy quyền: ${principal.authorisingPaper}`])];
  const words = [principal.fullName, ...details].join('; ');
  return [...person, labelled('Người ủy quyền', words, look)];
}

/** What is known of a person beside the name; what is not known is left out. */
function personDetails(person: ReceiptPerson): readonly string[] {
  const detail = (label: string, value: string | null) => (value === null ? [] : [`${label}: ${value}`]);
  return [
    ...detail('số định danh', person.citizenNumber),
    ...detail('địa chỉ', person.address),
    ...detail('điện thoại', person.phone),
    ...detail('email', person.email),
  ];
}

function paperTable(view: ReceiptView, look: Look, width: number): PdfNode {
  const { number, kind, copies } = look.columns;
  const cell = (words: string, align: 'left' | 'center' = 'left') => text(words, { size: look.body - 0.5, align });
  const head = (words: string) => text(words, { size: look.body - 0.5, bold: true, align: 'center' });
  return {
    kind: 'table',
    widths: [number, width - number - kind - copies, kind, copies],
    headRows: 1,
    lines: 'grid',
    padding: [4, 1.4],
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

function resultLines(view: ReceiptView, look: Look): readonly PdfNode[] {
  return [
    labelled('Thời gian trả kết quả giải quyết hồ sơ', officialMoment(view.dueAt), look, true),
    ...(view.dueReason === null ? [] : [text(view.dueReason, { size: look.small, italics: true, margin: [0, 0, 0, look.gap] })]),
    labelled('Đăng ký nhận kết quả tại', deliveryWords(view), look),
    ...(view.register === null
      ? []
      : [text(`Vào Sổ theo dõi hồ sơ, quyển số ${view.register.volume}, số thứ tự ${view.register.number}`, { margin: [0, 0, 0, look.gap] })]),
  ];
}

function signatures(view: ReceiptView, look: Look, width: number): PdfNode {
  const gap = 12;
  const column = (width - gap) / 2;
  const signer = (role: string, name: string): PdfNode =>
    stack([
      text(role, { bold: true, align: 'center' }),
      text('(Ký và ghi rõ họ tên)', { italics: true, align: 'center', size: look.small }),
      text(name, { bold: true, align: 'center', margin: [0, look.signature, 0, 0] }),
    ]);
  return {
    kind: 'columns',
    gap,
    columns: [
      { width: column, content: signer('NGƯỜI NỘP HỒ SƠ', view.applicant.fullName) },
      { width: column, content: signer('NGƯỜI TIẾP NHẬN HỒ SƠ', view.receivedBy) },
    ],
    margin: [0, look.gap * 2, 0, look.body * 0.6],
  };
}

function footBlock(view: ReceiptView, look: Look, width: number): PdfNode {
  const { path, side } = qrPath(view.link);
  const gap = 14;
  const right = Math.max(look.qr, width * 0.3);
  // The dark edge of the code stands where the text ends; its quiet zone is the white of the page around it.
  const quiet = (look.qr * QUIET_ZONE) / (side - 2 * QUIET_ZONE);
  const notes = receiptNotes(view).map((note) => text(note, { size: look.small, margin: [0, 0, 0, look.gap * 1.5] }));
  return {
    kind: 'columns',
    gap,
    columns: [
      { width: width - right - gap, content: stack(notes, { margin: [0, -2, 0, 0] }) },
      {
        width: right,
        content: stack([
          { kind: 'drawing', path, viewWidth: side, viewHeight: side, inset: QUIET_ZONE, width: look.qr, colour: '#000000', align: 'right' },
          text(view.shortAddress, { size: look.small, align: 'right', margin: [0, quiet * 0.9, 0, 0] }),
        ]),
      },
    ],
  };
}
