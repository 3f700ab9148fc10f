import { type Selectable } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type DossierTable, type KeptPaperTable } from '../../../platform/db/tables.generated.ts';

/** A person has a handful of dossiers at one office; more is a company's agent, who sees the newest. */
const MOST_DOSSIERS = 100;
/** What was told longer ago is found in the dossier itself. */
const MOST_EVENTS = 60;

/** The dossiers of a commune that carry a citizen's number, newest first. */
export async function listOwnDossiers(db: Database, communeCode: string, citizenNumber: string): Promise<readonly Selectable<DossierTable>[]> {
  return db
    .selectFrom('dossier')
    .selectAll()
    .where('commune_code', '=', communeCode)
    .where('applicant_number', '=', citizenNumber)
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_DOSSIERS)
    .execute();
}

/** What happened to a dossier, as far as its citizen is told. */
export interface ToldEvent {
  readonly dossier_id: string;
  readonly event: string;
  readonly at: Date;
  readonly facts: unknown;
}

/** The newest events of these kinds in the history of these dossiers. */
export async function listToldEvents(db: Database, communeCode: string, dossierIds: readonly string[], events: readonly string[]): Promise<readonly ToldEvent[]> {
  if (dossierIds.length === 0) return [];
  return db
    .selectFrom('dossier_history')
    .select(['dossier_id', 'event', 'at', 'facts'])
    .where('commune_code', '=', communeCode)
    .where('dossier_id', 'in', dossierIds)
    .where('event', 'in', events)
    .orderBy('at', 'desc')
    .orderBy('dossier_id')
    .orderBy('seq', 'desc')
    .limit(MOST_EVENTS)
    .execute();
}

/** The electronic results of these dossiers that are still good, the newest of each. */
export async function listResults(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<readonly Selectable<KeptPaperTable>[]> {
  if (dossierIds.length === 0) return [];
  return db
    .selectFrom('kept_paper')
    .distinctOn('dossier_id')
    .selectAll()
    .where('commune_code', '=', communeCode)
    .where('dossier_id', 'in', dossierIds)
    .where('origin', '=', 'result')
    .where('withdrawn_at', 'is', null)
    .orderBy('dossier_id')
    .orderBy('kept_at', 'desc')
    .execute();
}
