import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** What the fees hold on the dossiers of a person: the lines with their exemptions, and how they were changed. */
export async function feesAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const ids = [...dossierIds];
  const lines = await sql<object>`
    select a.assessed_at as "Lúc", l.label as "Khoản thu", l.quantity as "Số lượng", l.before as "Mức thu (đồng)", l.amount as "Phải nộp (đồng)", l.basis as "Căn cứ", l.exemption_label as "Miễn, giảm", l.exemption_proof as "Giấy tờ chứng minh",
      a.event_day::text as "Ngày sự kiện", a.claims::text as "Đề nghị miễn, giảm"
    from fee_assessment a join fee_line l on l.commune_code = a.commune_code and l.dossier_id = a.dossier_id
    where a.commune_code = ${communeCode} and a.dossier_id = any(${ids}::uuid[]) order by a.assessed_at, l.position limit ${MOST_ROWS + 1}`.execute(db);
  const changes = await sql<object>`
    select at as "Lúc", by_name as "Người tính", reason as "Lý do", total_before as "Trước (đồng)", total as "Sau (đồng)" from fee_change
    where commune_code = ${communeCode} and dossier_id = any(${ids}::uuid[]) order by at limit ${MOST_ROWS + 1}`.execute(db);
  return [personSection({ vi: 'Phí, lệ phí', en: 'Fees' }, lines.rows), personSection({ vi: 'Thay đổi phí, lệ phí', en: 'Changes of fees' }, changes.rows)];
}
