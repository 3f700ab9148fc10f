import { type MatrixRow, rows, type Seat } from './matrix-rules.ts';

/** Whoever looks at the money of the counter, whoever takes it, and whoever corrects it. */
const READERS = ['reception', 'cashier', 'president'] as const satisfies readonly Seat[];
const TAKERS = ['reception', 'cashier'] as const satisfies readonly Seat[];
const CORRECTORS = ['cashier'] as const satisfies readonly Seat[];

/** Who may do what with money: a part of the one table. */
export const MONEY_ROWS: readonly MatrixRow[] = [
  ...rows(READERS, ['POST /api/payables/search']),
  ...['GET /api/payables/:id', 'GET /api/payables/:id/standing'].map((route): MatrixRow => ({ route, letsIn: READERS, thing: { kind: 'payable', done: READERS, doneOutsideField: READERS, missing: 'payable.not-found' } })),
  { route: 'POST /api/payables/:id/cash', letsIn: TAKERS, thing: { kind: 'payable', done: TAKERS, doneOutsideField: TAKERS, missing: 'payable.not-found' } },
  { route: 'POST /api/payables/:id/give-up', letsIn: CORRECTORS, thing: { kind: 'paid payable', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'payable.not-found' } },
  { route: 'POST /api/payables/:id/refund', letsIn: CORRECTORS, thing: { kind: 'payable with a surplus', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'payable.not-found' } },
  { route: 'POST /api/payments/:id/reverse', letsIn: CORRECTORS, thing: { kind: 'payment', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'payment.not-found' } },
];
