import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Book = Type.String({ minLength: 1, maxLength: 80 });
const Year = Type.String({ pattern: '^[0-9]{4}$' });
const Words = Type.String({ maxLength: 300 });
const NullableText = Type.Union([Type.String(), Type.Null()]);

/** GET /api/number-books: every book of the commune in a year. */
export const BooksQuery = Type.Object({ year: Type.Optional(Year) }, closed);

/** What happened to a book. */
const BookEvent = Type.Object({ kind: Type.String(), at: Type.String({ format: 'date-time' }), by: Type.String(), from: Type.Union([Type.Integer(), Type.Null()]), to: Type.Union([Type.Integer(), Type.Null()]), reason: Type.String() });

export const BooksResponse = Type.Object({
  year: Type.String(),
  today: Type.String(),
  /** Years that have books, newest first. */
  years: Type.Array(Type.String()),
  /** Whether the reader may open, close and explain. */
  mayChange: Type.Boolean(),
  items: Type.Array(Type.Object({
    /** Names the book for the calls below, such as `certification:SCT/BS`. */
    book: Type.String(),
    group: Type.String(),
    title: Type.Object({ vi: Type.String(), en: Type.String() }),
    symbol: Type.String(),
    state: Type.Union([Type.Literal('unused'), Type.Literal('open'), Type.Literal('closed')]),
    first: Type.Integer(),
    /** 0: none given yet. */
    last: Type.Integer(),
    /** How many numbers something stands under. */
    count: Type.Integer(),
    paperLast: Type.Integer(),
    openedOn: NullableText, openedBy: NullableText, closedOn: NullableText, closedBy: NullableText, newestOn: NullableText,
    gaps: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer(), reason: NullableText })),
    voided: Type.Array(Type.Object({ number: Type.Integer(), reason: Type.String(), by: Type.String() })),
    events: Type.Array(BookEvent),
  })),
  /** Codes of dossiers begin again every day; they are counted and neither opened nor closed. */
  daily: Type.Array(Type.Object({ agency: Type.String(), days: Type.Integer(), total: Type.Integer(), lastDay: Type.String(), lastNumber: Type.Integer() })),
});
export type BooksResponse = Static<typeof BooksResponse>;
export type BookItem = BooksResponse['items'][number];

/** POST /api/number-books/open: the first number of a book before its first use. */
export const OpenBookRequest = Type.Object({ commandId: Uuid, book: Book, year: Year, firstNumber: Type.Integer(), paperLast: Type.Integer(), openedOn: Type.String({ maxLength: 10 }), reason: Words }, closed);
export type OpenBookRequest = Static<typeof OpenBookRequest>;

/** POST /api/number-books/close */
export const CloseBookRequest = Type.Object({ commandId: Uuid, book: Book, year: Year, closedOn: Type.String({ maxLength: 10 }), reason: Words }, closed);
export type CloseBookRequest = Static<typeof CloseBookRequest>;

/** POST /api/number-books/reopen */
export const ReopenBookRequest = Type.Object({ commandId: Uuid, book: Book, year: Year, reason: Words }, closed);
export type ReopenBookRequest = Static<typeof ReopenBookRequest>;

/** POST /api/number-books/gaps: why numbers are missing. */
export const ExplainGapRequest = Type.Object({ commandId: Uuid, book: Book, year: Year, from: Type.Integer(), to: Type.Integer(), reason: Words }, closed);
export type ExplainGapRequest = Static<typeof ExplainGapRequest>;

export const BookDone = Type.Object({ book: Type.String(), last: Type.Integer() });
export type BookDone = Static<typeof BookDone>;

/** GET /api/number-books/closing.pdf */
export const ClosingQuery = Type.Object({ book: Book, year: Year }, closed);
