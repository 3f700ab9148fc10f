import { type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type PersonTable } from '../../../platform/db/tables.generated.ts';
import { type DossierState } from '../domain/dossier-states.ts';
import { type KeptPaperRow, listKeptPapers } from './kept-papers.ts';

export interface EarlierDossier {
  readonly id: string;
  readonly person_id: string;
  readonly code: string;
  readonly procedure_name: string;
  readonly state: DossierState;
  readonly submitted_at: Date;
}

export interface KnownPeople {
  readonly people: readonly Selectable<PersonTable>[];
  readonly dossiers: readonly EarlierDossier[];
  /** What lies in the commune's store of papers, the newest of each name. */
  readonly papers: readonly KeptPaperRow[];
}

/** People of the commune by citizen number (whole), or by folded name or phone tail; at most ten, with what they filed before. Whoever had their data restricted is found by the whole number only. */
export async function findKnownPeople(db: Database, communeCode: string, query: { readonly number: string | null; readonly folded: string }): Promise<KnownPeople> {
  let search = db.selectFrom('person').selectAll().where('commune_code', '=', communeCode);
  search =
    query.number === null
      ? search.where('restricted_at', 'is', null).where('search_text', 'like', `%${query.folded.replace(/[%_\\]/g, '\\$&')}%`)
      : search.where((eb) => eb.or([eb('citizen_number', '=', query.number), eb('phone', '=', query.number)]));
  const people = await search.orderBy('full_name').limit(10).execute();
  const ids = people.map((person) => person.id);
  if (ids.length === 0) return { people, dossiers: [], papers: [] };
  const [dossiers, papers] = await Promise.all([
    sql<EarlierDossier>`
      select id, person_id, coalesce(code, reference) as code, procedure_name, state, submitted_at
      from dossier where commune_code = ${communeCode} and person_id = any(${ids}::uuid[])
      order by submitted_at desc limit 50`.execute(db),
    listKeptPapers(db, communeCode, ids),
  ]);
  return { people, dossiers: dossiers.rows, papers };
}

/** A person whom the commune knows; undefined for an id of nobody or of another commune. */
export async function findPerson(db: Database | Tx, communeCode: string, id: string): Promise<Selectable<PersonTable> | undefined> {
  return db.selectFrom('person').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
}

/** The person with this citizen number; undefined when the commune knows nobody of it. */
export async function findPersonWithNumber(db: Database | Tx, communeCode: string, number: string): Promise<Selectable<PersonTable> | undefined> {
  return db.selectFrom('person').selectAll().where('commune_code', '=', communeCode).where('citizen_number', '=', number).executeTakeFirst();
}
