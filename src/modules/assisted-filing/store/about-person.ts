import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** Who helped a person to file, and how the person agreed. */
export async function assistanceAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const ids = sql`any(${[...dossierIds]}::uuid[])`;
  const helpers = await sql<object>`
    select f.named_at as "Lúc", case f.helper_kind when 'relative' then 'Người thân, người quen' when 'team' then 'Tổ công nghệ số cộng đồng' when 'told' then 'Tên được ghi khi khai chung hoặc tại quầy' else 'Cán bộ' end as "Ai giúp", f.helper_name as "Họ và tên", f.helper_phone as "Số điện thoại",
      f.helper_team as "Tổ" from assisted_filing f where f.commune_code = ${communeCode} and f.id = ${ids} order by f.named_at limit ${MOST_ROWS + 1}`.execute(db);
  const consents = await sql<object>`
    select c.given_at as "Lúc", case c.way when 'signature' then 'Chữ ký trên màn hình' when 'code' then 'Bấm đồng ý trên điện thoại' else 'Lời nói được ghi âm' end as "Cách", c.said as "Câu đã đọc", c.milliseconds as "Dài (mili giây)",
      c.erased_at as "Chữ ký, ghi âm đã xoá" from assisted_consent c where c.commune_code = ${communeCode} and c.dossier_id = ${ids} order by c.given_at limit ${MOST_ROWS + 1}`.execute(db);
  return [
    personSection({ vi: 'Người khai giúp', en: 'Helpers with declarations' }, helpers.rows),
    personSection({ vi: 'Đã đồng ý cho khai giúp', en: 'Consents to assisted filing' }, consents.rows),
  ];
}
