import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** What interlinked cases hold on the dossiers of a person: what was asked once, what agencies were told, what happened. */
export async function linkedCasesAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const limit = MOST_ROWS + 1;
  const cases = sql`select id from linked_case where commune_code = ${communeCode} and first_dossier_id = any(${[...dossierIds]}::uuid[])`;
  const [own, children, events, transfers, answers] = await Promise.all([
    sql<object>`select code as "Mã", applicant_name as "Người nộp", subject_name as "Về", facts::text as "Thông tin", received_at as "Tiếp nhận", due_at as "Hẹn trả" from linked_case where commune_code = ${communeCode} and id in (${cases}) order by received_at limit ${limit}`.execute(db),
    sql<object>`select key as "Việc", agency as "Cơ quan", state as "Trạng thái", result_number as "Số kết quả", words as "Ghi chú" from linked_child where commune_code = ${communeCode} and case_id in (${cases}) limit ${limit}`.execute(db),
    sql<object>`select at as "Lúc", event as "Việc", actor_name as "Cán bộ", nullif(facts::text, '{}') as "Chi tiết" from linked_event where commune_code = ${communeCode} and case_id in (${cases}) order by at limit ${limit}`.execute(db),
    sql<object>`select child_key as "Việc", kind as "Loại", state as "Trạng thái", sent_at as "Gửi", acknowledged_at as "Xác nhận" from agency_transfer where commune_code = ${communeCode} and case_id in (${cases}) order by created_at limit ${limit}`.execute(db),
    sql<object>`select a.at as "Lúc", a.kind as "Loại", nullif(a.facts::text, '{}') as "Chi tiết" from agency_answer a join agency_transfer t on t.commune_code = a.commune_code and t.id = a.transfer_id
      where a.commune_code = ${communeCode} and t.case_id in (${cases}) order by a.at limit ${limit}`.execute(db),
  ]);
  return [
    personSection({ vi: 'Hồ sơ liên thông', en: 'Linked cases' }, own.rows),
    personSection({ vi: 'Việc trong hồ sơ liên thông', en: 'Parts of linked cases' }, children.rows),
    personSection({ vi: 'Lịch sử hồ sơ liên thông', en: 'History of linked cases' }, events.rows),
    personSection({ vi: 'Gửi cơ quan khác', en: 'Sent to agencies' }, transfers.rows),
    personSection({ vi: 'Cơ quan khác trả lời', en: 'Answers of agencies' }, answers.rows),
  ];
}
