import { sql, type Selectable, type Updateable } from 'kysely';
import { type Tx } from '../../../platform/db/database.ts';
import { type PersonTable } from '../../../platform/db/tables.generated.ts';

type PersonRow = Selectable<PersonTable>;

/** A person of a commune, locked until the transaction ends; undefined for nobody. */
export async function loadPersonForUpdate(tx: Tx, communeCode: string, id: string): Promise<PersonRow | undefined> {
  return tx.selectFrom('person').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Changes what the office knows of a person. */
export async function updatePerson(tx: Tx, { commune_code, id }: Pick<PersonRow, 'commune_code' | 'id'>, changes: Updateable<PersonTable>): Promise<void> {
  await tx.updateTable('person').set(changes).where('commune_code', '=', commune_code).where('id', '=', id).execute();
}

/** What stood there before a correction, kept for good. */
export interface PersonChange {
  readonly id: string;
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string; readonly reason: string };
  readonly before: object;
  readonly after: object;
}

/** Keeps a correction with what stood there. */
export async function insertPersonChange(tx: Tx, { commune_code, id }: Pick<PersonRow, 'commune_code' | 'id'>, change: PersonChange): Promise<void> {
  const { by } = change;
  await tx
    .insertInto('person_change')
    .values({
      commune_code, id: change.id, person_id: id, at: change.at, actor_id: by.id, actor_name: by.name, reason: by.reason, before: JSON.stringify(change.before), after: JSON.stringify(change.after),
    })
    .execute();
}

/** A dossier of a person, with whether work on it goes on and when it ended. */
export interface PersonDossier {
  readonly id: string;
  readonly code: string;
  readonly running: boolean;
  readonly endedAt: Date | null;
}

/** Every dossier of a person. One whose result was not handed over yet still runs. */
export async function listPersonDossiers(tx: Tx, communeCode: string, personId: string): Promise<readonly PersonDossier[]> {
  const { rows } = await sql<PersonDossier>`
    select id, coalesce(code, reference) as code, state not in ('returned', 'rejected', 'stopped') as running, coalesce(returned_at, ended_at) as "endedAt"
    from dossier where commune_code = ${communeCode} and person_id = ${personId} order by submitted_at`.execute(tx);
  return rows;
}

/** Takes the papers of a person out of the store, so that nothing of them is offered for reuse; answers how many. Their dossiers keep their own files. */
export async function forgetKeptPapers(tx: Tx, communeCode: string, personId: string): Promise<number> {
  const gone = await tx.deleteFrom('kept_paper').where('commune_code', '=', communeCode).where('person_id', '=', personId).where('origin', '=', 'submitted').executeTakeFirst();
  return Number(gone.numDeletedRows);
}
