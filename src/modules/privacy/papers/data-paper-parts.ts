import { type Instant } from '../../../kernel/local-time.ts';
import { officialHead } from '../../../platform/pdf/official-head.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfNode, text } from '../../../platform/pdf/pdf-definition.ts';

/** The office as its letters say it. */
export interface DataOffice {
  readonly name: string;
  readonly kind: string;
  readonly centreName: string;
  readonly address: string;
  readonly hotline: string;
}

/** A4 as văn thư sets it (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export const DATA_PAGE = { ...PAPER.A4, margins: [mm(30), mm(20), mm(16), mm(18)] as const };
/** Of the text between the margins, in points. */
export const DATA_WIDTH = PAPER.A4.width - DATA_PAGE.margins[0] - DATA_PAGE.margins[2];

/** The head of a letter about personal data, with its title. */
export function dataHead(office: DataOffice, code: string, title: string, at: Instant): readonly PdfNode[] {
  return [
    officialHead({ parent: `Ủy ban nhân dân ${office.kind} ${office.name}`, issuer: office.centreName, number: `Số: ${code}`, place: office.name, date: at }, DATA_WIDTH, { capitals: 12, motto: 13, number: 13 }),
    text(title, { size: 14, bold: true, align: 'center', margin: [0, 12, 0, 10] }),
  ];
}
