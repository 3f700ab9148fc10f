import { type Insertable, type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type UploadBundleTable, type UploadSlotTable } from '../../../platform/db/tables.generated.ts';

/** The primary key of a bundle. */
export interface BundleKey {
  readonly commune_code: string;
  readonly id: string;
}

export type BundleRow = Selectable<UploadBundleTable>;
export type SlotRow = Selectable<UploadSlotTable>;
export type NewSlot = Omit<Insertable<UploadSlotTable>, 'commune_code' | 'bundle_id' | 'bound_sha256' | 'bound_of'>;

/** Writes a bundle with its papers; false when one of this id is there already. */
export async function insertBundle(tx: Tx, bundle: Insertable<UploadBundleTable>, slots: readonly NewSlot[]): Promise<boolean> {
  const written = await tx.insertInto('upload_bundle').values(bundle).onConflict((conflict) => conflict.columns(['commune_code', 'id']).doNothing()).returning('id').executeTakeFirst();
  if (written === undefined) return false;
  await tx.insertInto('upload_slot').values(slots.map((slot) => ({ ...slot, commune_code: bundle.commune_code, bundle_id: bundle.id }))).execute();
  return true;
}

/** The bundle behind a secret link, in whichever commune. */
export function findBundleByTokenHash(db: Database, hash: string): Promise<BundleRow | undefined> {
  return db.selectFrom('upload_bundle').selectAll().where('token_hash', '=', hash).executeTakeFirst();
}

/** The bundle of this key; undefined when there is none or its time is over. */
export function findBundle(db: Database | Tx, key: BundleKey): Promise<BundleRow | undefined> {
  return db.selectFrom('upload_bundle').selectAll().where('commune_code', '=', key.commune_code).where('id', '=', key.id).executeTakeFirst();
}

/** Locks the bundle until the transaction ends: whoever adds, changes or takes waits for each other. */
export function loadBundleForUpdate(tx: Tx, key: BundleKey): Promise<BundleRow | undefined> {
  return tx.selectFrom('upload_bundle').selectAll().where('commune_code', '=', key.commune_code).where('id', '=', key.id).forUpdate().executeTakeFirst();
}

/** The papers of a bundle in their order. */
export function listSlots(db: Database | Tx, key: BundleKey): Promise<SlotRow[]> {
  return db.selectFrom('upload_slot').selectAll().where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).orderBy('position').execute();
}

/** Keeps what the opener wants back, and gives the bundle its whole time again. */
export async function renewBundle(tx: Tx, key: BundleKey, change: { readonly memo: string | null; readonly expires_at: Date }): Promise<void> {
  await tx.updateTable('upload_bundle').set(change).where('commune_code', '=', key.commune_code).where('id', '=', key.id).execute();
}

/** Asks for the papers of a new plan: what is needed and what is not may have changed. A paper of which something is here stays. */
export async function arrangeSlots(tx: Tx, key: BundleKey, slots: readonly NewSlot[]): Promise<void> {
  const known = await listSlots(tx, key);
  let last = Math.max(-1, ...known.map(({ position }) => position));
  for (const slot of slots) {
    const before = known.find(({ id }) => id === slot.id);
    if (before === undefined) {
      last += 1;
      await tx.insertInto('upload_slot').values({ ...slot, position: last, commune_code: key.commune_code, bundle_id: key.id }).execute();
    } else if (before.required !== slot.required || before.other !== (slot.other ?? false) || before.any_of !== (slot.any_of ?? null) || JSON.stringify(before.only_when) !== (slot.only_when ?? 'null')) {
      await tx.updateTable('upload_slot').set({ required: slot.required, other: slot.other ?? false, any_of: slot.any_of ?? null, only_when: slot.only_when ?? null }).where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('id', '=', slot.id).execute();
    }
  }
}

/** The papers went into something; what was typed meanwhile is no longer needed here. */
export async function markTaken(tx: Tx, key: BundleKey, takenFor: string, now: Date): Promise<void> {
  await tx.updateTable('upload_bundle').set({ taken_at: now, taken_for: takenFor, memo: null }).where('commune_code', '=', key.commune_code).where('id', '=', key.id).execute();
}

/** Remembers the one file that the pages of a paper were bound to. */
export async function keepBound(db: Database, key: BundleKey, slotId: string, bound: { readonly sha256: string; readonly of: string }): Promise<void> {
  await db.updateTable('upload_slot').set({ bound_sha256: bound.sha256, bound_of: bound.of }).where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('id', '=', slotId).execute();
}

/** Removes bundles whose time is over and receipts that were there long enough, oldest first; answers how many. */
export async function deleteOldBundles(db: Database, { expiredBefore, takenBefore, most }: { readonly expiredBefore: Date; readonly takenBefore: Date; readonly most: number }): Promise<number> {
  const old = await db
    .selectFrom('upload_bundle')
    .select(['commune_code', 'id'])
    .where((eb) => eb.or([eb.and([eb('taken_at', 'is', null), eb('expires_at', '<', expiredBefore)]), eb('taken_at', '<', takenBefore)]))
    .orderBy('expires_at')
    .limit(most)
    .execute();
  for (const { commune_code, id } of old) await db.deleteFrom('upload_bundle').where('commune_code', '=', commune_code).where('id', '=', id).execute();
  return old.length;
}
