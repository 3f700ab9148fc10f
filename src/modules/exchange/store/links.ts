import { type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type ExchangeLinkTable } from '../../../platform/db/tables.generated.ts';

export type LinkRow = Selectable<ExchangeLinkTable>;

/** Holds an external code until the transaction ends, so that the same dossier is never imported by two at once. */
export async function lockCode(tx: Tx, communeCode: string, externalCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`exchange|${communeCode}|${externalCode}`}, 0))`.execute(tx);
}

/** What other systems last said about dossiers with these codes. */
export async function listLinks(db: Database, communeCode: string, codes: readonly string[]): Promise<readonly LinkRow[]> {
  if (codes.length === 0) return [];
  return db.selectFrom('exchange_link').selectAll().where('commune_code', '=', communeCode).where((eb) => eb('external_code', '=', eb.fn.any(sql<string[]>`${[...codes]}::text[]`))).execute();
}

/** Keeps what another system says now. */
export async function writeLink(tx: Tx, link: { readonly commune_code: string; readonly dossier_id: string; readonly external_code: string; readonly source_code: string; readonly stated: string; readonly status: number; readonly due_at: Date | null; readonly seen_at: Date }): Promise<void> {
  const { source_code, stated, status, due_at, seen_at } = link;
  await tx.insertInto('exchange_link').values(link).onConflict((conflict) => conflict.columns(['commune_code', 'dossier_id']).doUpdateSet({ source_code, stated, status, due_at, seen_at })).execute();
}
