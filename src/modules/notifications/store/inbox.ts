import { type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type StaffNoticeTable } from '../../../platform/db/tables.generated.ts';
import { type StaffNotice } from '../contract/notice.ts';

export type StaffNoticeRow = Selectable<StaffNoticeTable>;

/** Lays a notice into the inbox of everybody it is for; whoever was told of its key before is not told again. */
export async function insertNotice(tx: Tx, communeCode: string, notice: StaffNotice, newId: () => string, now: Date): Promise<void> {
  const { kind, key, to, dossierId, facts } = notice;
  if (to.length === 0) return;
  await tx
    .insertInto('staff_notice')
    .values(to.map((staffId) => ({ commune_code: communeCode, staff_id: staffId, id: newId(), key, kind, dossier_id: dossierId, facts: JSON.stringify(facts), told_at: now })))
    .onConflict((conflict) => conflict.columns(['commune_code', 'staff_id', 'key']).doNothing())
    .execute();
}

/** How many notices somebody has not read. */
export async function countUnread(db: Database, communeCode: string, staffId: string): Promise<number> {
  const row = await db
    .selectFrom('staff_notice')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('commune_code', '=', communeCode)
    .where('staff_id', '=', staffId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** A page of somebody's inbox, newest first, after the notice `before`. */
export async function listNotices(db: Database, communeCode: string, staffId: string, before: string | null, limit: number): Promise<readonly StaffNoticeRow[]> {
  const mine = db.selectFrom('staff_notice').selectAll().where('commune_code', '=', communeCode).where('staff_id', '=', staffId).orderBy('told_at', 'desc').orderBy('id', 'desc').limit(limit);
  if (before === null) return mine.execute();
  return mine
    .where((eb) =>
      eb(
        eb.refTuple('told_at', 'id'),
        '<',
        eb.selectFrom('staff_notice as last').select(['last.told_at', 'last.id']).where('last.commune_code', '=', communeCode).where('last.staff_id', '=', staffId).where('last.id', '=', before).$asTuple('told_at', 'id'),
      ),
    )
    .execute();
}

/** Marks notices of somebody's own inbox read; `ids` null: all of them. What was read stays as it was read first. */
export async function markRead(tx: Tx, communeCode: string, staffId: string, ids: readonly string[] | null, now: Date): Promise<void> {
  const unread = tx.updateTable('staff_notice').set({ read_at: now }).where('commune_code', '=', communeCode).where('staff_id', '=', staffId).where('read_at', 'is', null);
  await (ids === null ? unread : unread.where('id', 'in', ids)).execute();
}
