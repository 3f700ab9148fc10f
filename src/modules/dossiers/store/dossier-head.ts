import { type Selectable } from 'kysely';
import { type Assistance, isProven } from '../domain/check-assistance.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type DossierTable } from '../../../platform/db/tables.generated.ts';
import { type DossierState, type StepRole } from '../domain/dossier-states.ts';

/** What other modules need of a received dossier: where it stands and by when it is due. */
export interface DossierHead {
  readonly id: string;
  readonly code: string;
  readonly procedureName: string;
  readonly state: DossierState;
  readonly version: number;
  /** Who holds its step. */
  readonly role: StepRole | null;
  readonly dueAt: Date;
  readonly resultNumber: string | null;
}

/** The head of a received dossier of a commune; undefined for one that is not there or only declared. */
export async function findDossierHead(db: Database, communeCode: string, id: string): Promise<DossierHead | undefined> {
  const row = await db
    .selectFrom('dossier')
    .select(['id', 'code', 'procedure_name as procedureName', 'state', 'version', 'current_role_name as role', 'due_at as dueAt', 'result_number as resultNumber'])
    .where('commune_code', '=', communeCode)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.code === null || row.dueAt === null) return undefined;
  return { ...row, code: row.code, dueAt: row.dueAt };
}

/** What the fees of a dossier follow from, and whether it is at work. */
export interface FeeSubject {
  readonly procedureCode: string;
  readonly channel: DossierTable['channel'];
  readonly submittedAt: Date;
  /** Null: only declared. */
  readonly receivedAt: Date | null;
  /** Finished, refused, stopped or withdrawn. */
  readonly over: boolean;
  readonly synthetic: boolean;
}

const OVER: readonly DossierState[] = ['rejected', 'stopped', 'returned'];

/** A dossier as its fees see it; undefined when the commune has no such dossier. */
export async function findFeeSubject(db: Database | Tx, communeCode: string, id: string): Promise<FeeSubject | undefined> {
  const row = await db
    .selectFrom('dossier')
    .select(['procedure_code as procedureCode', 'channel', 'submitted_at as submittedAt', 'received_at as receivedAt', 'state', 'synthetic'])
    .where('commune_code', '=', communeCode)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { state, ...subject } = row;
  return { ...subject, over: OVER.includes(state) };
}

/** The row of a dossier without its parts; undefined when the commune has no such dossier. */
export async function findDossierRow(db: Database | Tx, communeCode: string, id: string): Promise<Selectable<DossierTable> | undefined> {
  return db.selectFrom('dossier').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** The codes of dossiers of a commune by their ids; what is not there is left out. */
export async function findDossierCodes(db: Database | Tx, communeCode: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('dossier').select(['id', 'code', 'reference']).where('commune_code', '=', communeCode).where('id', 'in', [...ids]).execute();
  return new Map(rows.map(({ id, code, reference }) => [id, code ?? reference]));
}

/** Help with a declaration whose consent was proven when it was filed; undefined for any other. */
export async function findProvenHelp(db: Database, communeCode: string, id: string): Promise<Assistance | undefined> {
  const row = await db.selectFrom('dossier').select(['assisted_by', 'assisted_consent', 'assisted_account']).where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
  return row !== undefined && isProven(row.assisted_consent) ? { by: row.assisted_by, consent: row.assisted_consent, account: row.assisted_account } : undefined;
}

/** Code and procedure of dossiers, by their ids; those that are not there are left out. */
export async function findDossierNames(db: Database, communeCode: string, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly code: string; readonly procedure: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('dossier').select(['id', 'code', 'reference', 'procedure_name']).where('commune_code', '=', communeCode).where('id', 'in', [...ids]).execute();
  return new Map(rows.map((row) => [row.id, { code: row.code ?? row.reference, procedure: row.procedure_name }]));
}
