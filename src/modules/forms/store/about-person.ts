import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** What a person answered to the forms of their dossiers. */
export async function formsAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const { rows } = await sql<object>`
    select a.agreed_at as "Lúc", a.form_code as "Mẫu", a.form_version as "Bản", e.key as "Mục", e.value as "Trả lời"
    from form_answers a cross join lateral jsonb_each_text(a.answers) e
    where a.commune_code = ${communeCode} and a.dossier_id = any(${[...dossierIds]}::uuid[]) order by a.agreed_at, e.key limit ${MOST_ROWS + 1}`.execute(db);
  const corrected = await sql<object>`
    select c.corrected_at as "Lúc", coalesce(c.staff_name, 'Người dân') as "Người sửa", e->>'field' as "Mục", e->>'before' as "Trước", e->>'after' as "Sau"
    from form_correction c cross join lateral jsonb_array_elements(c.changes) e
    where c.commune_code = ${communeCode} and c.dossier_id = any(${[...dossierIds]}::uuid[]) order by c.corrected_at, e->>'field' limit ${MOST_ROWS + 1}`.execute(db);
  return [
    personSection({ vi: 'Tờ khai điện tử', en: 'Electronic forms' }, rows),
    ...(corrected.rows.length === 0 ? [] : [personSection({ vi: 'Câu trả lời đã sửa', en: 'Corrected answers' }, corrected.rows)]),
  ];
}
