import { type Database, type Tx } from '../platform/db/database.ts';

/** The setting of the whole installation that remembers that the demonstration was taken out. */
const MARK = { commune_code: '*', key: 'demo-removed' } as const;

/** Whether somebody can sign in with the demonstration's password: false again once it was removed. */
export async function isDemoLoaded(db: Database): Promise<boolean> {
  const found = await db.selectFrom('staff').select('id').where('synthetic', '=', true).where('active', '=', true).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** Whether the demonstration was removed on purpose, so that the next start does not bring it back. */
export async function wasDemoRemoved(db: Database): Promise<boolean> {
  const found = await db.selectFrom('setting').select('key').where('commune_code', '=', MARK.commune_code).where('key', '=', MARK.key).executeTakeFirst();
  return found !== undefined;
}

/** Remembers that the demonstration was removed. */
export async function markDemoRemoved(tx: Tx, now: Date): Promise<void> {
  const value = JSON.stringify(now.toISOString());
  await tx
    .insertInto('setting')
    .values({ ...MARK, value, changed_at: now })
    .onConflict((conflict) => conflict.columns(['commune_code', 'key', 'valid_from']).doUpdateSet({ value, changed_at: now }))
    .execute();
}
