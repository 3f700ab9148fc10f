import { type Database, type Tx } from '../../../platform/db/database.ts';

/** Whose factors: a person of a commune. */
export interface FactorOwner {
  readonly communeCode: string;
  readonly staffId: string;
}

/** Codes of the phone as they are stored. */
export interface StoredTotp {
  readonly id: string;
  readonly sealedSecret: string;
  readonly lastStep: number | null;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

function totps(db: Database | Tx, { communeCode, staffId }: FactorOwner) {
  return db
    .selectFrom('totp_factor')
    .select(['id', 'sealed_secret as sealedSecret', 'last_step as lastStep', 'created_at as createdAt', 'confirmed_at as confirmedAt', 'last_used_at as lastUsedAt'])
    .where('commune_code', '=', communeCode)
    .where('staff_id', '=', staffId);
}

/** The codes of a person that count; undefined when there are none. */
export async function findTotp(db: Database | Tx, owner: FactorOwner): Promise<StoredTotp | undefined> {
  return totps(db, owner).where('confirmed_at', 'is not', null).executeTakeFirst();
}

/** The codes that wait for their first one to be typed. */
export async function findBegunTotp(db: Database | Tx, owner: FactorOwner, id: string): Promise<StoredTotp | undefined> {
  return totps(db, owner).where('confirmed_at', 'is', null).where('id', '=', id).executeTakeFirst();
}

/** Begins codes for a person; those that were begun before and never confirmed go. */
export async function beginTotp(tx: Tx, owner: FactorOwner, totp: { readonly id: string; readonly sealedSecret: string }, now: Date): Promise<void> {
  const { communeCode, staffId } = owner;
  await tx.deleteFrom('totp_factor').where('commune_code', '=', communeCode).where('staff_id', '=', staffId).where('confirmed_at', 'is', null).execute();
  await tx.insertInto('totp_factor').values({ commune_code: communeCode, id: totp.id, staff_id: staffId, sealed_secret: totp.sealedSecret, created_at: now }).execute();
}

/** Lets begun codes count, in the place of those before; false when somebody else did it meanwhile. */
export async function confirmTotp(tx: Tx, owner: FactorOwner, id: string, step: number, now: Date): Promise<boolean> {
  const { communeCode, staffId } = owner;
  await tx.deleteFrom('totp_factor').where('commune_code', '=', communeCode).where('staff_id', '=', staffId).where('confirmed_at', 'is not', null).execute();
  const done = await tx
    .updateTable('totp_factor')
    .set({ confirmed_at: now, last_step: step, last_used_at: now })
    .where('commune_code', '=', communeCode)
    .where('staff_id', '=', staffId)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Uses the code of a step; false when that step or a later one was used meanwhile: of two requests with one code only one is let in. */
export async function takeTotpStep(tx: Tx, owner: FactorOwner, id: string, step: number, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('totp_factor')
    .set({ last_step: step, last_used_at: now })
    .where('commune_code', '=', owner.communeCode)
    .where('staff_id', '=', owner.staffId)
    .where('id', '=', id)
    .where((where) => where.or([where('last_step', 'is', null), where('last_step', '<', step)]))
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Takes the codes of the phone away; whether there were any. */
export async function deleteTotp(tx: Tx, { communeCode, staffId }: FactorOwner): Promise<boolean> {
  const gone = await tx.deleteFrom('totp_factor').where('commune_code', '=', communeCode).where('staff_id', '=', staffId).where('confirmed_at', 'is not', null).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Gives a person new recovery codes; those before no longer count. */
export async function replaceRecoveryCodes(tx: Tx, { communeCode, staffId }: FactorOwner, hashes: readonly string[], now: Date): Promise<void> {
  await tx.deleteFrom('recovery_code').where('commune_code', '=', communeCode).where('staff_id', '=', staffId).execute();
  if (hashes.length === 0) return;
  await tx.insertInto('recovery_code').values(hashes.map((hash) => ({ commune_code: communeCode, staff_id: staffId, code_hash: hash, made_at: now }))).execute();
}

/** Uses a recovery code; false when it is not one of the person's, or was used. */
export async function takeRecoveryCode(tx: Tx, { communeCode, staffId }: FactorOwner, hash: string, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('commune_code', '=', communeCode)
    .where('staff_id', '=', staffId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Whether a recovery code is one of the person's and was not used. */
export async function isRecoveryCodeLeft(db: Database, { communeCode, staffId }: FactorOwner, hash: string): Promise<boolean> {
  const found = await db
    .selectFrom('recovery_code').select('code_hash')
    .where('commune_code', '=', communeCode).where('staff_id', '=', staffId).where('code_hash', '=', hash).where('used_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** How many recovery codes a person has left. */
export async function countRecoveryCodes(db: Database | Tx, { communeCode, staffId }: FactorOwner): Promise<number> {
  const { count } = await db
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('commune_code', '=', communeCode)
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
