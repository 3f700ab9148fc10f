import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** What is known of the money that was to be paid for the dossiers of a person, and of what came in and went back. */
export async function paymentsAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const ids = [...dossierIds];
  const rowsOf = async (query: ReturnType<typeof sql<object>>) => (await query.execute(db)).rows;
  const [due, moved] = await Promise.all([
    rowsOf(sql<object>`
      select opened_at as "Lúc", case purpose when 'fees' then 'Phí, lệ phí' when 'during-work' then 'Nghĩa vụ tài chính' else 'Chứng thực' end as "Khoản", amount as "Phải nộp (đồng)", paid as "Đã nộp (đồng)", refunded as "Đã trả lại (đồng)",
        case state when 'open' then 'chưa nộp đủ' when 'paid' then 'đã nộp đủ' else 'đã hủy' end as "Tình trạng", reference as "Mã nộp tiền", close_reason as "Lý do hủy"
      from payable where commune_code = ${communeCode} and dossier_id = any(${ids}::uuid[]) order by opened_at limit ${MOST_ROWS + 1}`),
    rowsOf(sql<object>`
      select m.at as "Lúc", p.reference as "Mã nộp tiền", m.way as "Cách", m.amount as "Số tiền (đồng)", m.reason as "Lý do", m.by_name as "Cán bộ"
      from payable p join (
        select commune_code, payable_id, paid_at as at, 'nộp: ' || method as way, amount, reverse_reason as reason, taken_by_name as by_name from payment
        union all select commune_code, payable_id, paid_back_at, 'trả lại: ' || method, amount, reason, paid_back_by_name from payment_refund
      ) m on m.commune_code = p.commune_code and m.payable_id = p.id
      where p.commune_code = ${communeCode} and p.dossier_id = any(${ids}::uuid[]) order by m.at limit ${MOST_ROWS + 1}`),
  ]);
  return [personSection({ vi: 'Khoản phải nộp', en: 'Payables' }, due), personSection({ vi: 'Tiền đã nộp, tiền trả lại', en: 'Payments and refunds' }, moved)];
}
