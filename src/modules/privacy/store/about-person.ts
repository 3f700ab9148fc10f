import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection, type PersonSubject } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** What privacy itself holds on a person: requests, consents, and holds on their dossiers. */
export async function privacyAboutPerson(db: Database, { communeCode, personId }: PersonSubject, dossierIds: readonly string[]): Promise<PersonData> {
  const limit = MOST_ROWS + 1;
  const [requests, consents, holds] = await Promise.all([
    sql<object>`select code as "Mã", kind as "Việc", words as "Nội dung", state as "Trạng thái", received_at as "Nhận", answer as "Trả lời", legal_basis as "Căn cứ", decided_by_name as "Người trả lời"
      from data_request where commune_code = ${communeCode} and person_id = ${personId} order by received_at limit ${limit}`.execute(db),
    sql<object>`select at as "Lúc", purpose as "Mục đích", version as "Bản", act as "Việc", channel as "Kênh", recorded_by_name as "Người ghi" from consent_event where commune_code = ${communeCode} and person_id = ${personId} order by at limit ${limit}`.execute(db),
    sql<object>`select placed_at as "Từ", reason as "Lý do", released_at as "Đến" from legal_hold where commune_code = ${communeCode} and dossier_id = any(${[...dossierIds]}::uuid[]) order by placed_at limit ${limit}`.execute(db),
  ]);
  return [
    personSection({ vi: 'Yêu cầu về dữ liệu cá nhân', en: 'Requests about personal data' }, requests.rows),
    personSection({ vi: 'Đồng ý và rút lại', en: 'Consents given and withdrawn' }, consents.rows),
    personSection({ vi: 'Hồ sơ được giữ vì khiếu nại, vụ án', en: 'Dossiers held for a complaint or a court' }, holds.rows),
  ];
}
