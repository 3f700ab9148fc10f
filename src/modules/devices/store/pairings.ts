import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Pairing } from '../domain/judge-pairing.ts';

const COLUMNS = [
  'browser_hash as browserHash', 'began_at as beganAt', 'address', 'user_agent as userAgent', 'device_id as deviceId', 'accepted_at as acceptedAt', 'claimed_at as claimedAt',
] as const;

/** A browser that begins to show a code. */
export interface NewPairing {
  readonly browserHash: string;
  readonly codeDigest: string;
  readonly beganAt: Date;
  readonly address: string;
  readonly userAgent: string;
}

/** Writes down a browser that shows a code; false when another one shows the same code just now. */
export async function insertPairing(db: Database, pairing: NewPairing): Promise<boolean> {
  const written = await db
    .insertInto('device_pairing')
    .values({ browser_hash: pairing.browserHash, code_digest: pairing.codeDigest, began_at: pairing.beganAt, address: pairing.address, user_agent: pairing.userAgent })
    .onConflict((conflict) => conflict.doNothing())
    .returning('browser_hash')
    .executeTakeFirst();
  return written !== undefined;
}

/** How many codes wait since a moment: behind one address, and in all. */
export async function countWaitingPairings(db: Database, address: string, since: Date): Promise<{ readonly address: number; readonly all: number }> {
  const { all, own } = await db
    .selectFrom('device_pairing')
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.countAll<number>().filterWhere('address', '=', address).as('own')])
    .where('began_at', '>', since)
    .where('accepted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { address: own, all };
}

/** The pairing of a browser; undefined when there is none any more. */
export async function findPairing(db: Database, browserHash: string): Promise<Pairing | undefined> {
  return db.selectFrom('device_pairing').select(COLUMNS).where('browser_hash', '=', browserHash).executeTakeFirst();
}

/** The same, locked: two requests of one browser take the key one after the other. */
export async function loadPairingForUpdate(tx: Tx, browserHash: string): Promise<Pairing | undefined> {
  return tx.selectFrom('device_pairing').select(COLUMNS).where('browser_hash', '=', browserHash).forUpdate().executeTakeFirst();
}

/** The pairing that shows a code; undefined when none does. */
export async function findPairingByCode(db: Database, codeDigest: string): Promise<Pairing | undefined> {
  return db.selectFrom('device_pairing').select(COLUMNS).where('code_digest', '=', codeDigest).executeTakeFirst();
}

/** The same, locked: two administrators take it one after the other. */
export async function loadCodeForUpdate(tx: Tx, codeDigest: string): Promise<Pairing | undefined> {
  return tx.selectFrom('device_pairing').select(COLUMNS).where('code_digest', '=', codeDigest).forUpdate().executeTakeFirst();
}

/** Says which device a browser is to become. */
export async function acceptPairing(tx: Tx, browserHash: string, deviceId: string, now: Date): Promise<void> {
  await tx.updateTable('device_pairing').set({ device_id: deviceId, accepted_at: now }).where('browser_hash', '=', browserHash).execute();
}

/** Says that the browser has taken its key. */
export async function claimPairing(tx: Tx, browserHash: string, now: Date): Promise<void> {
  await tx.updateTable('device_pairing').set({ claimed_at: now }).where('browser_hash', '=', browserHash).execute();
}

/** Removes pairings that began before a moment; answers how many went. */
export async function purgePairings(db: Database, before: Date): Promise<number> {
  const gone = await db.deleteFrom('device_pairing').where('began_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
