import { type MatrixRow, rows, type Seat } from './matrix-rules.ts';

/** Who keeps the office and other systems together. */
const EXCHANGERS = ['reception', 'clerk', 'administrator'] as const satisfies readonly Seat[];


/** Who may do what with other systems: a part of the one table. */
export const EXCHANGE_ROWS: readonly MatrixRow[] = [
  ...rows(EXCHANGERS, ['GET /api/exchange/sources', 'GET /api/exchange/imports', 'POST /api/exchange/imports']),
  ...['GET /api/exchange/imports/:id', 'POST /api/exchange/imports/:id/check', 'GET /api/exchange/imports/:id/rows', 'GET /api/exchange/imports/:id/wrong.xlsx'].map((route): MatrixRow => ({
    route, letsIn: EXCHANGERS, thing: { kind: 'import', done: EXCHANGERS, doneOutsideField: EXCHANGERS, missing: 'exchange.import-not-found' },
  })),
  ...rows(EXCHANGERS, ['GET /api/exchange/export']),
  { route: 'GET /api/exchange/dossiers/:id/copy-sheets', letsIn: EXCHANGERS, thing: { kind: 'dossier', done: EXCHANGERS, doneOutsideField: EXCHANGERS, missing: 'dossier.not-found' } },
  ...rows(EXCHANGERS, ['GET /api/exchange/mismatches', 'GET /api/exchange/messages', 'POST /api/exchange/messages/resend']),
  { route: 'POST /api/exchange/mismatches/:id/decision', letsIn: EXCHANGERS, thing: { kind: 'mismatch', done: EXCHANGERS, doneOutsideField: EXCHANGERS, missing: 'exchange.mismatch-not-found' } },
  { route: 'POST /api/exchange/messages/:id/by-hand', letsIn: EXCHANGERS, thing: { kind: 'message', done: EXCHANGERS, doneOutsideField: EXCHANGERS, missing: 'exchange.message-not-found' } },
  { route: 'POST /api/exchange/messages/:id/resend', letsIn: EXCHANGERS, thing: { kind: 'message', done: EXCHANGERS, doneOutsideField: EXCHANGERS, missing: 'exchange.message-not-found' } },
  { route: 'POST /api/exchange/imports/:id/run', letsIn: EXCHANGERS, thing: { kind: 'checked import', done: EXCHANGERS, doneOutsideField: EXCHANGERS, missing: 'exchange.import-not-found' } },
];
