import { ColorSpace, Document, Image, Matrix, PDFDocument } from 'mupdf';
import { PAPER } from '../pdf/paper-size.ts';
import { type BoundPage, type PageAnswer, type PageStep } from './page-steps.ts';
import { reviewPdf } from './pdf-review.ts';

/** Around a picture, in points: office printers leave about as much white. */
const MARGIN = 14;

function openPdf(pdf: Uint8Array): PDFDocument {
  const document = Document.openDocument(pdf, 'application/pdf');
  if (!(document instanceof PDFDocument)) throw new Error('this is no PDF');
  return document;
}

/** Takes one step. Throws on what cannot be read; `review` answers that as a verdict. */
export function takePageStep(step: PageStep): PageAnswer {
  switch (step.step) {
    case 'review':
      try {
        return { answer: 'review', review: reviewPdf(openPdf(step.pdf)) };
      } catch {
        return { answer: 'review', review: { verdict: 'damaged' } };
      }
    case 'draw':
      return { answer: 'file', bytes: drawPage(openPdf(step.pdf), step.page, step.longestSide) };
    case 'bind':
      return { answer: 'file', bytes: bindPages(step.pages, step.sources.map(openPdf)) };
  }
}

function drawPage(document: PDFDocument, number: number, longestSide: number): Uint8Array<ArrayBuffer> {
  const page = document.loadPage(number);
  const [left, top, right, bottom] = page.getBounds();
  const scale = longestSide / Math.max(right - left, bottom - top);
  const pixmap = page.toPixmap(Matrix.scale(scale, scale), ColorSpace.DeviceRGB, false);
  return new Uint8Array(pixmap.asJPEG(85));
}

function bindPages(pages: readonly BoundPage[], sources: readonly PDFDocument[]): Uint8Array<ArrayBuffer> {
  const book = new PDFDocument();
  const grafts = sources.map(() => book.newGraftMap());
  for (const page of pages) {
    if (page.kind === 'picture') addPicture(book, page);
    else addPage(book, page, sources, grafts);
  }
  return new Uint8Array(book.saveToBuffer('garbage=compact').asUint8Array());
}

/** A picture fills an A4 page that stands or lies as the picture does; it is never cut and never stretched. */
function addPicture(book: PDFDocument, { jpeg, width, height }: Extract<BoundPage, { readonly kind: 'picture' }>): void {
  const [paperWidth, paperHeight] = width > height ? [PAPER.A4.height, PAPER.A4.width] : [PAPER.A4.width, PAPER.A4.height];
  const scale = Math.min((paperWidth - 2 * MARGIN) / width, (paperHeight - 2 * MARGIN) / height);
  const [w, h] = [width * scale, height * scale];
  const place = [w, 0, 0, h, (paperWidth - w) / 2, (paperHeight - h) / 2].map((part) => part.toFixed(2)).join(' ');
  const resources = { XObject: { Picture: book.addImage(new Image(jpeg)) } };
  book.insertPage(-1, book.addPage([0, 0, paperWidth, paperHeight], 0, resources, `q ${place} cm /Picture Do Q`));
}

function addPage(
  book: PDFDocument,
  { source, page, turn }: Extract<BoundPage, { readonly kind: 'pdf' }>,
  sources: readonly PDFDocument[],
  grafts: readonly ReturnType<PDFDocument['newGraftMap']>[],
): void {
  const [from, graft] = [sources[source], grafts[source]];
  if (from === undefined || graft === undefined) throw new Error(`there is no source ${String(source)}`);
  graft.graftPage(-1, from, page);
  const bound = book.findPage(book.countPages() - 1);
  const before = bound.getInheritable('Rotate');
  const turned = (((before.isNumber() ? before.asNumber() : 0) + turn) % 360 + 360) % 360;
  bound.put('Rotate', turned);
}
