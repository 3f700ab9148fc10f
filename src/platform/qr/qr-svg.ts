import { qrPath } from './qr-path.ts';

interface QrSvgOptions {
  /** What the code is for, read out by screen readers. */
  readonly label: string;
}

/**
 * A QR code as an SVG picture for a page: one path on white, with its quiet zone, as large as the place it is put in; readable in dark
 * and high-contrast sets because it brings its own white. Throws on an empty text and on one of more than 2,331 bytes.
 */
export function qrSvg(text: string, { label }: QrSvgOptions): string {
  const { path, side } = qrPath(text);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" role="img" aria-label="${escapeAttribute(label)}" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`
  );
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
