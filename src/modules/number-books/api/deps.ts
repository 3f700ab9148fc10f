import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type NumberGap } from '../domain/book.ts';

/** A book as its module names it. */
export interface KnownBook {
  /** As the counter is called, such as `certification:SCT/BS`. */
  readonly book: string;
  /** Which module gives its numbers. */
  readonly group: string;
  readonly title: { readonly vi: string; readonly en: string };
  /** Such as `SCT/BS`; empty where its papers carry none of the book. */
  readonly symbol: string;
}

/** What the papers under the numbers of a book say. */
export interface BookRecords {
  readonly gaps: readonly NumberGap[];
  readonly count: number;
  readonly highest: number;
  readonly newestOn: string | null;
  readonly voided: readonly { readonly number: number; readonly reason: string; readonly by: string }[];
}

/** What the module is given by the composition root. */
export interface NumberBookDeps {
  readonly db: Database;
  /** The books that can be opened in a year. */
  readonly listBooks: (year: number) => readonly KnownBook[];
  /** What stands under the numbers of a book up to the last; the numbers are another module's. */
  readonly recordsOf: (db: Database | Tx, communeCode: string, book: string, year: number, last: number) => Promise<BookRecords>;
  readonly officeOf: (communeCode: string) => Promise<{ readonly kind: string; readonly name: string; readonly centreName: string }>;
}
