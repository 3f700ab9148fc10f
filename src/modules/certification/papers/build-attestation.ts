import { signatureTitleInLine } from '../../../kernel/signature-title.ts';
import { formatTimeOfDay, type Instant, msOfDayAt, MS_PER_MINUTE } from '../../../kernel/local-time.ts';
import { officialDate } from '../../../platform/pdf/official-head.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDefinition, type PdfNode, stack, text } from '../../../platform/pdf/pdf-definition.ts';
import { type Attestation } from '../domain/certification-rules.ts';

export interface AttestedDocument {
  readonly name: string;
  readonly pages: number;
  /** In words; null for a document without a number. */
  readonly number: string | null;
}

export interface AttestationView {
  readonly attestation: Attestation;
  readonly officeName: string;
  readonly place: string;
  /** Whether it was done elsewhere than at the office: then the hour is told (NĐ 23/2015/NĐ-CP, Điều 10). */
  readonly away: boolean;
  readonly signedAt: Instant;
  readonly signer: string;
  readonly signerTitle: string;
  readonly requester: string;
  readonly identityPaper: string | null;
  readonly documents: readonly AttestedDocument[];
}

const BLOCK = mm(105);

/**
 * The stamp-sheet of a certification on A4: the words that the signer certifies with, once for each document, with place, day (and hour outside the
 * office), requester and identity paper, number and book, and room for signature and seal. It becomes the last page of the copy.
 */
export function buildAttestation(view: AttestationView): PdfDefinition {
  const page = { ...PAPER.A4, margins: [mm(25), mm(20), mm(20), mm(18)] as const };
  const width = page.width - page.margins[0] - page.margins[2];
  return {
    kind: 'flow',
    info: { title: `${view.attestation.title} – ${view.requester}`, author: view.officeName, createdAt: view.signedAt },
    page,
    style: { font: 'Tinos', size: 13, lineHeight: 1.12 },
    content: view.documents.map((document) => block(view, document, width)),
    pageLabels: { foot: 'Trang {page}/{pages}', size: 11 },
  };
}

function block(view: AttestationView, document: AttestedDocument, width: number): PdfNode {
  const fill = (line: string) => filled(line, view, document);
  const lines = view.attestation.lines.map((line) =>
    line === line.toLocaleUpperCase('vi')
      ? text(fill(line), { bold: true, size: 12, align: 'center', margin: [0, 4, 0, 6] })
      : text(fill(line), { align: 'justify', margin: [0, 0, 0, 4] }),
  );
  return {
    kind: 'columns',
    columns: [
      { width: width - BLOCK, content: text('') },
      {
        width: BLOCK,
        content: stack(
          [
            ...lines,
            ...(document.number === null ? [] : [text(`Số chứng thực ${document.number}`, { align: 'center', margin: [0, 0, 0, 3] })]),
            text(`${view.away ? `${hourWords(view.signedAt)}, ` : ''}${view.place}, ${officialDate(view.signedAt)}`, { align: 'center', italics: true, margin: [0, 0, 0, 3] }),
            ...(view.attestation.note === null ? [] : [text(fill(view.attestation.note), { size: 11, align: 'center', margin: [0, 0, 0, 3] })]),
            text('NGƯỜI THỰC HIỆN CHỨNG THỰC', { bold: true, align: 'center' }),
            text(view.signerTitle, { align: 'center' }),
            text('(Ký, ghi rõ họ tên và đóng dấu)', { italics: true, align: 'center', size: 11 }),
            text(view.signer, { bold: true, align: 'center', margin: [0, mm(22), 0, mm(10)] }),
          ],
          { keepTogether: true },
        ),
      },
    ],
  };
}

function filled(line: string, view: AttestationView, document: AttestedDocument): string {
  const values: Readonly<Record<string, string>> = {
    place: view.place,
    moment: `${view.away ? `hồi ${hourWords(view.signedAt)}, ` : ''}${officialDate(view.signedAt)}`,
    signer: view.signer,
    signerTitle: signatureTitleInLine(view.signerTitle),
    requester: view.requester,
    identity: view.identityPaper === null ? 'giấy tờ tùy thân ……………………' : `giấy tờ tùy thân: ${view.identityPaper}`,
    document: document.name,
    pages: String(document.pages),
  };
  return line.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** “9 giờ 05 phút”. */
function hourWords(at: Instant): string {
  const [hour = '', minute = ''] = formatTimeOfDay(Math.floor(msOfDayAt(at) / MS_PER_MINUTE)).split(':');
  return `${Number(hour)} giờ ${minute} phút`;
}
