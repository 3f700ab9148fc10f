import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** What the certification books hold on the dossiers of a person. */
export async function certificationAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const { rows } = await sql<object>`
    select c.created_at as "Lúc", c.requester_name as "Người yêu cầu", c.identity_paper as "Giấy tờ tùy thân", d.name as "Giấy tờ được chứng thực", d.copies as "Số bản", d.book as "Sổ", d.number as "Số", c.fee as "Phí (đồng)", c.fee_receipt as "Biên lai"
    from certification c join certified_document d on d.commune_code = c.commune_code and d.dossier_id = c.dossier_id
    where c.commune_code = ${communeCode} and c.dossier_id = any(${[...dossierIds]}::uuid[]) order by c.created_at, d.position limit ${MOST_ROWS + 1}`.execute(db);
  return [personSection({ vi: 'Chứng thực', en: 'Certification' }, rows)];
}
