import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Recovery, type RecoveryState } from '../domain/recovery.ts';

const COLUMNS = [
  'id', 'staff_id as staffId', 'state', 'reason', 'started_by as startedBy', 'started_at as startedAt', 'approved_by as approvedBy', 'expires_at as expiresAt',
] as const;

function recoveries(db: Database | Tx, communeCode: string) {
  return db.selectFrom('account_recovery').select(COLUMNS).where('commune_code', '=', communeCode);
}

const OPEN: readonly RecoveryState[] = ['started', 'approved'];

/** The recovery of a person that goes on at a moment; undefined when there is none. */
export async function findOpenRecovery(db: Database | Tx, communeCode: string, staffId: string, now: Date): Promise<Recovery | undefined> {
  return recoveries(db, communeCode).where('staff_id', '=', staffId).where('state', 'in', [...OPEN]).where('expires_at', '>', now).executeTakeFirst();
}

/** One recovery of a commune, locked until the transaction ends; undefined when the commune has none of that id. */
export async function loadRecoveryForUpdate(tx: Tx, communeCode: string, id: string): Promise<Recovery | undefined> {
  return recoveries(tx, communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The recovery whose code has this digest, whatever became of it; undefined for a wrong code. */
export async function findRecoveryByCode(db: Database | Tx, communeCode: string, staffId: string, codeHash: string): Promise<Recovery | undefined> {
  return recoveries(db, communeCode).where('staff_id', '=', staffId).where('code_hash', '=', codeHash).orderBy('started_at', 'desc').executeTakeFirst();
}

/** Starts a recovery; what had not been finished in time is written down as expired before. False when another one goes on. */
export async function insertRecovery(tx: Tx, communeCode: string, recovery: Omit<Recovery, 'state' | 'approvedBy'>): Promise<boolean> {
  await tx
    .updateTable('account_recovery')
    .set({ state: 'expired', ended_at: recovery.startedAt })
    .where('commune_code', '=', communeCode)
    .where('staff_id', '=', recovery.staffId)
    .where('state', 'in', [...OPEN])
    .where('expires_at', '<=', recovery.startedAt)
    .execute();
  const added = await tx
    .insertInto('account_recovery')
    .values({
      commune_code: communeCode, id: recovery.id, staff_id: recovery.staffId, state: 'started', reason: recovery.reason, started_by: recovery.startedBy, started_at: recovery.startedAt,
      expires_at: recovery.expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['commune_code', 'staff_id']).where('state', 'in', [...OPEN]).doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Approves a started recovery with the digest of its code; false when somebody acted meanwhile. */
export async function approveRecovery(tx: Tx, communeCode: string, id: string, approval: { readonly by: string; readonly at: Date; readonly codeHash: string; readonly expiresAt: Date }): Promise<boolean> {
  const done = await tx
    .updateTable('account_recovery')
    .set({ state: 'approved', approved_by: approval.by, approved_at: approval.at, code_hash: approval.codeHash, expires_at: approval.expiresAt })
    .where('commune_code', '=', communeCode)
    .where('id', '=', id)
    .where('state', '=', 'started')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Ends a recovery that goes on; false when it had ended. */
export async function endRecovery(tx: Tx, communeCode: string, id: string, end: { readonly state: 'used' | 'cancelled'; readonly by: string; readonly at: Date }): Promise<boolean> {
  const done = await tx
    .updateTable('account_recovery')
    .set({ state: end.state, ended_at: end.at, ended_by: end.by })
    .where('commune_code', '=', communeCode)
    .where('id', '=', id)
    .where('state', 'in', end.state === 'used' ? ['approved'] : [...OPEN])
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
