import { type EngineDocument } from './pdf-engine.ts';
import { type Sheet, type SheetShape, type SheetText } from './sheet.ts';
import { checkedColour, checkedPath } from './svg-path.ts';

/** Draws one page on which everything has its place. */
export function drawSheet(document: EngineDocument, page: { readonly width: number; readonly height: number }, sheet: Sheet): void {
  document.addPage({ size: [page.width, page.height], margin: 0 });
  for (const shape of sheet.shapes) drawShape(document, shape);
  for (const line of sheet.texts) drawText(document, line);
}

function drawShape(document: EngineDocument, shape: SheetShape): void {
  const colour = checkedColour(shape.colour);
  switch (shape.kind) {
    case 'rect':
      document.rect(shape.x, shape.y, shape.width, shape.height).fillColor(colour).fill();
      break;
    case 'line':
      document.lineWidth(shape.thickness).strokeColor(colour).moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2).stroke();
      break;
    case 'path':
      document.save().translate(shape.x, shape.y).scale(shape.scale).path(checkedPath(shape.path));
      if (shape.thickness === undefined) document.fillColor(colour).fill();
      else document.lineWidth(shape.thickness).strokeColor(colour).stroke();
      document.restore();
      break;
  }
}

function drawText(document: EngineDocument, line: SheetText): void {
  const font = document.provideFont(line.font, line.bold, false);
  const wide = font.widthOfString(line.text, line.size);
  const size = wide > line.maxWidth ? (line.size * line.maxWidth) / wide : line.size;
  const width = Math.min(wide, line.maxWidth);
  const x = line.align === 'left' ? line.x : line.align === 'right' ? line.x - width : line.x - width / 2;
  document._font = font;
  document.fontSize(size).fillColor(checkedColour(line.colour)).text(line.text, x, line.baseline, { lineBreak: false, baseline: 'alphabetic' });
}
