import { type PdfReview } from './pdf-review.ts';

/** Clockwise quarter turns, in degrees. */

export type Turn = 0 | 90 | 180 | 270;

/** One page of a new PDF: a finished JPEG, or a page of another PDF as it is but for its turn. */
export type BoundPage =
  | { readonly kind: 'picture'; readonly jpeg: Uint8Array; readonly width: number; readonly height: number }
  | { readonly kind: 'pdf'; /** Place of the PDF in the list of sources. */ readonly source: number; /** From 0. */ readonly page: number; readonly turn: Turn };

/** What the page worker is asked to do; one step at a time. */
export type PageStep =
  | { readonly step: 'review'; readonly pdf: Uint8Array }
  /** Draws a page, from 0, with its longest side in pixels. */
  | { readonly step: 'draw'; readonly pdf: Uint8Array; readonly page: number; readonly longestSide: number }
  | { readonly step: 'bind'; readonly pages: readonly BoundPage[]; readonly sources: readonly Uint8Array[] };

/** What it answers. */
export type PageAnswer =
  | { readonly answer: 'review'; readonly review: PdfReview }
  | { readonly answer: 'file'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly answer: 'failed'; readonly message: string };
