import { type Insertable, type Selectable } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type AgencyRequestTable } from '../../../platform/db/tables.generated.ts';
import { type DossierRow } from './move-dossier.ts';

export type AgencyRequestRow = Selectable<AgencyRequestTable>;

type DossierKey = Pick<DossierRow, 'commune_code' | 'id'>;
type NewRequest = Pick<Insertable<AgencyRequestTable>, 'id' | 'agency' | 'document_number' | 'sent_on' | 'expected_on' | 'question' | 'noted_at' | 'noted_by' | 'noted_by_name'>;

/** Writes what was sent. A request that was open when the work on the dossier ended is over. */
export async function insertAgencyRequest(tx: Tx, { commune_code, id }: DossierKey, request: NewRequest): Promise<void> {
  await tx.updateTable('agency_request').set({ state: 'lapsed', closed_at: request.noted_at }).where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('state', 'in', ['sent', 'received']).execute();
  await tx.insertInto('agency_request').values({ commune_code, dossier_id: id, state: 'sent', ...request }).execute();
}

/** The request whose answer is waited for; undefined when none is. */
export async function findOpenAgencyRequest(db: Database, { commune_code, id }: DossierKey): Promise<AgencyRequestRow | undefined> {
  return db.selectFrom('agency_request').selectAll().where('commune_code', '=', commune_code).where('dossier_id', '=', id).where('state', 'in', ['sent', 'received']).executeTakeFirst();
}

/** Every request of a dossier, oldest first. */
export async function listAgencyRequests(db: Database, communeCode: string, dossierId: string): Promise<readonly AgencyRequestRow[]> {
  return db.selectFrom('agency_request').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('noted_at').execute();
}

/** What became of an open request. */
export type AgencyRequestChange = Partial<Pick<AgencyRequestRow, 'state' | 'received_on' | 'received_number' | 'answered_on' | 'answer_number' | 'words' | 'closed_at' | 'closed_by_name' | 'warned_at'>>;

/** Changes one request. */
export async function updateAgencyRequest(tx: Tx, { commune_code, id }: Pick<AgencyRequestRow, 'commune_code' | 'id'>, change: AgencyRequestChange): Promise<void> {
  await tx.updateTable('agency_request').set(change).where('commune_code', '=', commune_code).where('id', '=', id).execute();
}

/** Requests whose answer was expected before a day and about which nobody was warned, locked for this transaction, each with its dossier. */
export async function lockSilentRequests(tx: Tx, before: LocalDate, limit: number): Promise<readonly { readonly request: AgencyRequestRow; readonly dossier: DossierRow }[]> {
  const requests = await tx.selectFrom('agency_request').selectAll().where('state', 'in', ['sent', 'received']).where('warned_at', 'is', null).where('expected_on', '<', before).orderBy('expected_on').limit(limit).forUpdate().skipLocked().execute();
  if (requests.length === 0) return [];
  const dossiers = await tx.selectFrom('dossier').selectAll().where('id', 'in', requests.map(({ dossier_id }) => dossier_id)).execute();
  return requests.flatMap((request) => {
    const dossier = dossiers.find(({ commune_code, id }) => commune_code === request.commune_code && id === request.dossier_id);
    return dossier === undefined ? [] : [{ request, dossier }];
  });
}
