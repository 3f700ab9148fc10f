import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfMargins } from '../../../platform/pdf/pdf-definition.ts';
import { type PaperStamp } from './paper-views.ts';

/** Measures of a paper in points; on A4 the type sizes and margins are those of NĐ 30/2020/NĐ-CP, Phụ lục I. */
export interface PaperLook {
  readonly page: { readonly width: number; readonly height: number; readonly margins: PdfMargins };
  /** Of the text between the margins. */
  readonly width: number;
  readonly body: number;
  readonly small: number;
  readonly title: number;
  readonly head: { readonly capitals: number; readonly motto: number; readonly number: number };
  /** Between two lines of the form. */
  readonly gap: number;
  /** Height left for a signature. */
  readonly signature: number;
  readonly qr: number;
}

type Measures = Omit<PaperLook, 'page' | 'width'> & { readonly margins: PdfMargins };

const MEASURES: Readonly<Record<PaperStamp['paper'], Measures>> = {
  A5: {
    margins: [mm(11), mm(7.7), mm(10), mm(8.3)],
    body: 10.5,
    small: 9,
    title: 13,
    head: { capitals: 8.8, motto: 9.8, number: 9.8 },
    gap: 1.5,
    signature: 22,
    qr: mm(22),
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
  },
};

/** How a wide table is set: A4 lying across, in the type sizes of A4. */
export function landscapeLook(): PaperLook {
  const margins = [mm(20), mm(16), mm(15), mm(16)] as const;
  const page = { width: PAPER.A4.height, height: PAPER.A4.width, margins };
  const { body, small, title, head, gap, signature, qr } = paperLook('A4');
  return { page, width: page.width - margins[0] - margins[2], body, small, title, head, gap, signature, qr };
}

/** How a paper of the size is set. */
export function paperLook(paper: PaperStamp['paper']): PaperLook {
  const { margins, ...measures } = MEASURES[paper];
  const page = { ...PAPER[paper], margins };
  return { ...measures, page, width: page.width - margins[0] - margins[2] };
}
