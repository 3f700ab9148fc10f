import { momentWords } from '../../../kernel/date-words.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfSheets } from '../../../platform/pdf/pdf-definition.ts';
import { type Sheet, type SheetShape, type SheetText } from '../../../platform/pdf/sheet.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';

/** What stands on the label of a dossier on the shelf. */
export interface ShelfLabel {
  readonly code: string;
  readonly applicant: string;
  readonly procedureName: string;
  readonly dueAt: Instant | null;
  /** Opens the dossier in the workspace; only staff get in. */
  readonly link: string;
}

/** `sheet`: 24 labels of 70 × 37 mm on A4 as they are sold; `roll`: one label a page. */
export type LabelLayout = 'sheet' | 'roll';

const LABEL = { width: mm(70), height: mm(37) };
const COLUMNS = 3;
const ROWS = 8;
/** Eight rows of 37 mm leave half a millimetre above and below. */
const TOP = (PAPER.A4.height - ROWS * LABEL.height) / 2;
const PADDING = mm(4);
const QR = mm(18);
const INK = '#000000';

/** Labels for the shelf: the code large, whose dossier it is, when it is due, and a QR that opens it. */
export function buildShelfLabels(labels: readonly ShelfLabel[], layout: LabelLayout, issuer: { readonly name: string; readonly at: Instant }): PdfSheets {
  const perPage = layout === 'sheet' ? COLUMNS * ROWS : 1;
  const pages = Array.from({ length: Math.ceil(labels.length / perPage) }, (_, page) => labels.slice(page * perPage, (page + 1) * perPage));
  return {
    kind: 'sheets',
    info: { title: `Nhãn hồ sơ (${labels.length})`, author: issuer.name, createdAt: issuer.at },
    page: layout === 'sheet' ? PAPER.A4 : LABEL,
    sheets: pages.map((page) => merged(page.map((label, index) => labelAt(label, placeOf(layout, index))))),
  };
}

function placeOf(layout: LabelLayout, index: number): { readonly x: number; readonly y: number } {
  return layout === 'roll' ? { x: 0, y: 0 } : { x: (index % COLUMNS) * LABEL.width, y: TOP + Math.floor(index / COLUMNS) * LABEL.height };
}

function merged(parts: readonly Sheet[]): Sheet {
  return { shapes: parts.flatMap(({ shapes }) => shapes), texts: parts.flatMap(({ texts }) => texts) };
}

function labelAt(label: ShelfLabel, { x, y }: { readonly x: number; readonly y: number }): Sheet {
  const { path, side } = qrPath(label.link);
  const scale = QR / (side - 2 * QUIET_ZONE);
  const qrX = x + LABEL.width - PADDING - QR;
  const qrY = y + LABEL.height - PADDING - QR;
  const beside = LABEL.width - 2 * PADDING - QR - mm(3);
  const line = (words: string, baseline: number, size: number, bold: boolean, maxWidth: number): SheetText => ({
    x: x + PADDING, baseline: y + baseline, text: words, font: 'Be Vietnam Pro', size, bold, colour: INK, align: 'left', maxWidth,
  });
  const qr: SheetShape = { kind: 'path', x: qrX - QUIET_ZONE * scale, y: qrY - QUIET_ZONE * scale, scale, path, colour: INK };
  return {
    shapes: [qr],
    texts: [
      line(label.code, mm(7.5), 12, true, LABEL.width - 2 * PADDING),
      line(shortened(label.applicant, 26), mm(14), 9, true, beside),
      line(shortened(label.procedureName, 34), mm(18.6), 7, false, beside),
      line('Hẹn trả', mm(24), 6.5, false, beside),
      line(label.dueAt === null ? 'Chưa có hẹn' : momentWords(label.dueAt, 'vi'), mm(28.6), 9, true, beside),
    ],
  };
}

function shortened(words: string, letters: number): string {
  return words.length <= letters ? words : `${words.slice(0, letters - 1).trimEnd()}…`;
}
