import { type StaffActor } from '../../../kernel/actor.ts';
import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ReceiveDossierRequest, type ReceptionResponse } from '../../dossiers/contract/dossier-schemas.ts';
import { type CaseDossierRow } from '../../dossiers/index.ts';
import { type LinkedGroup } from '../domain/linked-group.ts';
import { type AgencyLine } from './agency-line.ts';

/** Everything the module is given by the composition root. */
export interface LinkedCasesDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly groups: readonly LinkedGroup[];
  readonly calendarOf: (communeCode: string) => Promise<WorkingCalendar>;
  readonly staffName: (communeCode: string, staffId: string) => Promise<string | undefined>;
  /** Everybody with an open account and the positions of today. */
  readonly colleaguesOf: (communeCode: string) => Promise<readonly StaffActor[]>;
  /** The line to other agencies of a commune. */
  readonly lineOf: (communeCode: string) => Promise<AgencyLine>;
  readonly prepareDossier: (
    request: ReceiveDossierRequest,
    part: { readonly caseId: string; readonly limit: TimeLimit; readonly promised: { readonly dueAt: number; readonly parts: readonly string[] } },
    actor: StaffActor,
    now: Date,
  ) => Promise<Result<{ readonly write: (tx: Tx) => Promise<Result<ReceptionResponse>> }>>;
  readonly listCaseDossiers: (communeCode: string, caseId: string) => Promise<readonly CaseDossierRow[]>;
}
