import { type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type LifeBundleMemberTable, type LifeBundleTable } from '../../../platform/db/tables.generated.ts';

export type BundleRow = Selectable<LifeBundleTable>;
export type MemberRow = Selectable<LifeBundleMemberTable>;
export type BundleKey = Pick<BundleRow, 'commune_code' | 'id'>;

/** A bundle with its members. */
export interface WholeBundle {
  readonly bundle: BundleRow;
  readonly members: readonly MemberRow[];
}

/** Keeps a bundle that was begun, with its members; the same one twice is one. */
export async function insertBundle(tx: Tx, bundle: Omit<BundleRow, 'opening_digits' | 'closed_at'>, members: readonly Pick<MemberRow, 'key' | 'procedure_code' | 'wanted'>[]): Promise<void> {
  const made = await tx.insertInto('life_bundle').values({ ...bundle, opening_digits: null, closed_at: null }).onConflict((conflict) => conflict.columns(['commune_code', 'id']).doNothing()).returning('id').executeTakeFirst();
  if (made === undefined) return;
  await tx
    .insertInto('life_bundle_member')
    .values(members.map((member) => ({ ...member, commune_code: bundle.commune_code, bundle_id: bundle.id, draft_id: null, dossier_id: null, begun_at: null, sent_at: null })))
    .execute();
}

async function withMembers(db: Database | Tx, bundle: BundleRow | undefined): Promise<WholeBundle | undefined> {
  if (bundle === undefined) return undefined;
  const members = await db.selectFrom('life_bundle_member').selectAll().where('commune_code', '=', bundle.commune_code).where('bundle_id', '=', bundle.id).execute();
  return { bundle, members };
}

/** The bundle behind a secret link. */
export async function findBundleByTokenHash(db: Database, hash: string): Promise<WholeBundle | undefined> {
  return withMembers(db, await db.selectFrom('life_bundle').selectAll().where('token_hash', '=', hash).executeTakeFirst());
}

/** The bundle that a code opens. */
export async function findBundleByCode(db: Database, communeCode: string, digest: string): Promise<WholeBundle | undefined> {
  return withMembers(db, await db.selectFrom('life_bundle').selectAll().where('commune_code', '=', communeCode).where('code_digest', '=', digest).executeTakeFirst());
}

/** The bundle that a draft belongs to, and which of its members it is; undefined for a draft of its own. */
export async function findBundleOfDraft(db: Database | Tx, communeCode: string, draftId: string): Promise<(WholeBundle & { readonly member: MemberRow }) | undefined> {
  const member = await db.selectFrom('life_bundle_member').selectAll().where('commune_code', '=', communeCode).where('draft_id', '=', draftId).executeTakeFirst();
  if (member === undefined) return undefined;
  const whole = await withMembers(db, await db.selectFrom('life_bundle').selectAll().where('commune_code', '=', communeCode).where('id', '=', member.bundle_id).executeTakeFirst());
  return whole === undefined ? undefined : { ...whole, member };
}

/** The event of the bundle that a dossier was declared with, and all its dossiers; undefined for a dossier of its own. */
export async function findTogether(db: Database | Tx, communeCode: string, dossierId: string): Promise<{ readonly eventCode: string; readonly eventFrom: string; readonly dossierIds: readonly string[] } | undefined> {
  const rows = await db
    .selectFrom('life_bundle_member as own')
    .innerJoin('life_bundle as b', (join) => join.onRef('b.commune_code', '=', 'own.commune_code').onRef('b.id', '=', 'own.bundle_id'))
    .innerJoin('life_bundle_member as m', (join) => join.onRef('m.commune_code', '=', 'own.commune_code').onRef('m.bundle_id', '=', 'own.bundle_id'))
    .select(['b.event_code', 'b.event_from', 'm.dossier_id'])
    .where('own.commune_code', '=', communeCode)
    .where('own.dossier_id', '=', dossierId)
    .where('m.dossier_id', 'is not', null)
    .execute();
  const [first] = rows;
  return first === undefined ? undefined : { eventCode: first.event_code, eventFrom: first.event_from, dossierIds: rows.flatMap(({ dossier_id: id }) => (id === null ? [] : [id])) };
}

/** Locks a member, so that two browsers that begin it at once begin one draft. */
export async function loadMemberForUpdate(tx: Tx, key: BundleKey, member: string): Promise<MemberRow | undefined> {
  return tx.selectFrom('life_bundle_member').selectAll().where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('key', '=', member).forUpdate().executeTakeFirst();
}

/** Writes down the draft of a locked member. What is begun is wanted. */
export async function setMemberDraft(tx: Tx, key: BundleKey, member: string, draftId: string, now: Date): Promise<void> {
  await tx.updateTable('life_bundle_member').set({ draft_id: draftId, begun_at: now, wanted: true }).where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('key', '=', member).execute();
}

/** Writes down the dossier that the draft of a member became. */
export async function markMemberSent(tx: Tx, communeCode: string, draftId: string, dossierId: string, now: Date): Promise<void> {
  await tx.updateTable('life_bundle_member').set({ dossier_id: dossierId, sent_at: now }).where('commune_code', '=', communeCode).where('draft_id', '=', draftId).where('sent_at', 'is', null).execute();
}

/** Writes down which members the family needs. */
export async function setWanted(tx: Tx, key: BundleKey, wanted: ReadonlySet<string>, members: readonly MemberRow[]): Promise<void> {
  for (const { key: member } of members) {
    await tx.updateTable('life_bundle_member').set({ wanted: wanted.has(member) }).where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('key', '=', member).execute();
  }
}

/** Moves the end of an open bundle. */
export async function touchBundle(db: Database | Tx, key: BundleKey, now: Date, expiresAt: Date): Promise<void> {
  await db.updateTable('life_bundle').set({ opened_at: now, expires_at: expiresAt }).where('commune_code', '=', key.commune_code).where('id', '=', key.id).where('closed_at', 'is', null).execute();
}

/** Keeps the four digits by which the bundle is opened on another device. */
export async function keepBundleDigits(db: Database, key: BundleKey, digits: string): Promise<void> {
  await db.updateTable('life_bundle').set({ opening_digits: digits }).where('commune_code', '=', key.commune_code).where('id', '=', key.id).where('closed_at', 'is', null).execute();
}

/** Takes a bundle away as its person wishes: without dossiers it is gone, with some only its link and code are. */
export async function closeBundle(tx: Tx, key: BundleKey, now: Date): Promise<void> {
  const sent = await tx.selectFrom('life_bundle_member').select('key').where('commune_code', '=', key.commune_code).where('bundle_id', '=', key.id).where('dossier_id', 'is not', null).limit(1).executeTakeFirst();
  const own = { commune_code: key.commune_code, id: key.id };
  if (sent === undefined) await tx.deleteFrom('life_bundle').where('commune_code', '=', own.commune_code).where('id', '=', own.id).execute();
  else await tx.updateTable('life_bundle').set({ token_hash: null, code_digest: null, opening_digits: null, closed_at: now }).where('commune_code', '=', own.commune_code).where('id', '=', own.id).execute();
}

/** Closes bundles whose time was over before a moment, at most so many; answers how many. */
export async function closeExpired(db: Database, before: Date, now: Date, limit: number): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const due = await tx.selectFrom('life_bundle').select(['commune_code', 'id']).where('closed_at', 'is', null).where('expires_at', '<', before).orderBy('expires_at').limit(limit).forUpdate().skipLocked().execute();
    for (const key of due) await closeBundle(tx, key, now);
    return due.length;
  });
}
