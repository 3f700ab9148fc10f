import { type Sheet, type SheetShape, type SheetText } from './sheet.ts';
import { checkedColour, checkedPath } from './svg-path.ts';

const FAMILIES: Readonly<Record<SheetText['font'], string>> = {
  'Be Vietnam Pro': "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  Tinos: "Tinos, 'Times New Roman', 'Liberation Serif', serif",
};

interface SheetSvgOptions {
  /** Read out by screen readers and shown as the picture's name. */
  readonly title: string;
  /** Width of a line in points in the face it was laid out for, so that another face takes up the same room. */
  readonly widthOf: (line: SheetText) => number;
}

/** A page as one self-contained SVG in the size of the paper: text stays text in the fonts of the reader's system, nothing is fetched. */
export function sheetToSvg(page: { readonly width: number; readonly height: number }, sheet: Sheet, options: SheetSvgOptions): string {
  const { width, height } = page;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="vi" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">`,
    `<title>${escapeText(options.title)}</title><rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...sheet.shapes.map(shapeSvg),
    ...sheet.texts.map((line) => textSvg(line, options.widthOf(line))),
    '</svg>',
  ].join('');
}

function shapeSvg(shape: SheetShape): string {
  const colour = checkedColour(shape.colour);
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${figure(shape.x)}" y="${figure(shape.y)}" width="${figure(shape.width)}" height="${figure(shape.height)}" fill="${colour}"/>`;
    case 'line':
      return `<path d="M${figure(shape.x1)} ${figure(shape.y1)}L${figure(shape.x2)} ${figure(shape.y2)}" stroke="${colour}" stroke-width="${figure(shape.thickness)}"/>`;
    case 'path': {
      const ink = shape.thickness === undefined ? `fill="${colour}"` : `fill="none" stroke="${colour}" stroke-width="${figure(shape.thickness)}"`;
      return `<path transform="translate(${figure(shape.x)} ${figure(shape.y)}) scale(${figure(shape.scale)})" ${ink} d="${checkedPath(shape.path)}"/>`;
    }
  }
}

const ANCHORS: Readonly<Record<SheetText['align'], string>> = { left: 'start', center: 'middle', right: 'end' };

function textSvg(line: SheetText, width: number): string {
  const size = width > line.maxWidth ? (line.size * line.maxWidth) / width : line.size;
  return [
    `<text x="${figure(line.x)}" y="${figure(line.baseline)}" font-family="${FAMILIES[line.font]}" font-size="${figure(size)}"`,
    line.bold ? ' font-weight="700"' : '',
    line.align === 'left' ? '' : ` text-anchor="${ANCHORS[line.align]}"`,
    // Keeps a wider face of the reader's system from running out of the page.
    ` textLength="${figure(Math.min(width, line.maxWidth))}" lengthAdjust="spacingAndGlyphs"`,
    ` fill="${checkedColour(line.colour)}">${escapeText(line.text)}</text>`,
  ].join('');
}

/** Four decimals: the scale of a QR code is multiplied by its size, everything else is a point. */
function figure(value: number): string {
  return String(Number(value.toFixed(4)));
}

function escapeText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
