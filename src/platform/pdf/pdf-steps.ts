import { type PdfFlow, type PdfInfo } from './pdf-definition.ts';
import { type Sheet } from './sheet.ts';

/**
 * What the worker thread is asked for, one step at a time. A book of posters is drawn in steps of a few pages, so that a slip
 * printed at the counter meanwhile waits for one step and not for the book.
 */
export type PdfStep =
  | { readonly step: 'flow'; readonly flow: PdfFlow }
  | {
      readonly step: 'pages';
      /** Names the book between its steps. */
      readonly book: number;
      /** Present in the first step of a book. */
      readonly begin: { readonly info: PdfInfo; readonly page: { readonly width: number; readonly height: number } } | null;
      readonly pages: readonly (Sheet | PdfFlow)[];
      readonly end: boolean;
    };

/** What the worker answers: the finished file, that the step is done, or why it failed. */
export type PdfStepAnswer =
  | { readonly answer: 'file'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly answer: 'done' }
  | { readonly answer: 'failed'; readonly message: string };
