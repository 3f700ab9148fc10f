import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { verificationCodeWords } from '../domain/verification-code.ts';
import { buildApology } from '../papers/build-apology.ts';
import { buildReceipt } from '../papers/build-receipt.ts';
import { buildRefusal } from '../papers/build-refusal.ts';
import { buildStop } from '../papers/build-stop.ts';
import { buildSupplement } from '../papers/build-supplement.ts';
import { type PaperStamp, type PaperView } from '../papers/paper-views.ts';
import { type OfficialPaperRow } from '../store/official-papers.ts';

/** Draws what a paper says, in the layout of its kind. */
function buildPaper(view: PaperView, stamp: PaperStamp): PdfFlow {
  switch (view.kind) {
    case 'receipt':
      return buildReceipt({ ...view, ...stamp });
    case 'supplement':
      return buildSupplement({ ...view, ...stamp });
    case 'refusal':
      return buildRefusal({ ...view, ...stamp });
    case 'apology':
      return buildApology({ ...view, ...stamp });
    case 'stop':
      return buildStop({ ...view, ...stamp });
  }
}

/** The address where a paper is checked, for its QR and for those who type. */
function checkAddress(publicUrl: string, code: string): Pick<PaperStamp, 'link' | 'shortAddress'> {
  return { link: `${publicUrl}/x/${code}`, shortAddress: `${publicUrl.replace(/^https?:\/\//, '')}/x/${verificationCodeWords(code)}` };
}

/** Prints an issued paper: the same row always gives the same paper, under its own number and date. */
export function printPaper(row: OfficialPaperRow, publicUrl: string, paper: PaperStamp['paper'] = 'A4'): Promise<Buffer> {
  // Only `issuePaper` writes views.
  const view = row.view as PaperView;
  return renderPdf(buildPaper(view, { paper, number: row.number, issuedAt: row.issued_at.getTime(), ...checkAddress(publicUrl, row.verification_code) }));
}
