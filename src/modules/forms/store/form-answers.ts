import { createHash } from 'node:crypto';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { sortedJson } from '../../../platform/journal/journal-text.ts';
import { type Answers } from '../domain/answers.ts';

/** The answers that a dossier was declared with. */
export interface DossierAnswers {
  readonly formCode: string;
  readonly formVersion: number;
  readonly answers: Answers;
  readonly filledBy: 'citizen' | 'helper' | 'officer';
  readonly agreedAt: Date;
}

/** The sha256 of answers as sorted JSON. */
export function hashAnswers(answers: Answers): string {
  return createHash('sha256').update(sortedJson(answers)).digest('hex');
}

/** Writes the answers of a dossier, once, in the transaction that makes it. */
export async function insertAnswers(tx: Tx, key: { readonly communeCode: string; readonly dossierId: string }, given: DossierAnswers): Promise<void> {
  await tx
    .insertInto('form_answers')
    .values({
      commune_code: key.communeCode, dossier_id: key.dossierId, form_code: given.formCode, form_version: given.formVersion, answers: JSON.stringify(given.answers),
      answers_hash: hashAnswers(given.answers), filled_by: given.filledBy, agreed_at: given.agreedAt,
    })
    .execute();
}

/** How many copies of the result answers ask for; null: none are wanted, or the form does not ask. */
export function copiesIn(answers: Answers): number | null {
  const copies = answers['copies.count'];
  return typeof copies === 'number' && Number.isInteger(copies) ? copies : null;
}

/** How many copies of the result the form of a dossier asks for; null: none. */
export async function findCopiesWanted(db: Database, communeCode: string, dossierId: string): Promise<number | null> {
  return copiesIn((await findAnswers(db, communeCode, dossierId))?.answers ?? {});
}

/** Whether a dossier was declared with a form. */
export async function hasAnswers(db: Database, communeCode: string, dossierId: string): Promise<boolean> {
  return (await db.selectFrom('form_answers').select('dossier_id').where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).executeTakeFirst()) !== undefined;
}

/** The answers of a dossier as they hold, after the newest correction; undefined when it was declared without a form. */
export async function findAnswers(db: Database | Tx, communeCode: string, dossierId: string): Promise<DossierAnswers | undefined> {
  const row = await db.selectFrom('form_answers').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).executeTakeFirst();
  if (row === undefined) return undefined;
  const corrected = await db.selectFrom('form_correction').select('answers').where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return { formCode: row.form_code, formVersion: row.form_version, answers: (corrected?.answers ?? row.answers) as Answers, filledBy: row.filled_by, agreedAt: row.agreed_at };
}
