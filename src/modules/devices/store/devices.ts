import { type DeviceActor, type DeviceKind } from '../../../kernel/actor.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type DeviceToken, type TokenFacts } from '../domain/judge-token.ts';

/** Why a device was ended. */
export type EndReason = 'revoked' | 'replayed' | 'other-browser';

/** A device as administrators see it. */
export interface DeviceRow {
  readonly id: string;
  readonly communeCode: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly place: string;
  readonly unitId: string | null;
  readonly pairedAt: Date;
  readonly pairedBy: string;
  readonly claimedAt: Date | null;
  readonly lastSeenAt: Date | null;
  readonly lastAddress: string;
  readonly userAgent: string;
  readonly endedAt: Date | null;
  readonly endReason: EndReason | null;
}

const COLUMNS = [
  'id', 'commune_code as communeCode', 'kind', 'name', 'place', 'unit_id as unitId', 'paired_at as pairedAt', 'paired_by as pairedBy', 'claimed_at as claimedAt',
  'last_seen_at as lastSeenAt', 'last_address as lastAddress', 'user_agent as userAgent', 'ended_at as endedAt', 'end_reason as endReason',
] as const;

/** A device that an administrator takes on. */
export interface NewDevice {
  readonly id: string;
  readonly communeCode: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly place: string;
  readonly unitId: string | null;
  readonly pairedAt: Date;
  readonly pairedBy: string;
  readonly address: string;
  readonly userAgent: string;
  readonly browser: string;
}

/** Adds a device. */
export async function insertDevice(tx: Tx, device: NewDevice): Promise<void> {
  await tx
    .insertInto('device')
    .values({
      commune_code: device.communeCode, id: device.id, kind: device.kind, name: device.name, place: device.place, unit_id: device.unitId, paired_at: device.pairedAt, paired_by: device.pairedBy,
      last_address: device.address, user_agent: device.userAgent, browser: device.browser,
    })
    .execute();
}

/** Whether a device that counts has this name already, whatever its case. */
export async function isDeviceNameTaken(tx: Tx, communeCode: string, name: string): Promise<boolean> {
  const row = await tx
    .selectFrom('device')
    .select('id')
    .where('commune_code', '=', communeCode)
    .where('ended_at', 'is', null)
    .where((where) => where(where.fn<string>('lower', ['name']), '=', name.toLowerCase()))
    .executeTakeFirst();
  return row !== undefined;
}

/** The devices of a commune: those that count by name, then the ended ones, newest first. */
export async function listDevices(db: Database, communeCode: string): Promise<readonly DeviceRow[]> {
  const rows = await db.selectFrom('device').select(COLUMNS).where('commune_code', '=', communeCode).orderBy('ended_at', (order) => order.desc().nullsFirst()).orderBy('name').limit(300).execute();
  return rows;
}

/** Devices of the whole installation that count, or that ended by themselves since a moment. */
export async function listDevicesToWatch(db: Database, endedSince: Date): Promise<readonly DeviceRow[]> {
  return db
    .selectFrom('device')
    .select(COLUMNS)
    .where((where) => where.or([where('ended_at', 'is', null), where.and([where('ended_at', '>=', endedSince), where('end_reason', '<>', 'revoked')])]))
    .orderBy('name')
    .execute();
}

