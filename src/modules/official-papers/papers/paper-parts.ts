import { type Instant } from '../../../kernel/local-time.ts';
import { balanced, officialHead, officialNumber } from '../../../platform/pdf/official-head.ts';
import { runs, stack, text, type PdfFlow, type PdfNode, type PdfRun, type PdfText } from '../../../platform/pdf/pdf-definition.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';
import { type PaperLook } from './paper-look.ts';
import { type PaperPerson, type PaperStamp, type PaperView, type Printed } from './paper-views.ts';
import { centreHeadWords, communeWords, placeWords } from './paper-words.ts';

const MISSING = 'không có';
/** Width of an average bold capital with its share of spaces, per point of size. */
const TITLE_WIDTH = 0.66;
/** Between two entries on one line. */
export const BETWEEN = '    ';

/** “Nhãn: giá trị”, the value in bold where the eye should find it. */
export function labelled(label: string, value: string, look: PaperLook, bold = false): PdfText {
  return runs([{ text: `${label}: ` }, { text: value, bold }], { margin: [0, 0, 0, look.gap] });
}

/** A sentence of the form, set as văn thư sets running text. */
export function paragraph(words: string, look: PaperLook): PdfText {
  return text(words, { align: 'justify', margin: [0, look.gap, 0, look.gap] });
}

/** The head of the form, its title and, where there is one, the dossier's code or the line under the title. */
export function headAndTitle(view: Pick<Printed<PaperView>, 'office' | 'template' | 'number' | 'issuedAt'>, code: string | null, look: PaperLook, under: string | null = null): readonly PdfNode[] {
  const below = code === null && under === null ? look.body * 0.7 : 1;
  return [
    officialHead(
      {
        parent: `Ủy ban nhân dân ${communeWords(view.office)}`,
        issuer: centreHeadWords(view.office),
        number: officialNumber(view.number, view.template.numberSuffix),
        place: placeWords(view.office),
        date: view.issuedAt,
      },
      look.width,
      look.head,
    ),
    text(balanced(view.template.title.toLocaleUpperCase('vi'), look.width / (look.title * TITLE_WIDTH)), { size: look.title, bold: true, align: 'center', margin: [0, look.body * 0.8, 0, below] }),
    ...(under === null ? [] : [text(under, { align: 'center', italics: true, margin: [0, 0, 0, look.body * 0.7] })]),
    ...(code === null ? [] : [runs([{ text: 'Mã hồ sơ: ' }, { text: code, bold: true }], { align: 'center', margin: [0, 0, 0, look.body * 0.7] })]),
  ];
}

/** The person as the forms ask for one: name, number, address, phone and e-mail; what is not known is said so. */
export function personLines(label: string, person: PaperPerson, look: PaperLook): readonly PdfNode[] {
  return [
    labelled(label, person.fullName, look, true),
    labelled('Số định danh cá nhân/tổ chức', person.citizenNumber ?? MISSING, look),
    labelled('Địa chỉ', person.address ?? MISSING, look),
    text(`Số điện thoại: ${person.phone ?? MISSING}${BETWEEN}Email: ${person.email ?? MISSING}`, { margin: [0, 0, 0, look.gap] }),
  ];
}

/** Who signs, side by side, with room for the hand. A single signer stands on the right, as văn thư asks. */
export function signatureRow(signers: readonly { readonly role: string; readonly name: string | null; readonly how?: string }[], look: PaperLook): PdfNode {
  const gap = 12;
  const width = (look.width - gap) / 2;
  const places = signers.length === 1 ? [undefined, ...signers] : signers;
  return {
    kind: 'columns',
    gap,
    columns: places.map((signer) => ({
      width,
      content: stack(
        signer === undefined
          ? []
          : [
              text(signer.role, { bold: true, align: 'center' }),
              text(signer.how ?? '(Ký và ghi rõ họ tên)', { italics: true, align: 'center', size: look.small }),
              text(signer.name ?? ' ', { bold: true, align: 'center', margin: [0, look.signature, 0, 0] }),
            ],
      ),
    })),
    margin: [0, look.gap * 2, 0, look.body * 0.6],
  };
}

/** A sentence in which no phone number is parted by the end of a line. */
function withWholePhones(words: string): readonly PdfRun[] {
  return words.split(/(\b0\d{2,4}(?: \d{3,4}){2}\b)/u).filter((piece) => piece !== '').map((piece) => ({ text: piece, noBreak: /^0[\d ]+$/u.test(piece) }));
}

/** The foot of a paper: notes on the left, the QR on the right with the address under it. `corner` stands left of the notes, with what it is for under it. */
export function footBlock(notes: readonly string[], stamp: Pick<PaperStamp, 'link' | 'shortAddress'>, look: PaperLook, corner?: { readonly node: PdfNode; readonly size: number; readonly words: string }): PdfNode {
  const { path, side } = qrPath(stamp.link);
  const gap = 14;
  const right = corner === undefined ? Math.max(look.qr, look.width * 0.3) : Math.max(look.qr, look.width * 0.26);
  const left = corner === undefined ? 0 : corner.size + gap;
  // The dark edge of the code stands where the text ends; its quiet zone is the white of the page around it.
  const quiet = (look.qr * QUIET_ZONE) / (side - 2 * QUIET_ZONE);
  return {
    kind: 'columns',
    gap,
    columns: [
      ...(corner === undefined ? [] : [{ width: corner.size, content: stack([corner.node, text(corner.words, { size: look.small, align: 'center', bold: true, margin: [0, quiet * 0.9, 0, 0] })]) }]),
      { width: look.width - left - right - gap, content: stack(notes.map((note, index) => runs(withWholePhones(note), { size: look.small, margin: [0, 0, 0, index === notes.length - 1 ? 0 : look.gap * 1.5] })), { margin: [0, -2, 0, 0] }) },
      {
        width: right,
        content: stack([
          { kind: 'drawing', path, viewWidth: side, viewHeight: side, inset: QUIET_ZONE, width: look.qr, colour: '#000000', align: 'right' },
          text(stamp.shortAddress, { size: look.small, align: 'right', margin: [0, quiet * 0.9, 0, 0] }),
        ]),
      },
    ],
  };
}

/** What differs from paper to paper. */
interface FlowParts {
  /** Names the file beside the title of the form. */
  readonly subject: string;
  /** At the foot of every page where there are several. */
  readonly label: string;
  readonly content: readonly PdfNode[];
  readonly closing: readonly PdfNode[];
  readonly foot: PdfNode;
  /** A long paper is laid out once: a second look would cost a busy office seconds. */
  readonly long?: boolean;
}

/** A paper as the layout engine takes it, with its info and the labels of further pages. */
export function paperFlow(view: Pick<PaperView, 'office' | 'template'> & { readonly issuedAt: Instant }, look: PaperLook, parts: FlowParts): PdfFlow {
  return {
    kind: 'flow',
    info: { title: `${view.template.title} ${parts.subject}`, author: view.office.centreName, createdAt: view.issuedAt },
    page: look.page,
    style: { font: 'Tinos', size: look.body, lineHeight: 1.02 },
    content: parts.content,
    closing: { content: parts.closing, foot: parts.foot, once: parts.long === true },
    pageLabels: { head: '{page}', foot: `${parts.label} · Trang {page}/{pages}`, size: look.small },
  };
}
