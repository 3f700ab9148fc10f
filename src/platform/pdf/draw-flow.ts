import { countLetters, translateNode, translateStyle, type EngineNode, type Translation } from './flow-translation.ts';
import { type PdfFlow, type PdfPageLabels } from './pdf-definition.ts';
import { drawPages, layOut, type EngineDocument, type EngineItem, type EnginePage } from './pdf-engine.ts';

interface LaidOut {
  readonly pages: EnginePage[];
  readonly complete: boolean;
  /** Whether the closing block has a page for itself. */
  readonly closingAlone: boolean;
}

interface Attempt {
  /** Empty height above the foot. */
  readonly space: number;
  readonly keepBlocks: boolean;
  readonly moveLastRow: boolean;
}

/** Lays a flowing text out and draws it into a document. Throws when a letter of the definition would be missing on the paper. */
export function drawFlow(document: EngineDocument, flow: PdfFlow): void {
  const attempt = (space: number, change: Partial<Attempt> = {}) => layOutOnce(document, flow, { space, keepBlocks: true, moveLastRow: false, ...change });
  let first = attempt(0);
  if (!first.complete) {
    // A block that should stay whole is taller than a page, and pdfmake cuts such a block off: break it instead.
    const broken = attempt(0, { keepBlocks: false });
    if (!broken.complete) throw new Error('the layout lost a part of the text');
    drawPages(document, broken.pages);
    return;
  }
  const moveLastRow = first.closingAlone && flow.content.some((node) => node.kind === 'table' && node.lastRowWithClosing === true);
  if (moveLastRow) first = attempt(0, { moveLastRow });
  const space = flow.closing === undefined || flow.closing.once === true ? 0 : spaceAtFoot(first.pages, flow);
  const second = space > 0 ? attempt(space, { moveLastRow }) : first;
  drawPages(document, second.complete && second.pages.length === first.pages.length ? second.pages : attempt(0, { moveLastRow }).pages);
}

function layOutOnce(document: EngineDocument, flow: PdfFlow, { space, keepBlocks, moveLastRow }: Attempt): LaidOut {
  const to: Translation = {
    keepBlocks,
    moveLastRow,
    letters: 0,
    measure: (text, style) => {
      const font = document.provideFont(style.font ?? flow.style.font, style.bold ?? false, style.italics ?? false);
      return font.widthOfString(text, style.size ?? flow.style.size);
    },
  };
  const content: EngineNode[] = flow.content.map((node) => translateNode(node, to));
  const lettersBefore = to.letters;
  if (flow.closing !== undefined) {
    const foot = { stack: [translateNode(flow.closing.foot, to)], margin: [0, space, 0, 0] };
    content.push({ stack: [...flow.closing.content.map((node) => translateNode(node, to)), foot], unbreakable: keepBlocks });
  }
  const closingLetters = to.letters - lettersBefore;
  const labels = pageLabels(flow, to);
  const pages = layOut(document, flow.page, { stack: content }, translateStyle(flow.style), labels);
  const lastLabels = labels.lettersOn(pages.length);
  return { pages, complete: lettersOn(pages) === to.letters, closingAlone: pages.length > 1 && lettersOn(pages.slice(-1)) - lastLabels === closingLetters };
}

/** Head and foot are asked for once per page when the number of pages is known. */
function pageLabels(flow: PdfFlow, to: Translation): { readonly head: unknown; readonly foot: unknown; readonly lettersOn: (page: number) => number } {
  const labels = flow.pageLabels;
  const letters = new Map<number, number>();
  const lettersOn = (page: number) => letters.get(page) ?? 0;
  if (labels === undefined) return { head: undefined, foot: undefined, lettersOn };
  const [left, top, right, bottom] = flow.page.margins;
  const label = (page: number, words: string, labels: PdfPageLabels, alignment: 'center' | 'right', margin: readonly number[]): EngineNode => {
    to.letters += countLetters(words);
    letters.set(page, lettersOn(page) + countLetters(words));
    return { text: words, fontSize: labels.size, alignment, margin: [...margin] };
  };
  const fill = (words: string, page: number, pages: number) => words.replaceAll('{page}', String(page)).replaceAll('{pages}', String(pages));
  return {
    head: (page: number, pages: number) =>
      labels.head === undefined || page === 1
        ? null
        : label(page, fill(labels.head, page, pages), labels, 'center', [left, (top - labels.size) / 2, right, 0]),
    foot: (page: number, pages: number) =>
      labels.foot === undefined || pages === 1
        ? null
        : label(page, fill(labels.foot, page, pages), labels, 'right', [left, (bottom - labels.size) / 2, right, 0]),
    lettersOn,
  };
}

/** How many letters stand on the pages; a table head that is repeated counts once. */
function lettersOn(pages: readonly EnginePage[]): number {
  const lines = new Set<readonly { readonly text: string }[]>();
  for (const page of pages) for (const { type, item } of page.items) if (type === 'line') lines.add(item.inlines);
  let letters = 0;
  for (const pieces of lines) for (const piece of pieces) letters += countLetters(piece.text);
  return letters;
}

/** The empty height below the text of the last page, less a point for rounding. */
function spaceAtFoot(pages: readonly EnginePage[], flow: PdfFlow): number {
  const end = flow.page.height - flow.page.margins[3];
  const bottoms = (pages.at(-1)?.items ?? []).map(bottomOf).filter((bottom) => bottom <= end + 1);
  return Math.max(0, end - Math.max(0, ...bottoms) - 1);
}

function bottomOf(placed: EngineItem): number {
  switch (placed.type) {
    case 'line':
      return placed.item.y + placed.item.getHeight();
    case 'svg':
      return placed.item.y + placed.item._height;
    case 'vector':
      return Math.max((placed.item.y ?? 0) + (placed.item.h ?? 0), placed.item.y1 ?? 0, placed.item.y2 ?? 0);
  }
}
