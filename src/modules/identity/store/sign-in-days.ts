import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Tx } from '../../../platform/db/database.ts';

/** Counts a sign-in of a person on a local day. */
export async function countSignIn(tx: Tx, who: { readonly communeCode: string; readonly staffId: string }, day: LocalDate): Promise<void> {
  await tx
    .insertInto('staff_sign_in_day')
    .values({ commune_code: who.communeCode, staff_id: who.staffId, day, times: 1 })
    .onConflict((conflict) => conflict.columns(['commune_code', 'staff_id', 'day']).doUpdateSet({ times: sql`staff_sign_in_day.times + 1` }))
    .execute();
}
