import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** Which matter of a family the dossiers of a person were declared for, and with which others. */
export async function lifeEventsAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const { rows } = await sql<object>`
    select m.sent_at as "Lúc", b.event_code as "Việc gia đình", m.procedure_code as "Thủ tục"
    from life_bundle_member m join life_bundle b on b.commune_code = m.commune_code and b.id = m.bundle_id
    where m.commune_code = ${communeCode} and m.dossier_id = any(${[...dossierIds]}::uuid[]) order by m.sent_at limit ${MOST_ROWS + 1}`.execute(db);
  return rows.length === 0 ? [] : [personSection({ vi: 'Khai cùng một việc gia đình', en: 'Declared for one matter of a family' }, rows)];
}
