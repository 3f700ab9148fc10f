import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FactorOwner } from './second-factors.ts';

/** A passkey as it is stored. */
export interface StoredPasskey extends FactorOwner {
  readonly id: string;
  readonly name: string;
  readonly credentialId: string;
  /** COSE key in base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly backedUp: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly suspendedAt: Date | null;
}

function passkeys(db: Database | Tx) {
  return db.selectFrom('passkey').select([
    'commune_code as communeCode', 'staff_id as staffId', 'id', 'name', 'credential_id as credentialId', 'public_key as publicKey', 'counter', 'transports',
    'backed_up as backedUp', 'created_at as createdAt', 'last_used_at as lastUsedAt', 'suspended_at as suspendedAt',
  ]);
}

/** The passkeys of a person, the oldest first. */
export async function listPasskeys(db: Database | Tx, { communeCode, staffId }: FactorOwner): Promise<readonly StoredPasskey[]> {
  return passkeys(db).where('commune_code', '=', communeCode).where('staff_id', '=', staffId).orderBy('created_at').orderBy('id').execute();
}

/** The passkey of a credential, whoever's it is; undefined when nobody has it here. */
export async function findPasskey(db: Database | Tx, credentialId: string): Promise<StoredPasskey | undefined> {
  return passkeys(db).where('credential_id', '=', credentialId).executeTakeFirst();
}

/** Adds a passkey; false when somebody has registered that credential already. */
export async function insertPasskey(tx: Tx, passkey: Omit<StoredPasskey, 'lastUsedAt' | 'suspendedAt'>): Promise<boolean> {
  const added = await tx
    .insertInto('passkey')
    .values({
      commune_code: passkey.communeCode, id: passkey.id, staff_id: passkey.staffId, name: passkey.name, credential_id: passkey.credentialId, public_key: passkey.publicKey,
      counter: passkey.counter, transports: [...passkey.transports], backed_up: passkey.backedUp, created_at: passkey.createdAt,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Writes the counter of a use; false when another use with this counter or a higher one came meanwhile. Keys without a counter always say 0. */
export async function takePasskeyCounter(tx: Tx, credentialId: string, counter: number, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('passkey')
    .set({ counter, last_used_at: now })
    .where('credential_id', '=', credentialId)
    .where('suspended_at', 'is', null)
    .where((where) => where.or([where('counter', '<', counter), where.and([where('counter', '=', 0), where.val(counter === 0)])]))
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Accepts a passkey no longer: its counter went backwards. */
export async function suspendPasskey(tx: Tx, credentialId: string, now: Date): Promise<void> {
  await tx.updateTable('passkey').set({ suspended_at: now }).where('credential_id', '=', credentialId).where('suspended_at', 'is', null).execute();
}

/** Takes one passkey of a person away; whether there was one. */
export async function deletePasskey(tx: Tx, { communeCode, staffId }: FactorOwner, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('passkey').where('commune_code', '=', communeCode).where('staff_id', '=', staffId).where('id', '=', id).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
