import * as mupdf from 'mupdf';
import decodeQR from 'qr/decode.js';

/** Pixels per point: what a phone sees of a page that it is held over. */
const SCALE = 2;

/** Reads the code on the last page of a PDF as a phone would: from the page turned into pixels, whatever was meant to be drawn. */
export function readPrintedQr(file: Buffer): string {
  const pdf = mupdf.Document.openDocument(file, 'application/pdf');
  const picture = pdf.loadPage(pdf.countPages() - 1).toPixmap(mupdf.Matrix.scale(SCALE, SCALE), mupdf.ColorSpace.DeviceRGB, false);
  // Without a limit on time a loaded machine must not change the outcome.
  return decodeQR({ width: picture.getWidth(), height: picture.getHeight(), data: new Uint8Array(picture.getPixels()) }, { timeLimit: 60_000 });
}
