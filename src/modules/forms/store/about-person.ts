import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** What a person answered to the forms of their dossiers. */
export async function formsAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const { rows } = await sql<object>`
    select a.agreed_at as "Lúc", a.form_code as "Mẫu", a.form_version as "Bản", e.key as "Mục", e.value as "Trả lời"
    from form_answers a cross join lateral jsonb_each_text(a.answers) e
    where a.commune_code = ${communeCode} and a.dossier_id = any(${[...dossierIds]}::uuid[]) order by a.agreed_at, e.key limit ${MOST_ROWS + 1}`.execute(db);
  return [personSection({ vi: 'Tờ khai điện tử', en: 'Electronic forms' }, rows)];
}
