import { type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type AssistedFilingTable } from '../../../platform/db/tables.generated.ts';
import { type Helper, type HelperKind, helperKey } from '../domain/who-helps.ts';

/** Who helps with a declaration that is made with a form, as it is kept. */
export interface FilingRow extends Omit<Selectable<AssistedFilingTable>, 'helper_kind' | 'told_consent'> {
  readonly helper_kind: HelperKind;
}

/** The declaration that somebody helps with, by the dossier that it is or will be. */
export interface FilingKey {
  readonly communeCode: string;
  readonly dossierId: string;
}

/** Keeps who helps with a draft, in the place of whoever helped before. What was sent is not changed; answers whether it was kept. */
export async function keepHelper(tx: Tx, key: FilingKey, filing: { readonly procedureCode: string; readonly helper: Helper; readonly agreeHash: string; readonly namedAt: Date }): Promise<boolean> {
  const { helper } = filing;
  const told = {
    helper_kind: helper.kind, helper_name: helper.name, helper_relation: helper.relation, helper_phone: helper.phone, helper_team: helper.team, staff_id: helper.staffId,
    helper_key: helperKey(helper), named_at: filing.namedAt,
  };
  const kept = await tx
    .insertInto('assisted_filing')
    .values({ commune_code: key.communeCode, id: key.dossierId, procedure_code: filing.procedureCode, agree_hash: filing.agreeHash, sent_at: null, ...told })
    .onConflict((conflict) => conflict.columns(['commune_code', 'id']).doUpdateSet(told).where('assisted_filing.sent_at', 'is', null))
    .executeTakeFirst();
  return Number(kept.numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Nobody helps with a draft any more; what was agreed goes with it. */
export async function forgetHelper(tx: Tx, key: FilingKey): Promise<void> {
  await tx.deleteFrom('assisted_filing').where('commune_code', '=', key.communeCode).where('id', '=', key.dossierId).where('sent_at', 'is', null).execute();
}

/** A helper whose name was only told agreed to nothing that is kept: the figures know them, the declaration does not. */
function withForm(row: Selectable<AssistedFilingTable> | undefined): FilingRow | undefined {
  return row === undefined || row.helper_kind === 'told' ? undefined : { ...row, helper_kind: row.helper_kind };
}

/** Who helps with a declaration; undefined when it is made alone, or when a name was only told. */
export async function findFiling(db: Database | Tx, key: FilingKey): Promise<FilingRow | undefined> {
  return withForm(await db.selectFrom('assisted_filing').selectAll().where('commune_code', '=', key.communeCode).where('id', '=', key.dossierId).executeTakeFirst());
}

/** The same, locked for a change. */
export async function loadFilingForUpdate(tx: Tx, key: FilingKey): Promise<FilingRow | undefined> {
  return withForm(await tx.selectFrom('assisted_filing').selectAll().where('commune_code', '=', key.communeCode).where('id', '=', key.dossierId).forUpdate().executeTakeFirst());
}

/** The declaration behind the secret that the person opens on their own phone. */
export async function findFilingByAgreeHash(db: Database, hash: string): Promise<FilingRow | undefined> {
  return withForm(await db.selectFrom('assisted_filing').selectAll().where('agree_hash', '=', hash).executeTakeFirst());
}

/** Marks a locked declaration as sent. */
export async function markFilingSent(tx: Tx, key: FilingKey, now: Date): Promise<void> {
  await tx.updateTable('assisted_filing').set({ sent_at: now }).where('commune_code', '=', key.communeCode).where('id', '=', key.dossierId).execute();
}

/** The helper as rules know them. */
export function helperOf(row: FilingRow): Helper {
  return { kind: row.helper_kind, name: row.helper_name, relation: row.helper_relation, phone: row.helper_phone, team: row.helper_team, staffId: row.staff_id };
}
