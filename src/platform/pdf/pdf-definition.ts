import { type Instant } from '../../kernel/local-time.ts';
import { type PdfColour, type PdfFont, type Sheet } from './sheet.ts';

/**
 * A PDF as plain data, in points (1/72 inch) from the top left corner. It has no place for a URL, a file name or markup, so that
 * nothing a citizen typed can make the program read or fetch anything.
 */
export type PdfDefinition = PdfFlow | PdfSheets | PdfBook;

/** What the file says about itself. The date is given, so that the same input makes the same bytes. */
export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Instant;
}

/** Left, top, right, bottom. */
export type PdfMargins = readonly [left: number, top: number, right: number, bottom: number];

/** A running text: the layout engine breaks it into lines and pages. */
export interface PdfFlow {
  readonly kind: 'flow';
  readonly info: PdfInfo;
  readonly page: { readonly width: number; readonly height: number; readonly margins: PdfMargins };
  /** What a text has where it says nothing else. */
  readonly style: Required<Pick<PdfTextStyle, 'font' | 'size' | 'lineHeight'>> & PdfTextStyle;
  readonly content: readonly PdfNode[];
  /** The last block: never parted from each other, so that a signature does not stand alone on a page. */
  readonly closing?: PdfClosing;
  readonly pageLabels?: PdfPageLabels;
}

export interface PdfClosing {
  readonly content: readonly PdfNode[];
  /** Stands at the foot of the last page. */
  readonly foot: PdfNode;
  /** Laid out once only: the foot then stands under the text instead of at the end of the page. For long texts, where a second look costs seconds. */
  readonly once?: boolean;
}

/** `{page}` and `{pages}` stand for the numbers. */
export interface PdfPageLabels {
  /** In the middle of the top margin from the second page on (NĐ 30/2020/NĐ-CP, Phụ lục I). */
  readonly head?: string;
  /** At the right of the bottom margin on every page, where there are several. */
  readonly foot?: string;
  readonly size: number;
}

/** Several running texts one after the other in one file, each from a page of its own with its own page numbers. At least one. */
export interface PdfBook {
  readonly kind: 'book';
  readonly info: PdfInfo;
  readonly flows: readonly PdfFlow[];
}

/** Pages on which everything already has its place. They may be made one by one while the file is drawn, and again from the start. */
export interface PdfSheets {
  readonly kind: 'sheets';
  readonly info: PdfInfo;
  readonly page: { readonly width: number; readonly height: number };
  readonly sheets: Iterable<Sheet>;
}

export interface PdfTextStyle {
  readonly font?: PdfFont;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly colour?: PdfColour;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** A factor of the font's own line height. */
  readonly lineHeight?: number;
}

interface Placed {
  readonly margin?: PdfMargins;
}

export type PdfNode = PdfText | PdfStack | PdfColumns | PdfTable | PdfRuledText | PdfDrawing | PdfDottedLine;

export interface PdfText extends Placed, PdfTextStyle {
  readonly kind: 'text';
  readonly runs: readonly PdfRun[];
}

/** A piece of a line. `noBreak` keeps it on one line: for short pieces only, since it may then be wider than the page. */
export interface PdfRun extends Omit<PdfTextStyle, 'align' | 'lineHeight'> {
  readonly text: string;
  readonly noBreak?: boolean;
}

export interface PdfStack extends Placed {
  readonly kind: 'stack';
  readonly items: readonly PdfNode[];
  /** Moves as a whole to the next page if it does not fit; is broken all the same if it is taller than a page. */
  readonly keepTogether?: boolean;
}

export interface PdfColumns extends Placed {
  readonly kind: 'columns';
  readonly gap?: number;
  readonly columns: readonly { readonly width: number; readonly content: PdfNode }[];
}

/** A table with thin lines around its rows. Rows are not broken over pages, and the head is repeated. */
export interface PdfTable extends Placed {
  readonly kind: 'table';
  /** Outer widths: padding and lines are inside. */
  readonly widths: readonly number[];
  readonly headRows: number;
  readonly rows: readonly (readonly PdfNode[])[];
  /** `grid` draws every line, `rows` only those between rows, and above and below. */
  readonly lines: 'grid' | 'rows';
  /** Points between line and text: sideways, up and down. */
  readonly padding: readonly [number, number];
  /** Where the closing block would stand alone on the last page, the last row goes there with it, under a head of its own. */
  readonly lastRowWithClosing?: boolean;
}

/** A centred text with a line under it whose length is a part of the text's own: 1 for tiêu ngữ, a third to a half under a body's name. */
export interface PdfRuledText extends Placed {
  readonly kind: 'ruled-text';
  readonly text: PdfText;
  readonly width: number;
  readonly part: number;
  readonly thickness: number;
  readonly gap: number;
}

/** A label with dots to the end of its line, for what is filled in by hand; where too little is left for a hand, the next line is dots too. */
export interface PdfDottedLine extends Placed {
  readonly kind: 'dotted-line';
  readonly text: PdfText;
  /** Of the line. */
  readonly width: number;
}

/** One filled shape, such as a QR code, or lines of a pen. */
export interface PdfDrawing extends Placed {
  readonly kind: 'drawing';
  /** SVG path data over a square or oblong of `viewWidth` by `viewHeight`. */
  readonly path: string;
  readonly viewWidth: number;
  readonly viewHeight: number;
  /** Cut off on every side before it is drawn, in units of the path: a QR code may take the white of the page as its quiet zone. */
  readonly inset?: number;
  /** Width on paper. */
  readonly width: number;
  readonly colour: PdfColour;
  /** Draws the path as lines of this thickness, in units of the path, instead of filling it. */
  readonly stroke?: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A paragraph of one piece. */
export function text(words: string, style: PdfTextStyle & Placed = {}): PdfText {
  return { kind: 'text', runs: [{ text: words }], ...style };
}

/** A paragraph of several pieces. */
export function runs(pieces: readonly PdfRun[], style: PdfTextStyle & Placed = {}): PdfText {
  return { kind: 'text', runs: pieces, ...style };
}

/** One below the other. */
export function stack(items: readonly PdfNode[], place: Omit<PdfStack, 'kind' | 'items'> = {}): PdfStack {
  return { kind: 'stack', items, ...place };
}
