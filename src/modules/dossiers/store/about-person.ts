import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection, type PersonSubject } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

const LIMIT = MOST_ROWS + 1;

/** What dossiers hold on a person: the directory with its corrections, every dossier with what hangs on it, and papers kept for reuse. */
export async function dossiersAboutPerson(db: Database, { communeCode, personId, citizenNumber }: PersonSubject): Promise<PersonData> {
  const mine = sql`select id from dossier where commune_code = ${communeCode} and (person_id = ${personId} or (applicant_number = ${citizenNumber} and ${citizenNumber}::text is not null))`;
  const rowsOf = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows as readonly object[];
  const of = (table: string, alias: string) => sql`from ${sql.table(table)} as ${sql.ref(alias)} join dossier d on d.commune_code = ${sql.ref(alias)}.commune_code and d.id = ${sql.ref(alias)}.dossier_id where ${sql.ref(alias)}.commune_code = ${communeCode} and ${sql.ref(alias)}.dossier_id in (${mine})`;
  const code = sql`coalesce(d.code, d.reference) as "Hồ sơ"`;
  return [
    personSection({ vi: 'Thông tin cá nhân', en: 'Personal data' }, await rowsOf(sql`
      select full_name as "Họ và tên", citizen_number as "Số định danh", birth_date::text as "Ngày sinh", case sex when 'male' then 'Nam' when 'female' then 'Nữ' end as "Giới tính", address as "Nơi ở",
        phone as "Số điện thoại", email as "Thư điện tử", updated_at as "Cập nhật", restricted_at as "Hạn chế sử dụng từ"
      from person where commune_code = ${communeCode} and id = ${personId}`)),
    personSection({ vi: 'Thông tin đã sửa', en: 'Corrections' }, await rowsOf(sql`
      select at as "Lúc", actor_name as "Người sửa", reason as "Theo", before::text as "Trước", after::text as "Sau" from person_change
      where commune_code = ${communeCode} and person_id = ${personId} order by at limit ${LIMIT}`)),
    personSection({ vi: 'Hồ sơ', en: 'Dossiers' }, await rowsOf(sql`
      select coalesce(code, reference) as "Mã", procedure_name as "Thủ tục", state as "Trạng thái", channel as "Kênh", submitted_at as "Nộp", received_at as "Tiếp nhận", due_at as "Hẹn trả", decided_at as "Có kết quả",
        returned_at as "Trả kết quả", applicant_name as "Người nộp", applicant_number as "Số định danh", applicant_phone as "Số điện thoại", applicant_email as "Thư điện tử", applicant_address as "Nơi ở",
        authorised_by as "Uỷ quyền", assisted_by as "Người làm giúp", content as "Nội dung", delivery_address as "Nơi nhận", result_number as "Số kết quả", returned_to as "Người nhận"
      from dossier where commune_code = ${communeCode} and id in (${mine}) order by submitted_at limit ${LIMIT}`)),
    personSection({ vi: 'Giấy tờ trong hồ sơ', en: 'Papers in dossiers' }, await rowsOf(sql`
      select ${code}, p.name as "Giấy tờ", p.kind as "Loại", p.source as "Cách lấy", p.shelf as "Chỗ để bản gốc" ${of('dossier_paper', 'p')} order by d.submitted_at, p.position limit ${LIMIT}`)),
    personSection({ vi: 'Tệp trong hồ sơ', en: 'Files in dossiers' }, await rowsOf(sql`
      select ${code}, f.file_name as "Tệp", f.added_at as "Nhận lúc", f.superseded_at as "Đã thay" ${of('paper_file', 'f')} order by f.added_at limit ${LIMIT}`)),
    personSection({ vi: 'Tệp đã xoá theo thời hạn lưu', en: 'Files erased when their time was over' }, await rowsOf(sql`
      select ${code}, e.retention_kind as "Loại", e.erased_at as "Xoá lúc" ${of('erased_file', 'e')} order by e.erased_at limit ${LIMIT}`)),
    personSection({ vi: 'Lịch sử xử lý', en: 'History' }, await rowsOf(sql`
      select ${code}, h.at as "Lúc", h.event as "Việc", h.actor_name as "Cán bộ", nullif(h.facts::text, '{}') as "Chi tiết" ${of('dossier_history', 'h')} order by h.at limit ${LIMIT}`)),
    personSection({ vi: 'Yêu cầu bổ sung', en: 'Requests for supplements' }, await rowsOf(sql`
      select ${code}, i.paper_name as "Giấy tờ", i.words as "Nội dung", i.how_to_fix as "Cách sửa", i.answer_words as "Trả lời" ${of('supplement_item', 'i')} order by i.position limit ${LIMIT}`)),
    personSection({ vi: 'Lời gửi kèm bổ sung', en: 'Words with supplements' }, await rowsOf(sql`
      select ${code}, r.asked_at as "Yêu cầu lúc", r.words as "Nội dung", r.answer_words as "Trả lời" ${of('supplement_request', 'r')} order by r.asked_at limit ${LIMIT}`)),
    personSection({ vi: 'Tệp bổ sung chưa gửi', en: 'Uploads not sent yet' }, await rowsOf(sql`
      select ${code}, s.file_name as "Tệp", s.added_at as "Lúc" ${of('supplement_draft', 's')} order by s.added_at limit ${LIMIT}`)),
    personSection({ vi: 'Nghĩa vụ tài chính', en: 'Payments' }, await rowsOf(sql`
      select ${code}, p.amount as "Số tiền (đồng)", p.reason as "Lý do", p.status as "Trạng thái", p.method as "Cách nộp", p.receipt_number as "Biên lai", p.paid_on::text as "Ngày nộp" ${of('payment_request', 'p')} order by p.asked_at limit ${LIMIT}`)),
    personSection({ vi: 'Trả kết quả', en: 'Delivery' }, await rowsOf(sql`
      select ${code}, v.method as "Cách", v.state as "Trạng thái", v.address as "Địa chỉ", v.tracking_number as "Số bưu gửi", v.receiver_name as "Người nhận", v.receiver_paper as "Giấy tờ người nhận" ${of('dossier_delivery', 'v')} order by v.opened_at limit ${LIMIT}`)),
    personSection({ vi: 'Đường đi của kết quả', en: 'The way of results' }, await rowsOf(sql`
      select ${code}, v.at as "Lúc", v.event as "Việc", v.actor_name as "Cán bộ", v.to_name as "Giao cho", v.words as "Ghi chú" ${of('delivery_event', 'v')} order by v.at limit ${LIMIT}`)),
    personSection({ vi: 'Xin lỗi, gia hạn', en: 'Apologies' }, await rowsOf(sql`
      select ${code}, x.proposed_at as "Lúc", x.reason as "Lý do", x.new_due_at as "Hẹn lại" ${of('dossier_extension', 'x')} order by x.proposed_at limit ${LIMIT}`)),
    personSection({ vi: 'Hỏi cơ quan cấp tỉnh', en: 'Asked of agencies' }, await rowsOf(sql`
      select ${code}, a.agency as "Cơ quan", a.question as "Nội dung", a.sent_on::text as "Gửi", a.words as "Trả lời" ${of('agency_request', 'a')} order by a.noted_at limit ${LIMIT}`)),
    personSection({ vi: 'Giấy tờ lưu để dùng lại', en: 'Papers kept for reuse' }, await rowsOf(sql`
      select name as "Giấy tờ", origin as "Nguồn", number as "Số", issued_on::text as "Ngày cấp", valid_to::text as "Có giá trị đến", kept_at as "Lưu từ", reuses as "Số lần dùng lại"
      from kept_paper where commune_code = ${communeCode} and person_id = ${personId} order by kept_at limit ${LIMIT}`)),
  ];
}

/** The dossiers of a person: those received for them, and declarations under their number that were not. */
export async function listDossierIdsOf(db: Database, { communeCode, personId, citizenNumber }: PersonSubject): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from dossier where commune_code = ${communeCode} and (person_id = ${personId} or (applicant_number = ${citizenNumber} and ${citizenNumber}::text is not null))`.execute(db);
  return rows.map(({ id }) => id);
}
