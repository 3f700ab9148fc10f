import { type MatrixRow, rows, type Seat } from './matrix-rules.ts';

/** Whoever looks at the money of the counter, whoever takes it, and whoever corrects it. */
const READERS = ['reception', 'cashier', 'president'] as const satisfies readonly Seat[];
const TAKERS = ['reception', 'cashier'] as const satisfies readonly Seat[];
const CORRECTORS = ['cashier'] as const satisfies readonly Seat[];
/** Who approves that money goes back. */
const REFUND_DECIDERS = ['cashier', 'president'] as const satisfies readonly Seat[];

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
  ...rows(READERS, ['POST /api/refunds/search']),
  { route: 'POST /api/payables/:id/refunds', letsIn: TAKERS, thing: { kind: 'payable with a surplus', done: TAKERS, doneOutsideField: TAKERS, missing: 'payable.not-found' } },
  { route: 'GET /api/refunds/:id/voucher.pdf', letsIn: READERS, thing: { kind: 'approved refund', done: READERS, doneOutsideField: READERS, missing: 'refund.not-found' } },
  { route: 'POST /api/refunds/:id/decision', letsIn: REFUND_DECIDERS, thing: { kind: 'refund', done: REFUND_DECIDERS, doneOutsideField: REFUND_DECIDERS, missing: 'refund.not-found' } },
  { route: 'POST /api/refunds/:id/withdraw', letsIn: TAKERS, thing: { kind: 'refund', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'refund.not-found' } },
  { route: 'POST /api/refunds/:id/paid', letsIn: CORRECTORS, thing: { kind: 'approved refund', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'refund.not-found' } },
  { route: 'POST /api/refunds/:id/retry', letsIn: CORRECTORS, thing: { kind: 'failed refund', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'refund.not-found' } },
  { route: 'POST /api/payments/:id/reverse', letsIn: CORRECTORS, thing: { kind: 'payment', done: CORRECTORS, doneOutsideField: CORRECTORS, missing: 'payment.not-found' } },
];
