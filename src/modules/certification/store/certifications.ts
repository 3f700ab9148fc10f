import { type Insertable, type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type CertificationTable, type CertifiedDocumentTable } from '../../../platform/db/tables.generated.ts';

export type CertificationRow = Selectable<CertificationTable>;
export type CertifiedDocumentRow = Selectable<CertifiedDocumentTable>;

/** A visit with its documents in order. */
export interface CertificationWithDocuments {
  readonly certification: CertificationRow;
  readonly documents: readonly CertifiedDocumentRow[];
}

/** Keeps a visit and its documents; they have no numbers yet. */
export async function insertCertification(tx: Tx, certification: Insertable<CertificationTable>, documents: readonly Insertable<CertifiedDocumentTable>[]): Promise<void> {
  await tx.insertInto('certification').values(certification).execute();
  await tx.insertInto('certified_document').values([...documents]).execute();
}

/** The visit that a dossier came from. */
export async function findCertification(db: Database, communeCode: string, dossierId: string): Promise<CertificationWithDocuments | undefined> {
  const certification = await db.selectFrom('certification').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).executeTakeFirst();
  if (certification === undefined) return undefined;
  const documents = await db.selectFrom('certified_document').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('position').execute();
  return { certification, documents };
}

/** The first volume of a book in a year. */
const FIRST_VOLUME = 1;

/**
 * Gives a document the next number of its book and year: one statement, whose row lock on the counter lasts until the signature is
 * committed, so that two signers never take one number and a signature that fails leaves no gap.
 */
export async function takeCertificationNumber(tx: Tx, document: CertifiedDocumentRow, book: string, year: number): Promise<void> {
  await sql`
    with counter as (
      insert into number_counter (commune_code, book, period, last) values (${document.commune_code}, ${`certification:${book}`}, ${String(year)}, 1)
      on conflict (commune_code, book, period) do update set last = number_counter.last + 1
      returning last)
    update certified_document set number = counter.last, book = ${book}, book_year = ${year}, book_volume = ${FIRST_VOLUME}
    from counter
    where commune_code = ${document.commune_code} and dossier_id = ${document.dossier_id} and id = ${document.id} and number is null`.execute(tx);
}

/** Who signed a visit, and when. */
export async function markSigned(tx: Tx, certification: CertificationRow, signed: { readonly at: Date; readonly by: string; readonly name: string; readonly title: string }): Promise<void> {
  await tx
    .updateTable('certification')
    .set({ signed_at: signed.at, signed_by: signed.by, signed_by_name: signed.name, signed_by_title: signed.title })
    .where('commune_code', '=', certification.commune_code)
    .where('dossier_id', '=', certification.dossier_id)
    .execute();
}

/** Notes how long a visit took until its first print; a later print changes nothing. */
export async function markPrinted(tx: Tx, certification: CertificationRow, laneMs: number, now: Date): Promise<void> {
  await tx
    .updateTable('certification')
    .set({ lane_ms: laneMs, printed_at: now })
    .where('commune_code', '=', certification.commune_code)
    .where('dossier_id', '=', certification.dossier_id)
    .where('lane_ms', 'is', null)
    .execute();
}

/** The measured times of the visits of a day, in milliseconds. */
export async function listLaneTimes(db: Database, communeCode: string, from: Date, to: Date): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('certification')
    .select('lane_ms')
    .where('commune_code', '=', communeCode)
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .where('lane_ms', 'is not', null)
    .limit(5000)
    .execute();
  return rows.flatMap(({ lane_ms }) => lane_ms ?? []);
}
