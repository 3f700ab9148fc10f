import { drawFlow } from './draw-flow.ts';
import { drawSheet } from './draw-sheet.ts';
import { collectBytes, newDocument, type EngineDocument } from './pdf-engine.ts';
import { type PdfStep, type PdfStepAnswer } from './pdf-steps.ts';

interface OpenBook {
  readonly document: EngineDocument;
  readonly bytes: Promise<Uint8Array<ArrayBuffer>>;
  readonly page: { readonly width: number; readonly height: number };
}

/** Takes steps one after the other and keeps the books that are not finished. Throws on a definition that cannot be drawn. */
export function stepDrawer(): (step: PdfStep) => Promise<PdfStepAnswer> {
  const books = new Map<number, OpenBook>();

  return async (step) => {
    if (step.step === 'flow') {
      const document = newDocument(step.flow.info, step.flow.page);
      const bytes = collectBytes(document);
      drawFlow(document, step.flow);
      document.end();
      return { answer: 'file', bytes: await bytes };
    }
    const book = step.begin === null ? books.get(step.book) : openBook(step.begin);
    if (book === undefined) throw new Error(`book ${step.book} was not begun`);
    books.set(step.book, book);
    try {
      for (const part of step.pages) {
        if ('shapes' in part) drawSheet(book.document, book.page, part);
        else drawFlow(book.document, part);
      }
    } catch (error) {
      books.delete(step.book);
      throw error;
    }
    if (!step.end) return { answer: 'done' };
    books.delete(step.book);
    book.document.end();
    return { answer: 'file', bytes: await book.bytes };
  };
}

function openBook(begin: NonNullable<Extract<PdfStep, { readonly step: 'pages' }>['begin']>): OpenBook {
  const document = newDocument(begin.info, begin.page);
  return { document, bytes: collectBytes(document), page: begin.page };
}
