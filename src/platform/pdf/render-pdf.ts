import { type PdfDefinition } from './pdf-definition.ts';
import { createPdfRenderer, type PdfRenderer } from './pdf-renderer.ts';

let shared: PdfRenderer | undefined;

/**
 * Draws a PDF in the program's one PDF worker, which starts with the first paper and ends after a minute without work. The definition
 * stays as it is; the same definition gives the same bytes. Rejects when it cannot be drawn or a step takes longer than 20 seconds.
 */
export function renderPdf(definition: PdfDefinition): Promise<Buffer> {
  shared ??= createPdfRenderer();
  return shared.render(definition);
}

/** Ends the shared PDF worker when the program stops; a later paper starts a new one. */
export async function stopPdfWorker(): Promise<void> {
  const ended = shared;
  shared = undefined;
  await ended?.stop();
}
