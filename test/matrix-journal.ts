import { ROLES } from '../src/kernel/actor.ts';
import { type MatrixRow, rows } from './matrix-rules.ts';

/** Who may do what with the journal: a part of the one table. */
export const JOURNAL_ROWS: readonly MatrixRow[] = [
  ...rows(ROLES, ['GET /api/journal/purposes', 'POST /api/journal/purposes']),
];
