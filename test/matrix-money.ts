import { type MatrixRow, rows, type Seat } from './matrix-rules.ts';

/** Whoever looks at the money of the counter, whoever takes it, and whoever corrects it. */
const READERS = ['reception', 'cashier', 'president'] as const satisfies readonly Seat[];
const TAKERS = ['reception', 'cashier'] as const satisfies readonly Seat[];
const CORRECTORS = ['cashier'] as const satisfies readonly Seat[];

/** Whoever answers for the money looks at what the bank says. */
const STATEMENT_READERS = ['cashier', 'unit-head', 'president'] as const satisfies readonly Seat[];

/** Who may do what with money: a part of the one table. */
export const MONEY_ROWS: readonly MatrixRow[] = [
  ...rows(STATEMENT_READERS, ['GET /api/bank-statements', 'GET /api/bank-statements/lines']),
  ...rows(CORRECTORS, ['POST /api/bank-statements', 'POST /api/bank-statements/preview', 'POST /api/bank-statements/payables']),
  { route: 'GET /api/bank-statements/lines/:id', letsIn: STATEMENT_READERS, thing: { kind: 'statement line', done: STATEMENT_READERS, doneOutsideField: STATEMENT_READERS, missing: 'bank-statements.line-not-found' } },
  ...(['payments', 'set-aside'] as const).map((act): MatrixRow => ({ route: `POST /api/bank-statements/lines/:id/${act}`, letsIn: CORRECTORS, thing: { kind: 'statement line', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'bank-statements.line-not-found' } })),
  { route: 'POST /api/bank-statements/lines/:id/undo', letsIn: CORRECTORS, thing: { kind: 'paid statement line', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'bank-statements.line-not-found' } },
  ...rows(READERS, ['POST /api/payables/search']),
  ...['GET /api/payables/:id', 'GET /api/payables/:id/standing'].map((route): MatrixRow => ({ route, letsIn: READERS, thing: { kind: 'payable', done: READERS, doneOutsideField: READERS, missing: 'payable.not-found' } })),
  { route: 'POST /api/payables/:id/cash', letsIn: TAKERS, thing: { kind: 'payable', done: TAKERS, doneOutsideField: TAKERS, missing: 'payable.not-found' } },
  { route: 'POST /api/payables/:id/give-up', letsIn: CORRECTORS, thing: { kind: 'paid payable', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'payable.not-found' } },
  { route: 'POST /api/payables/:id/refund', letsIn: CORRECTORS, thing: { kind: 'payable with a surplus', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'payable.not-found' } },
  { route: 'POST /api/payments/:id/reverse', letsIn: CORRECTORS, thing: { kind: 'payment', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'payment.not-found' } },
];
