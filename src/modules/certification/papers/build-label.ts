import { type Instant } from '../../../kernel/local-time.ts';
import { mm } from '../../../platform/pdf/paper-size.ts';
import { type PdfSheets } from '../../../platform/pdf/pdf-definition.ts';
import { type Sheet, type SheetText } from '../../../platform/pdf/sheet.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';

/** One document as its label shows it. */
export interface LabelDocument {
  readonly name: string;
  readonly pages: number;
  readonly copies: number;
  /** Number and book in words; null while nobody has signed. */
  readonly number: { readonly number: string; readonly book: string } | null;
}

export interface LabelView {
  readonly officeName: string;
  readonly code: string;
  readonly requester: string;
  readonly documents: readonly LabelDocument[];
  /** Of the signature, or of the receipt while there is none. */
  readonly date: Instant;
  readonly dateWords: string;
  /** Hour and day on which the result is ready; null once it is signed. */
  readonly dueWords: string | null;
  readonly link: string;
}

/** The label of a label printer: 70 by 40 millimetres. */
const WIDTH = mm(70);
const HEIGHT = mm(40);
const MARGIN = mm(3);
const QR = mm(19);
const TEXT_WIDTH = WIDTH - QR - 3 * MARGIN;
const INK = '#000000';
/** So many letters of the document's name fit on one line of the label. */
const LINE_LETTERS = 30;

/** A small label for every document: the number in its book and the date once it is signed, else the hour and the day of the appointment; and a QR that opens the dossier. */
export function buildLabel(view: LabelView): PdfSheets {
  return {
    kind: 'sheets',
    info: { title: `Nhãn chứng thực ${view.code}`, author: view.officeName, createdAt: view.date },
    page: { width: WIDTH, height: HEIGHT },
    sheets: view.documents.map((document) => labelSheet(view, document)),
  };
}

function labelSheet(view: LabelView, document: LabelDocument): Sheet {
  const { path, side } = qrPath(view.link);
  const scale = QR / (side - 2 * QUIET_ZONE);
  const left = WIDTH - MARGIN - QR;
  const line = (text: string, baseline: number, size: number, bold = false, maxWidth = TEXT_WIDTH): SheetText => ({
    x: MARGIN, baseline: mm(baseline), text, font: 'Be Vietnam Pro', size, bold, colour: INK, align: 'left', maxWidth,
  });
  const [name, more] = twoLines(document.name);
  const head = document.number === null
    ? [line('Hẹn trả kết quả', 11, 7), line(view.dueWords ?? '', 16, 11, true)]
    : [line('Số chứng thực', 10, 7), line(document.number.number, 17, 17, true), line(`Quyển số ${document.number.book}`, 21.5, 8, true)];
  return {
    shapes: [{ kind: 'path', x: left - QUIET_ZONE * scale, y: mm(6.5) - QUIET_ZONE * scale, scale, path, colour: INK }],
    texts: [
      line(view.officeName, 5, 7, true, WIDTH - 2 * MARGIN),
      ...head,
      line(view.dateWords, 25.5, 8),
      line(name, 30, 7.5, true),
      ...(more === '' ? [] : [line(more, 33, 7.5, true)]),
      line(`${view.requester} · ${String(document.pages)} trang · ${String(document.copies)} bản`, more === '' ? 33.5 : 36.5, 6.5, false, WIDTH - 2 * MARGIN),
      { x: WIDTH - MARGIN - QR / 2, baseline: mm(29), text: view.code, font: 'Be Vietnam Pro', size: 5.5, bold: false, colour: INK, align: 'center', maxWidth: QR },
    ],
  };
}

/** A name on at most two lines, parted at a space; what is longer still is set smaller by the printer of the line. */
function twoLines(name: string): readonly [string, string] {
  if (name.length <= LINE_LETTERS) return [name, ''];
  const at = name.lastIndexOf(' ', LINE_LETTERS);
  return at <= 0 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)];
}
