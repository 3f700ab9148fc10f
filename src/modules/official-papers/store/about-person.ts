import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** The official papers that were issued about the dossiers of a person, also those about several dossiers. */
export async function papersAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const { rows } = await sql<object>`
    select kind as "Loại", number as "Số", year as "Năm", issued_at as "Cấp lúc", issued_by_name as "Người cấp", void_reason as "Đã huỷ vì"
    from official_paper p where commune_code = ${communeCode} and (dossier_id = any(${[...dossierIds]}::uuid[])
      or exists (select from official_paper_dossier o where o.commune_code = p.commune_code and o.paper_id = p.id and o.dossier_id = any(${[...dossierIds]}::uuid[])))
    order by issued_at limit ${MOST_ROWS + 1}`.execute(db);
  return [personSection({ vi: 'Giấy tờ đã cấp', en: 'Papers issued' }, rows)];
}
