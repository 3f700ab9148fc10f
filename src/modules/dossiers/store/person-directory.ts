import { type Selectable, sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type PersonTable } from '../../../platform/db/tables.generated.ts';

export interface EarlierDossier {
  readonly id: string;
  readonly person_id: string;
  readonly code: string;
  readonly procedure_name: string;
  readonly state: 'submitted' | 'received' | 'rejected' | 'in-progress' | 'decided' | 'returned';
  readonly submitted_at: Date;
}

export interface EarlierPaper {
  readonly id: string;
  readonly dossier_id: string;
  readonly person_id: string;
  readonly requirement_id: string | null;
  readonly name: string;
  readonly given_at: Date;
  readonly files: readonly { readonly id: string; readonly sha256: string; readonly fileName: string }[];
}

export interface KnownPeople {
  readonly people: readonly Selectable<PersonTable>[];
  readonly dossiers: readonly EarlierDossier[];
  readonly papers: readonly EarlierPaper[];
}

/** People of the commune by citizen number (whole), or by folded name or phone tail; at most ten, with what they filed before. */
export async function findKnownPeople(db: Database, communeCode: string, query: { readonly number: string | null; readonly folded: string }): Promise<KnownPeople> {
  let search = db.selectFrom('person').selectAll().where('commune_code', '=', communeCode);
  search =
    query.number === null
      ? search.where('search_text', 'like', `%${query.folded.replace(/[%_\\]/g, '\\$&')}%`)
      : search.where((eb) => eb.or([eb('citizen_number', '=', query.number), eb('phone', '=', query.number)]));
  const people = await search.orderBy('full_name').limit(10).execute();
  const ids = people.map((person) => person.id);
  if (ids.length === 0) return { people, dossiers: [], papers: [] };
  const [dossiers, papers] = await Promise.all([
    sql<EarlierDossier>`
      select id, person_id, coalesce(code, reference) as code, procedure_name, state, submitted_at
      from dossier where commune_code = ${communeCode} and person_id = any(${ids}::uuid[])
      order by submitted_at desc limit 50`.execute(db),
    sql<EarlierPaper>`
      select distinct on (d.person_id, p.name) p.id, p.dossier_id, d.person_id, p.requirement_id, p.name, d.submitted_at as given_at,
        (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'sha256', f.sha256, 'fileName', f.file_name) order by f.position), '[]')
          from paper_file f where f.commune_code = p.commune_code and f.dossier_id = p.dossier_id and f.paper_id = p.id) as files
      from dossier_paper p join dossier d on d.commune_code = p.commune_code and d.id = p.dossier_id
      where p.commune_code = ${communeCode} and d.person_id = any(${ids}::uuid[]) and d.state <> 'rejected'
        and exists (select from paper_file f where f.commune_code = p.commune_code and f.dossier_id = p.dossier_id and f.paper_id = p.id)
      order by d.person_id, p.name, d.submitted_at desc limit 50`.execute(db),
  ]);
  return { people, dossiers: dossiers.rows, papers: papers.rows };
}
