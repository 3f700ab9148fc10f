/** The two type faces that are embedded: Tinos has the measures of Times New Roman, which văn thư asks for. */
export type PdfFont = 'Tinos' | 'Be Vietnam Pro';

/** `#RRGGBB`. */
export type PdfColour = string;

/** A page on which everything has its place, in points from the top left corner. It is drawn the same on paper and as SVG. */
export interface Sheet {
  readonly shapes: readonly SheetShape[];
  readonly texts: readonly SheetText[];
}

/** One line of text. */
export interface SheetText {
  /** Where the line begins, is centred or ends, as `align` says. */
  readonly x: number;
  readonly baseline: number;
  readonly text: string;
  readonly font: PdfFont;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: PdfColour;
  readonly align: 'left' | 'center' | 'right';
  /** A line that comes out wider is set smaller until it fits, so that nothing runs out of the page. */
  readonly maxWidth: number;
}

export type SheetShape =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly colour: PdfColour }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly thickness: number;
      readonly colour: PdfColour;
    }
  /** SVG path data, scaled and moved; filled, or drawn as a line when it has a thickness (in units of the path). */
  | {
      readonly kind: 'path';
      readonly x: number;
      readonly y: number;
      readonly scale: number;
      readonly path: string;
      readonly colour: PdfColour;
      readonly thickness?: number;
    };
