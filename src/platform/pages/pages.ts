import { createPageDesk, type PageDesk } from './page-desk.ts';
import { type BoundPage, type PageAnswer, type PageStep } from './page-steps.ts';
import { type PdfReview } from './pdf-review.ts';

let shared: PageDesk | undefined;

function take(step: PageStep): Promise<PageAnswer> {
  shared ??= createPageDesk();
  return shared.take(step);
}

async function takeFile(step: PageStep): Promise<Buffer> {
  const answer = await take(step);
  if (answer.answer !== 'file') throw new Error(answer.answer === 'failed' ? answer.message : `no file came of ${step.step}`);
  return Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength);
}

/** Reviews a PDF that arrived; one that breaks the reader or takes too long counts as damaged. */
export async function reviewPdfBytes(pdf: Buffer): Promise<PdfReview> {
  try {
    const answer = await take({ step: 'review', pdf });
    return answer.answer === 'review' ? answer.review : { verdict: 'damaged' };
  } catch {
    return { verdict: 'damaged' };
  }
}

/** One page of a PDF, counted from 0, as a JPEG with its longest side in pixels. Rejects when it cannot be drawn. */
export function drawPdfPage(pdf: Buffer, page: number, longestSide: number): Promise<Buffer> {
  return takeFile({ step: 'draw', pdf, page, longestSide });
}

/** One PDF of pages in their order: pictures fill A4, pages of the source PDFs stay as they are. Rejects when a source cannot be read. */
export function bindPdf(pages: readonly BoundPage[], sources: readonly Buffer[]): Promise<Buffer> {
  return takeFile({ step: 'bind', pages, sources });
}

/** Ends the shared page worker when the program stops; a later page starts a new one. */
export async function stopPageWorker(): Promise<void> {
  const ended = shared;
  shared = undefined;
  await ended?.stop();
}
