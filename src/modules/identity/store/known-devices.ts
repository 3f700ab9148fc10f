import { type Database, type Tx } from '../../../platform/db/database.ts';

/** The user names of those who have signed in from the browser with this token's digest since a moment. */
export async function listDeviceUsers(db: Database, tokenHash: string, since: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('known_device as d')
    .innerJoin('staff', (join) => join.onRef('staff.commune_code', '=', 'd.commune_code').onRef('staff.id', '=', 'd.staff_id'))
    .select('staff.user_name as userName')
    .where('d.token_hash', '=', tokenHash)
    .where('d.last_used_at', '>', since)
    .execute();
  return rows.map(({ userName }) => userName);
}

/** Remembers that a person signed in from a browser. */
export async function rememberDevice(tx: Tx, device: { readonly tokenHash: string; readonly communeCode: string; readonly staffId: string }, now: Date): Promise<void> {
  await tx
    .insertInto('known_device')
    .values({ token_hash: device.tokenHash, commune_code: device.communeCode, staff_id: device.staffId, last_used_at: now })
    .onConflict((conflict) => conflict.columns(['token_hash', 'commune_code', 'staff_id']).doUpdateSet({ last_used_at: now }))
    .execute();
}
