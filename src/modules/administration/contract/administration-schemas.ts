import { type Static, Type } from 'typebox';

/** What an administrator looks after, in the order of the screen. */
export const AREAS = ['people', 'units', 'calendar', 'number-books', 'receipts', 'fees', 'settings', 'journal', 'operations'] as const;
export type Area = (typeof AREAS)[number];

/** The figures of each; every one opens to its records. */
export const FIGURES_OF = {
  'people': ['placed', 'without-account', 'without-second-factor', 'never-signed-in', 'without-position'],
  'units': ['units', 'villages'],
  'calendar': ['days-ahead', 'hours-planned'],
  'number-books': ['books-open', 'numbers-unexplained', 'books-unclosed'],
  'receipts': ['receipts-given', 'receipts-cashless', 'receipts-asked', 'receipts-refused', 'receipts-owed', 'days-unclosed', 'remittances-late'],
  'fees': ['rates-entered', 'rates-missing'],
  'settings': ['settings-own'],
  'journal': ['sealed-months', 'journal-faults'],
  'operations': ['jobs-failing', 'tasks-dead', 'messages-stuck'],
} as const satisfies Readonly<Record<Area, readonly string[]>>;
export type FigureKey = (typeof FIGURES_OF)[Area][number];

/** Figures that somebody has to do something about when they are above nought. */
export const ALERTS: readonly FigureKey[] = ['without-account', 'without-second-factor', 'without-position', 'numbers-unexplained', 'books-unclosed', 'rates-missing', 'receipts-asked', 'receipts-refused', 'receipts-owed', 'days-unclosed', 'remittances-late', 'journal-faults', 'jobs-failing', 'tasks-dead', 'messages-stuck'];

/** GET /api/administration: what stands behind each figure is opened by the screen that its area has. */
export const AdministrationResponse = Type.Object({
  areas: Type.Array(Type.Object({ area: Type.String(), figures: Type.Array(Type.Object({ key: Type.String(), count: Type.Integer(), alert: Type.Boolean() })) })),
  /** How many of the figures ask for somebody. */
  alerts: Type.Integer(),
});
export type AdministrationResponse = Static<typeof AdministrationResponse>;
