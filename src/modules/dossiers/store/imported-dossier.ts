import { sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { dossierParts, type NewDossier, newDossierParts } from './dossier-aggregate.ts';
import { type DossierRow } from './move-dossier.ts';

/** Writes a dossier that another system gave its code, with the person as soon as it is received. Whom we know stays as known here. */
export async function insertImportedDossier(tx: Tx, aggregate: NewDossier, code: string | null): Promise<void> {
  const { commune_code, id } = aggregate.dossier;
  const person = aggregate.person === null ? sql`` : sql`
    person_row as (insert into person select * from jsonb_populate_record(null::person, ${JSON.stringify(aggregate.person)}::jsonb) on conflict (commune_code, id) do nothing),`;
  await sql`
    with ${person}
    dossier_row as (
      insert into dossier select d.* from jsonb_populate_record(null::dossier, ${JSON.stringify(dossierParts(aggregate.dossier))}::jsonb || jsonb_build_object('code', ${code}::text)) d),
    ${newDossierParts(aggregate, { commune_code, dossier_id: id })}
    select 1`.execute(tx);
}

/** What the exchange with other systems compares and sends of a dossier. */
export type ExchangedRow = Pick<
  DossierRow,
  | 'id' | 'code' | 'reference' | 'external_code' | 'source_system' | 'sync_state' | 'state' | 'channel' | 'procedure_code' | 'procedure_name' | 'field'
  | 'applicant_name' | 'applicant_number' | 'applicant_phone' | 'applicant_email' | 'applicant_address' | 'applicant_birth_date' | 'applicant_sex' | 'content'
  | 'submitted_at' | 'received_at' | 'due_at' | 'decided_at' | 'returned_at' | 'ended_at' | 'result_number'
>;

const COLUMNS = [
  'id', 'code', 'reference', 'external_code', 'source_system', 'sync_state', 'state', 'channel', 'procedure_code', 'procedure_name', 'field',
  'applicant_name', 'applicant_number', 'applicant_phone', 'applicant_email', 'applicant_address', 'applicant_birth_date', 'applicant_sex', 'content',
  'submitted_at', 'received_at', 'due_at', 'decided_at', 'returned_at', 'ended_at', 'result_number',
] as const satisfies readonly (keyof ExchangedRow)[];

/** The dossiers of a commune that carry one of these codes, given by another system or by us. */
export async function listByCodes(db: Database, communeCode: string, codes: readonly string[]): Promise<readonly ExchangedRow[]> {
  if (codes.length === 0) return [];
  const wanted = sql<string[]>`${[...codes]}::text[]`;
  return db
    .selectFrom('dossier')
    .select(COLUMNS)
    .where('commune_code', '=', communeCode)
    .where((eb) => eb.or([eb('external_code', '=', eb.fn.any(wanted)), eb('code', '=', eb.fn.any(wanted))]))
    .execute();
}

/** One dossier of a commune; undefined when there is none. */
export function findExchanged(db: Database, communeCode: string, id: string): Promise<ExchangedRow | undefined> {
  return db.selectFrom('dossier').select(COLUMNS).where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** The dossiers of a commune with these ids. */
export async function listByIds(db: Database, communeCode: string, ids: readonly string[]): Promise<readonly ExchangedRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('dossier').select(COLUMNS).where('commune_code', '=', communeCode).where((eb) => eb('id', '=', eb.fn.any(sql<string[]>`${[...new Set(ids)]}::uuid[]`))).execute();
}

/** Which dossiers a list takes out: filed from `from` on and before `to`; of every state or of those under way. */
export interface ExchangedListing {
  readonly from: Date;
  readonly to: Date;
  readonly onlyOpen: boolean;
}

/** The dossiers of a commune by the moment of their filing, oldest first. */
export function listExchanged(db: Database, communeCode: string, listing: ExchangedListing, limit: number): Promise<readonly ExchangedRow[]> {
  let query = db.selectFrom('dossier').select(COLUMNS).where('commune_code', '=', communeCode).where('submitted_at', '>=', listing.from).where('submitted_at', '<', listing.to);
  if (listing.onlyOpen) query = query.where('ended_at', 'is', null);
  return query.orderBy('submitted_at').orderBy('id').limit(limit).execute();
}

/** Whether a code is taken anywhere in this installation: an official code exists once in the country. */
export async function isCodeTaken(tx: Tx, code: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select dossier_code_taken(${code}) as taken`.execute(tx);
  return rows[0]?.taken === true;
}

/** Says how a dossier stands with the other system. Neither its version nor its history: nothing happened to it here. */
export async function writeSync(tx: Tx, communeCode: string, id: string, sync: { readonly state: DossierRow['sync_state']; readonly externalCode: string; readonly sourceSystem: string }): Promise<void> {
  await tx.updateTable('dossier').set({ sync_state: sync.state, external_code: sync.externalCode, source_system: sync.sourceSystem }).where('commune_code', '=', communeCode).where('id', '=', id).execute();
}
