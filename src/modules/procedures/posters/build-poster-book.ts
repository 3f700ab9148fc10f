import { type Instant } from '../../../kernel/local-time.ts';
import { PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDefinition } from '../../../platform/pdf/pdf-definition.ts';
import { type Sheet, type SheetText } from '../../../platform/pdf/sheet.ts';
import { layoutPoster, type PosterOptions } from './layout-poster.ts';
import { POSTER_INK, POSTER_LOOKS, posterBand, posterText } from './poster-look.ts';
import { type PosterView } from './poster-view.ts';
import { breakLines } from './text-width.ts';

const byAlphabet = new Intl.Collator('vi').compare;

/**
 * Every poster of the commune in one file: one page each, by field, with a page of contents before each field that has several.
 * Everyday names come first. A page is laid out only when it is drawn, so that hundreds of them never hold the server up.
 */
export function buildPosterBook(views: readonly PosterView[], options: PosterOptions & { readonly createdAt: Instant }): PdfDefinition {
  const fields = [...Map.groupBy(views, (view) => view.field)]
    .map(([field, ofField]) => ({ field, views: ofField.toSorted(byEverydayThenName) }))
    .toSorted((a, b) => byAlphabet(a.field, b.field));
  return {
    kind: 'sheets',
    info: { title: `Mã QR thủ tục hành chính, ${options.office.centreName}`, author: options.office.centreName, createdAt: options.createdAt },
    page: PAPER[options.size],
    sheets: {
      *[Symbol.iterator]() {
        for (const { field, views: ofField } of fields) {
          if (ofField.length > 1) yield layoutDivider(field, ofField, options);
          for (const view of ofField) yield layoutPoster(view, options);
        }
      },
    },
  };
}

function byEverydayThenName(a: PosterView, b: PosterView): number {
  if (a.everyday !== b.everyday) return a.everyday ? -1 : 1;
  return byAlphabet(a.name, b.name) || byAlphabet(a.code, b.code);
}

/** The first page of a field: its name, how many procedures it has and their names, as many as fit. */
function layoutDivider(field: string, views: readonly PosterView[], { size, office }: PosterOptions): Sheet {
  const page = PAPER[size];
  const look = POSTER_LOOKS[size];
  const band = posterBand(office, page.width, look);
  const width = page.width - 2 * look.margin;
  const texts: SheetText[] = [];
  let baseline = look.band + look.field * 2.1;
  const add = (words: string, style: { readonly size: number; readonly bold?: boolean; readonly colour?: string }, leading: number) => {
    texts.push(posterText(words, look.margin, baseline, { ...style, maxWidth: width }));
    baseline += style.size * leading;
  };
  add('Lĩnh vực', { size: look.field, colour: POSTER_INK.soft }, 0.55);
  const title = look.names[1]?.[0] ?? look.call;
  baseline += title;
  for (const line of breakLines(field, { width, size: title, bold: true, maxLines: 4 })) add(line, { size: title, bold: true }, 1.22);
  add(`${views.length} thủ tục`, { size: look.value, bold: true, colour: POSTER_INK.lacquer }, 2.2);

  const end = page.height - look.margin;
  const leading = look.list * 1.36;
  for (const [index, view] of views.entries()) {
    const lines = breakLines(view.name, { width, size: look.list, bold: false, maxLines: 2 });
    const isLast = index === views.length - 1;
    if (baseline + (lines.length - 1) * leading + (isLast ? 0 : leading * 1.35) > end) {
      add(`và ${views.length - index} thủ tục khác`, { size: look.list, colour: POSTER_INK.soft }, 1.36);
      break;
    }
    for (const line of lines) add(line, { size: look.list }, 1.36);
    baseline += look.list * 0.35;
  }
  return { shapes: band.shapes, texts: [...band.texts, ...texts] };
}
