import { type Insertable, type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type AssistedCodeTable, type AssistedConsentTable } from '../../../platform/db/tables.generated.ts';
import { type GivenConsent } from '../domain/consent.ts';
import { type FilingKey } from './filings.ts';

export type ConsentRow = Selectable<AssistedConsentTable>;
export type CodeRow = Selectable<AssistedCodeTable>;

/** Writes a consent, once. */
export async function insertConsent(tx: Tx, consent: Omit<Insertable<AssistedConsentTable>, 'erased_at'>): Promise<void> {
  await tx.insertInto('assisted_consent').values({ ...consent, erased_at: null }).execute();
}

/** The consents of a declaration, the newest first. */
export async function listConsents(db: Database | Tx, key: FilingKey): Promise<readonly ConsentRow[]> {
  return db.selectFrom('assisted_consent').selectAll().where('commune_code', '=', key.communeCode).where('dossier_id', '=', key.dossierId).orderBy('given_at', 'desc').orderBy('id', 'desc').execute();
}

/** A consent as rules know it. */
export function givenOf(row: ConsentRow): GivenConsent {
  return { way: row.way, at: row.given_at, contentHash: row.content_hash };
}

/** Keeps a code that a person got by agreeing on their own phone. */
export async function insertCode(tx: Tx, code: Omit<Insertable<AssistedCodeTable>, 'tries' | 'used_at'>): Promise<void> {
  await tx.insertInto('assisted_code').values({ ...code, tries: 0, used_at: null }).execute();
}

/** How many codes were made for a declaration since a moment. */
export async function countCodesSince(tx: Tx, key: FilingKey, since: Date): Promise<number> {
  const row = await tx.selectFrom('assisted_code').select(({ fn }) => fn.countAll<string>().as('codes')).where('commune_code', '=', key.communeCode).where('dossier_id', '=', key.dossierId).where('made_at', '>', since).executeTakeFirstOrThrow();
  return Number(row.codes);
}

/** The newest code of a declaration, locked: two tries at once are counted one after the other. */
export async function loadCodeForUpdate(tx: Tx, key: FilingKey): Promise<CodeRow | undefined> {
  return tx.selectFrom('assisted_code').selectAll().where('commune_code', '=', key.communeCode).where('dossier_id', '=', key.dossierId).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(1).forUpdate().executeTakeFirst();
}

/** Counts a wrong try at a locked code. */
export async function countTry(tx: Tx, code: Pick<CodeRow, 'commune_code' | 'id' | 'tries'>): Promise<void> {
  await tx.updateTable('assisted_code').set({ tries: code.tries + 1 }).where('commune_code', '=', code.commune_code).where('id', '=', code.id).execute();
}

/** Marks a locked code as used: it counts once. */
export async function markCodeUsed(tx: Tx, code: Pick<CodeRow, 'commune_code' | 'id'>, now: Date): Promise<void> {
  await tx.updateTable('assisted_code').set({ used_at: now }).where('commune_code', '=', code.commune_code).where('id', '=', code.id).execute();
}

/** A code by its id. */
export async function findCode(tx: Tx, communeCode: string, id: string): Promise<CodeRow | undefined> {
  return tx.selectFrom('assisted_code').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}
