import { type Instant } from '../../../kernel/local-time.ts';
import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { verificationCodeWords } from '../domain/verification-code.ts';
import { buildApology } from '../papers/build-apology.ts';
import { buildControlSheet } from '../papers/build-control-sheet.ts';
import { buildEnvelopeLabel } from '../papers/build-envelope-label.ts';
import { buildHandOverSlip } from '../papers/build-hand-over-slip.ts';
import { buildReceipt } from '../papers/build-receipt.ts';
import { buildRefusal } from '../papers/build-refusal.ts';
import { buildRegister } from '../papers/build-register.ts';
import { buildResultReceipt } from '../papers/build-result-receipt.ts';
import { buildStop } from '../papers/build-stop.ts';
import { buildSupplement } from '../papers/build-supplement.ts';
import { type PrintedPayment } from '../papers/payment-block.ts';
import { type PaperStamp, type PaperView } from '../papers/paper-views.ts';
import { type OfficialPaperRow } from '../store/official-papers.ts';

/** Draws what a paper says, in the layout of its kind. A long register comes in several parts. */
function buildPaper(view: PaperView, stamp: PaperStamp, payments: readonly PrintedPayment[]): PdfFlow | readonly PdfFlow[] {
  switch (view.kind) {
    case 'receipt':
      return buildReceipt({ ...view, ...stamp }, payments);
    case 'supplement':
      return buildSupplement({ ...view, ...stamp });
    case 'refusal':
      return buildRefusal({ ...view, ...stamp });
    case 'apology':
      return buildApology({ ...view, ...stamp });
    case 'stop':
      return buildStop({ ...view, ...stamp });
    case 'control-sheet':
      return buildControlSheet({ ...view, ...stamp });
    case 'register-book':
      return buildRegister({ ...view, ...stamp });
    case 'hand-over-slip':
      return buildHandOverSlip({ ...view, ...stamp });
    case 'result-receipt':
      return buildResultReceipt({ ...view, ...stamp });
    case 'envelope-label':
      return buildEnvelopeLabel({ ...view, ...stamp });
  }
}

/** Where the QR codes of a print lead, and the size of its sheets where somebody chose one. */
export interface PrintWishes {
  readonly publicUrl: string;
  readonly trackingLink: (dossierId: string) => string;
  readonly paper?: PaperStamp['paper'] | undefined;
  /** What is still to be paid for the dossier of a receipt. */
  readonly payments?: readonly PrintedPayment[] | undefined;
}

/** The paper that a form is usually printed on: what the citizen takes home in half size, the rest whole. */
function usualPaper(kind: PaperView['kind']): PaperStamp['paper'] {
  return kind === 'receipt' || kind === 'result-receipt' ? 'A5' : 'A4';
}

function stampOf(row: OfficialPaperRow, { publicUrl, trackingLink, paper }: PrintWishes): PaperStamp {
  const host = publicUrl.replace(/^https?:\/\//, '');
  const check = `${host}/x/${verificationCodeWords(row.verification_code)}`;
  const common = { paper: paper ?? usualPaper(row.kind), number: row.number, issuedAt: row.issued_at.getTime() };
  // The receipt is what a citizen follows the dossier with: its QR opens the dossier, and the check address stands beside it.
  if (row.kind === 'receipt' && row.dossier_id !== null) return { ...common, link: trackingLink(row.dossier_id), shortAddress: `${host}/tra-cuu`, check };
  return { ...common, link: `${publicUrl}/x/${row.verification_code}`, shortAddress: check };
}

/** Draws an issued paper for a file of its own or with others; a long register comes in several parts. */
export function drawPaper(row: OfficialPaperRow, wishes: PrintWishes): readonly PdfFlow[] {
  // Only `issuePaper` writes views.
  return [buildPaper(row.view as PaperView, stampOf(row, wishes), wishes.payments ?? [])].flat();
}

/** Prints an issued paper: the same row always gives the same paper, under its own number and date. */
export function printPaper(row: OfficialPaperRow, wishes: PrintWishes): Promise<Buffer> {
  const flows = drawPaper(row, wishes);
  const [only, ...others] = flows;
  if (only === undefined) throw new Error('a paper without a page');
  return renderPdf(others.length === 0 ? only : { kind: 'book', info: only.info, flows });
}

/** Prints several papers into one file, in their order; `at` is the date that the file says of itself. */
export function printPapers(rows: readonly OfficialPaperRow[], wishes: PrintWishes, at: Instant): Promise<Buffer> {
  return renderPdf({ kind: 'book', info: { title: `Giấy tờ (${rows.length})`, author: 'Xã Số', createdAt: at }, flows: rows.flatMap((row) => drawPaper(row, wishes)) });
}
