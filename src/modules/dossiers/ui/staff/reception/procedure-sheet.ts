import { type ProcedureForStaff } from '../../../../procedures/contract/procedure-schemas.ts';

/** What reception needs to know of a procedure, in the reader's language; GET /api/procedures/:code. */
export type ProcedureSheet = Pick<
  ProcedureForStaff,
  'code' | 'name' | 'officialName' | 'field' | 'timeLimitWords' | 'feeWords' | 'papers' | 'lookedUp' | 'receivable' | 'reason'
>;

/** One paper that a procedure asks for. */
export type RequiredPaper = ProcedureSheet['papers'][number];
