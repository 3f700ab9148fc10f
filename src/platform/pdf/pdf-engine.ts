import { createRequire } from 'node:module';
import { type PdfInfo } from './pdf-definition.ts';
import { isFontFile, PDF_FONTS } from './pdf-fonts.ts';

/**
 * pdfmake 0.3.11 from within: its front door makes one document from one definition, while a wall of posters needs many pages in one
 * document, and a paper needs a second look at its own layout. These are the parts that its front door calls; the version is pinned.
 */
const require = createRequire(import.meta.url);
const part = (name: string): unknown => (require(`pdfmake/js/${name}.js`) as { readonly default: unknown }).default;

/** A font of the document, for measuring. */
interface EngineFont {
  widthOfString(text: string, size: number): number;
}

/** The document that pages are drawn on (pdfkit). */
export interface EngineDocument {
  _font: EngineFont;
  provideFont(family: string, bold: boolean, italics: boolean): EngineFont;
  addPage(options: { readonly size: readonly [number, number]; readonly margin?: number }): this;
  fontSize(size: number): this;
  fillColor(colour: string): this;
  strokeColor(colour: string): this;
  lineWidth(width: number): this;
  text(text: string, x: number, y: number, options: { readonly lineBreak: false; readonly baseline: 'alphabetic' }): this;
  rect(x: number, y: number, width: number, height: number): this;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  path(data: string): this;
  fill(): this;
  stroke(): this;
  save(): this;
  restore(): this;
  translate(x: number, y: number): this;
  scale(factor: number): this;
  on(event: 'data', listener: (chunk: Buffer) => void): this;
  on(event: 'end', listener: () => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  end(): void;
}

/** A line that the layout engine placed; the copies of a repeated table head share their pieces. */
interface EngineLine {
  readonly y: number;
  readonly inlines: readonly { readonly text: string }[];
  getHeight(): number;
}

export type EngineItem =
  | { readonly type: 'line'; readonly item: EngineLine }
  | { readonly type: 'vector'; readonly item: { readonly y?: number; readonly h?: number; readonly y1?: number; readonly y2?: number } }
  | { readonly type: 'svg'; readonly item: { readonly y: number; readonly _height: number } };

export interface EnginePage {
  readonly items: readonly EngineItem[];
}

interface PageBox {
  readonly width: number;
  readonly height: number;
  readonly orientation: 'portrait' | 'landscape';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Layout {
  registerTableLayouts(layouts: unknown): void;
  layoutDocument(
    content: unknown,
    document: EngineDocument,
    styles: Readonly<Record<string, never>>,
    defaultStyle: unknown,
    background: undefined,
    header: unknown,
    footer: unknown,
    watermark: undefined,
    pageBreakBefore: undefined,
  ): EnginePage[];
}

const Document = part('PDFDocument') as new (
  fonts: unknown,
  images: object,
  patterns: object,
  attachments: object,
  options: object,
  virtualFiles: null,
  mayOpen: (path: string) => boolean,
) => EngineDocument;
const LayoutBuilder = part('LayoutBuilder') as new (page: PageBox, margins: Box, svgMeasure: unknown) => Layout;
const Renderer = part('Renderer') as new (document: EngineDocument) => { renderPages(pages: EnginePage[]): void };
const SvgMeasure = part('SVGMeasure') as new () => unknown;
const tableLayouts = (require('pdfmake/js/tableLayouts.js') as { readonly tableLayouts: unknown }).tableLayouts;

/** An empty document in Vietnamese that may open no file but the fonts. */
export function newDocument(info: PdfInfo, page: { readonly width: number; readonly height: number }): EngineDocument {
  const createdAt = new Date(info.createdAt);
  const options = {
    size: [page.width, page.height],
    autoFirstPage: false,
    font: null,
    pdfVersion: '1.7',
    lang: 'vi',
    displayTitle: true,
    info: { Title: info.title, Author: info.author, Creator: 'Xã Số', Producer: 'Xã Số', CreationDate: createdAt, ModDate: createdAt },
  };
  return new Document(PDF_FONTS, {}, {}, {}, options, null, isFontFile);
}

/** Breaks a content into pages; draws nothing yet. The content is changed by it. */
export function layOut(
  document: EngineDocument,
  page: { readonly width: number; readonly height: number; readonly margins: readonly [number, number, number, number] },
  content: unknown,
  style: unknown,
  labels: { readonly head: unknown; readonly foot: unknown },
): EnginePage[] {
  const [left, top, right, bottom] = page.margins;
  const orientation = page.width > page.height ? 'landscape' : 'portrait';
  const builder = new LayoutBuilder({ width: page.width, height: page.height, orientation }, { left, top, right, bottom }, new SvgMeasure());
  builder.registerTableLayouts(tableLayouts);
  return builder.layoutDocument(content, document, {}, style, undefined, labels.head, labels.foot, undefined, undefined);
}

/** Draws pages that were laid out. */
export function drawPages(document: EngineDocument, pages: EnginePage[]): void {
  new Renderer(document).renderPages(pages);
}

/** The bytes of a document, ready once it has ended. Listen before the first page is drawn. */
export function collectBytes(document: EngineDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => {
      // A copy of its own: small buffers share memory, which cannot be handed to another thread.
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
  });
}
