import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Tx } from '../../../platform/db/database.ts';

/** Writes a leave; false when its id was used before. */
export async function insertStaffLeave(
  tx: Tx,
  communeCode: string,
  leave: { readonly id: string; readonly staffId: string; readonly actingStaffId: string | null; readonly fromDay: LocalDate; readonly untilDay: LocalDate; readonly reason: string; readonly at: Date; readonly by: string },
): Promise<boolean> {
  const added = await tx
    .insertInto('staff_leave')
    .values({
      commune_code: communeCode, id: leave.id, staff_id: leave.staffId, acting_staff_id: leave.actingStaffId, from_day: leave.fromDay, until_day: leave.untilDay,
      reason: leave.reason, entered_at: leave.at, entered_by: leave.by,
    })
    .onConflict((conflict) => conflict.columns(['commune_code', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Ends a leave; undefined when it is not there or has ended. */
export async function endStaffLeave(tx: Tx, communeCode: string, end: { readonly id: string; readonly at: Date; readonly by: string }): Promise<{ readonly staffId: string; readonly actingStaffId: string | null } | undefined> {
  return tx
    .updateTable('staff_leave')
    .set({ ended_at: end.at, ended_by: end.by })
    .where('commune_code', '=', communeCode)
    .where('id', '=', end.id)
    .where('ended_at', 'is', null)
    .returning(['staff_id as staffId', 'acting_staff_id as actingStaffId'])
    .executeTakeFirst();
}
