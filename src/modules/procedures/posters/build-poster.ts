import { type Instant } from '../../../kernel/local-time.ts';
import { PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDefinition } from '../../../platform/pdf/pdf-definition.ts';
import { sheetToSvg } from '../../../platform/pdf/sheet-to-svg.ts';
import { layoutPoster, type PosterOptions } from './layout-poster.ts';
import { type PosterView } from './poster-view.ts';
import { textWidth } from './text-width.ts';

/** A poster of one procedure for the wall: name, time, price, what to bring, and a large QR that opens the procedure's page. */
export function buildPoster(view: PosterView, options: PosterOptions & { readonly createdAt: Instant }): PdfDefinition {
  return {
    kind: 'sheets',
    info: { title: view.name, author: options.office.centreName, createdAt: options.createdAt },
    page: PAPER[options.size],
    sheets: [layoutPoster(view, options)],
  };
}

/** The same poster as a self-contained SVG, with text as text. */
export function posterSvg(view: PosterView, options: PosterOptions): string {
  return sheetToSvg(PAPER[options.size], layoutPoster(view, options), {
    title: view.name,
    widthOf: (line) => textWidth(line.text, line.size, line.bold),
  });
}