/** A device by its id, in whatever commune it is today. */
export async function findDevice(db: Database | Tx, id: string): Promise<DeviceRow | undefined> {
  return db.selectFrom('device').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

/** A key with the device that it belongs to. */
export interface LoadedToken {
  readonly token: DeviceToken;
  readonly actor: DeviceActor;
  readonly facts: TokenFacts;
}

/** The device of a key (by its digest) and how the key stands; undefined when it never was one. */
export async function findDeviceByToken(db: Database, tokenHash: string): Promise<LoadedToken | undefined> {
  const row = await db
    .selectFrom('device_token as t')
    .innerJoin('device as d', (join) => join.onRef('d.commune_code', '=', 't.commune_code').onRef('d.id', '=', 't.device_id'))
    .select([
      't.generation', 't.issued_at as issuedAt', 't.first_used_at as firstUsedAt', 't.retired_at as retiredAt', 'd.commune_code as communeCode', 'd.id as deviceId', 'd.kind', 'd.name', 'd.browser',
      'd.ended_at as endedAt', 'd.last_seen_at as lastSeenAt', 'd.paired_at as pairedAt',
    ])
    .where('t.token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { generation, issuedAt, firstUsedAt, retiredAt, communeCode, deviceId, kind, name, browser, endedAt, lastSeenAt, pairedAt } = row;
  return {
    token: { generation, issuedAt, firstUsedAt, retiredAt },
    actor: { kind: 'device', deviceId, communeCode, deviceKind: kind, name },
    facts: { browser, endedAt, lastSeenAt, pairedAt },
  };
}

type Owner = Pick<DeviceActor, 'communeCode' | 'deviceId'>;

/** Gives out the next key of a device; false when another request did so in the same moment. */
export async function insertToken(db: Database | Tx, { communeCode, deviceId }: Owner, key: { readonly generation: number; readonly tokenHash: string }, now: Date): Promise<boolean> {
  const written = await db
    .insertInto('device_token')
    .values({ commune_code: communeCode, device_id: deviceId, generation: key.generation, token_hash: key.tokenHash, issued_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('generation')
    .executeTakeFirst();
  return written !== undefined;
}

/** The number of the newest key of a device; 0 before the first. */
export async function newestGeneration(db: Database, { communeCode, deviceId }: Owner): Promise<number> {
  const row = await db.selectFrom('device_token').select(({ fn }) => fn.max('generation').as('newest')).where('commune_code', '=', communeCode).where('device_id', '=', deviceId).executeTakeFirst();
  return row?.newest ?? 0;
}

/** A key was used for the first time: every other one of the device is nobody's from now on. */
export async function retireOtherTokens(tx: Tx, { communeCode, deviceId }: Owner, generation: number, now: Date): Promise<void> {
  const of = tx.updateTable('device_token').where('commune_code', '=', communeCode).where('device_id', '=', deviceId);
  await of.set({ first_used_at: now }).where('generation', '=', generation).where('first_used_at', 'is', null).execute();
  await of.set({ retired_at: now }).where('generation', '<>', generation).where('retired_at', 'is', null).execute();
}

/** Writes down that a device took its first key, and from what kind of browser. */
export async function claimDevice(tx: Tx, { communeCode, deviceId }: Owner, seen: { readonly userAgent: string; readonly browser: string; readonly address: string }, now: Date): Promise<void> {
  await tx
    .updateTable('device')
    .set({ claimed_at: now, last_seen_at: now, last_address: seen.address, user_agent: seen.userAgent, browser: seen.browser })
    .where('commune_code', '=', communeCode)
    .where('id', '=', deviceId)
    .execute();
}

/** Writes down that a device was seen; an earlier time than the stored one changes nothing. Not journalled: it says nothing but “still there”. */
export async function sightDevice(db: Database, { communeCode, deviceId }: Owner, address: string, now: Date): Promise<void> {
  await db
    .updateTable('device')
    .set({ last_seen_at: now, last_address: address })
    .where('commune_code', '=', communeCode)
    .where('id', '=', deviceId)
    .where((where) => where.or([where('last_seen_at', 'is', null), where('last_seen_at', '<', now)]))
    .execute();
}

/** Ends a device; false when it had ended before or is not of this commune. */
export async function endDevice(tx: Tx, { communeCode, deviceId }: Owner, reason: EndReason, by: string | null, now: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('device')
    .set({ ended_at: now, end_reason: reason, ended_by: by })
    .where('commune_code', '=', communeCode)
    .where('id', '=', deviceId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** Removes keys that were nobody's before a moment: whoever copied one so old is long found out. Answers how many went. */
export async function purgeTokens(db: Database, before: Date): Promise<number> {
  const gone = await db.deleteFrom('device_token').where('retired_at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
