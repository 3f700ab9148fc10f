import { type MatrixRow, rows } from './matrix-rules.ts';

const READERS = ['cashier', 'reception', 'unit-head', 'president', 'administrator'] as const;
const ASKERS = ['cashier', 'reception', 'unit-head', 'president'] as const;
const DECIDERS = ['cashier', 'unit-head', 'president'] as const;
const KEEPERS = ['cashier', 'president', 'administrator'] as const;
const COLLECTORS = ['cashier', 'reception'] as const;

/** Receipts, series, days of cashiers, remittances: a part of the one table. */
export const RECEIPT_ROWS: readonly MatrixRow[] = [
  ...rows(READERS, ['GET /api/fee-receipts', 'GET /api/fee-receipts/book.xlsx', 'GET /api/fee-receipts/book.csv', 'GET /api/cashier-days', 'GET /api/cashier-days/sheet.pdf']),
  ...['GET /api/fee-receipts/:id', 'GET /api/fee-receipts/:id/receipt.pdf'].map((route): MatrixRow => ({
    route, letsIn: READERS, thing: { kind: 'fee receipt', done: READERS, doneOutsideField: READERS, missing: 'fee-receipts.not-found' },
  })),
  { route: 'POST /api/fee-receipts/:id/corrections', letsIn: ASKERS, thing: { kind: 'fee receipt', done: ASKERS, doneOutsideField: ASKERS, missing: 'fee-receipts.not-found' } },
  // Reception has asked: everybody else who may decide is a second person.
  { route: 'POST /api/fee-receipts/:id/decisions', letsIn: DECIDERS, thing: { kind: 'fee receipt with a request', done: DECIDERS, doneOutsideField: DECIDERS, missing: 'fee-receipts.not-found' } },
  ...rows(['cashier', 'unit-head', 'president', 'administrator'], ['GET /api/receipt-series', 'GET /api/remittances']),
  ...rows(KEEPERS, ['POST /api/receipt-series']),
  { route: 'POST /api/receipt-series/:id/close', letsIn: KEEPERS, thing: { kind: 'receipt series', done: KEEPERS, doneOutsideField: KEEPERS, missing: 'fee-receipts.series-not-found' } },
  { route: 'POST /api/receipt-series/:id/numbers', letsIn: KEEPERS, thing: { kind: 'book of receipts', done: KEEPERS, doneOutsideField: KEEPERS, missing: 'fee-receipts.series-not-found' } },
  ...rows(COLLECTORS, ['POST /api/cashier-days']),
  // The day is the one of reception; those who look after the money see everybody’s.
  { route: 'GET /api/cashier-days/:id', letsIn: READERS, thing: { kind: 'open day of a cashier', done: READERS, doneOutsideField: READERS, missing: 'fee-receipts.day-not-found' } },
  { route: 'POST /api/cashier-days/:id/close', letsIn: COLLECTORS, thing: { kind: 'open day of a cashier', done: ['reception'], doneOutsideField: ['reception'], otherwise: 'fee-receipts.not-your-day', missing: 'fee-receipts.day-not-found' } },
  { route: 'POST /api/cashier-days/:id/hand-over', letsIn: COLLECTORS, thing: { kind: 'closed day of a cashier', done: ['reception'], doneOutsideField: ['reception'], otherwise: 'fee-receipts.not-your-day', missing: 'fee-receipts.day-not-found' } },
  // It was handed to the head of the unit.
  { route: 'POST /api/cashier-days/:id/receive', letsIn: DECIDERS, thing: { kind: 'handed day of a cashier', done: ['unit-head'], doneOutsideField: ['unit-head'], otherwise: 'fee-receipts.not-the-receiver', missing: 'fee-receipts.day-not-found' } },
  ...rows(DECIDERS, ['POST /api/remittances']),
];
