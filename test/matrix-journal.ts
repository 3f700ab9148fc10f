import { ROLES } from '../src/kernel/actor.ts';
import { type MatrixRow, rows, SEATS } from './matrix-rules.ts';

/** Who may do what with the journal: a part of the one table. */
export const JOURNAL_ROWS: readonly MatrixRow[] = [
  ...rows(ROLES, ['GET /api/journal', 'GET /api/journal/purposes', 'POST /api/journal/purposes']),
  ...rows(['president', 'administrator'], [
    'GET /api/journal/days', 'GET /api/journal/days/:day/record.pdf', 'GET /api/journal/export-choices', 'POST /api/journal/exports', 'GET /api/journal/exports/:exportId/file',
  ]),
  ...rows(SEATS, ['GET /nhat-ky', 'GET /h/:token/ai-da-xem']),
];
