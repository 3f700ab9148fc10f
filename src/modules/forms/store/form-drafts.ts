import { type Selectable } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FormDraftTable } from '../../../platform/db/tables.generated.ts';
import { type Answer, type Answers } from '../domain/answers.ts';
import { type GivenNote } from '../domain/carry-facts.ts';

/** What became of the answers when the form got a newer version. */
export interface CarriedNote {
  readonly from: number;
  readonly left: readonly { readonly label: string; readonly answer: Answer }[];
  readonly asked: readonly string[];
  readonly seen: boolean;
}

/** A declaration under way. */
export interface FormDraft extends Omit<Selectable<FormDraftTable>, 'answers' | 'writers' | 'carried' | 'given' | 'assistance'> {
  readonly answers: Answers;
  /** For each field the page that wrote it last. */
  readonly writers: Readonly<Record<string, string>>;
  readonly carried: CarriedNote | null;
  /** What was taken over from earlier declarations. */
  readonly given: GivenNote | null;
}

export type DraftKey = Pick<FormDraft, 'commune_code' | 'id'>;

/** What changes when a draft is saved. */
export interface DraftChange {
  readonly answers: Answers;
  readonly writers: Readonly<Record<string, string>>;
  readonly at_group: string | null;
  readonly form_code?: string;
  readonly form_version?: number;
  readonly carried?: CarriedNote | null;
  readonly given?: GivenNote | null;
  readonly saved_at: Date;
  readonly expires_at: Date;
}

function draftOf(row: Selectable<FormDraftTable> | undefined): FormDraft | undefined {
  return row as FormDraft | undefined;
}

/** Keeps a draft that was begun; the same one twice is one. */
export async function insertDraft(db: Database, draft: Omit<FormDraft, 'version' | 'sent_at' | 'carried' | 'assistance' | 'opening_digits'>): Promise<void> {
  await db
    .insertInto('form_draft')
    .values({ ...draft, answers: JSON.stringify(draft.answers), writers: JSON.stringify(draft.writers), carried: null, given: draft.given === null ? null : JSON.stringify(draft.given), assistance: null, opening_digits: null, version: 1, sent_at: null })
    .onConflict((conflict) => conflict.columns(['commune_code', 'id']).doNothing())
    .execute();
}

/** The draft behind a secret link. */
export async function findDraftByTokenHash(db: Database, hash: string): Promise<FormDraft | undefined> {
  return draftOf(await db.selectFrom('form_draft').selectAll().where('token_hash', '=', hash).executeTakeFirst());
}

/** The id of the draft that will be, or was, this dossier. */
export async function findDraftIdOf(db: Database, communeCode: string, dossierId: string): Promise<string | undefined> {
  return (await db.selectFrom('form_draft').select('id').where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).executeTakeFirst())?.id;
}

/** The draft that a code opens; that it is not over is for the caller to see. */
export async function findDraftByCode(db: Database, communeCode: string, digest: string): Promise<FormDraft | undefined> {
  return draftOf(await db.selectFrom('form_draft').selectAll().where('commune_code', '=', communeCode).where('code_digest', '=', digest).executeTakeFirst());
}

/** A draft of a commune by its id. */
export async function findDraft(db: Database, key: DraftKey): Promise<FormDraft | undefined> {
  return draftOf(await db.selectFrom('form_draft').selectAll().where('commune_code', '=', key.commune_code).where('id', '=', key.id).executeTakeFirst());
}

/** Locks a draft for a change. */
export async function loadDraftForUpdate(tx: Tx, key: DraftKey): Promise<FormDraft | undefined> {
  return draftOf(await tx.selectFrom('form_draft').selectAll().where('commune_code', '=', key.commune_code).where('id', '=', key.id).forUpdate().executeTakeFirst());
}

/** Saves a locked draft and counts its version up. */
export async function saveDraft(tx: Tx, key: DraftKey, change: DraftChange): Promise<void> {
  const { answers, writers, carried, given, ...rest } = change;
  await tx
    .updateTable('form_draft')
    .set(({ eb }) => ({
      ...rest, answers: JSON.stringify(answers), writers: JSON.stringify(writers), version: eb('version', '+', 1),
      ...(carried === undefined ? {} : { carried: carried === null ? null : JSON.stringify(carried) }),
      ...(given === undefined ? {} : { given: given === null ? null : JSON.stringify(given) }),
    }))
    .where('commune_code', '=', key.commune_code)
    .where('id', '=', key.id)
    .execute();
}

/** Keeps the four digits by which the draft is opened on another device. */
export async function keepOpeningDigits(db: Database, key: DraftKey, digits: string): Promise<void> {
  await db.updateTable('form_draft').set({ opening_digits: digits }).where('commune_code', '=', key.commune_code).where('id', '=', key.id).execute();
}

/** Remembers that its person has looked at everything that was taken over. */
export async function markGivenSeen(tx: Tx, key: DraftKey, note: GivenNote): Promise<void> {
  await tx.updateTable('form_draft').set({ given: JSON.stringify({ ...note, seen: true }) }).where('commune_code', '=', key.commune_code).where('id', '=', key.id).execute();
}

/** Marks a locked draft as sent and empties it: the dossier has the answers now. */
export async function markDraftSent(tx: Tx, key: DraftKey, now: Date): Promise<void> {
  await tx
    .updateTable('form_draft')
    .set({ sent_at: now, answers: '{}', writers: '{}', carried: null, given: null, assistance: null, opening_digits: null })
    .where('commune_code', '=', key.commune_code)
    .where('id', '=', key.id)
    .execute();
}

/** Empties a locked draft whose printed form was received at the counter: its link leads to that dossier, and it cannot be sent any more. */
export async function linkDraft(tx: Tx, key: DraftKey, dossierId: string, now: Date): Promise<void> {
  await markDraftSent(tx, key, now);
  await tx.updateTable('form_draft').set({ dossier_id: dossierId }).where('commune_code', '=', key.commune_code).where('id', '=', key.id).execute();
}

/** Deletes a draft as its person wishes; one that was sent stays as the way to its dossier. */
export async function deleteDraft(db: Database, key: DraftKey): Promise<void> {
  await db.deleteFrom('form_draft').where('commune_code', '=', key.commune_code).where('id', '=', key.id).where('sent_at', 'is', null).execute();
}

/** Deletes drafts whose time was over before a moment, at most so many; answers how many went. */
export async function deleteExpiredDrafts(db: Database, before: Date, limit: number): Promise<number> {
  const gone = await db
    .deleteFrom('form_draft')
    .where('id', 'in', (query) => query.selectFrom('form_draft').select('id').where('expires_at', '<', before).orderBy('expires_at').limit(limit))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Takes the answers out of drafts whose time is over, at most so many; answers how many. */
export async function emptyExpiredDrafts(db: Database, now: Date, limit: number): Promise<number> {
  const emptied = await db
    .updateTable('form_draft')
    .set({ answers: '{}', writers: '{}', carried: null, given: null, assistance: null, opening_digits: null })
    .where('id', 'in', (query) => query.selectFrom('form_draft').select('id').where('expires_at', '<', now).where('answers', '!=', '{}').orderBy('expires_at').limit(limit))
    .executeTakeFirst();
  return Number(emptied.numUpdatedRows);
}
