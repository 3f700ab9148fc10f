import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** What was exchanged with other systems about the dossiers of a person: where they are known, what was told, what differed. */
export async function exchangeAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const limit = MOST_ROWS + 1;
  const ids = sql`any(${[...dossierIds]}::uuid[])`;
  const [links, messages, mismatches] = await Promise.all([
    sql<object>`select external_code as "Mã ở hệ thống khác", source_code as "Hệ thống", stated::text as "Thông tin nhận", seen_at as "Nhận lúc" from exchange_link where commune_code = ${communeCode} and dossier_id = ${ids} limit ${limit}`.execute(db),
    sql<object>`select external_code as "Mã", source_code as "Hệ thống", occurred_at as "Lúc", state as "Trạng thái" from exchange_message where commune_code = ${communeCode} and dossier_id = ${ids} order by occurred_at limit ${limit}`.execute(db),
    sql<object>`select source_code as "Hệ thống", kind as "Mục", ours as "Ở xã", theirs as "Ở hệ thống khác", found_at as "Lúc", state as "Trạng thái" from exchange_mismatch where commune_code = ${communeCode} and dossier_id = ${ids} order by found_at limit ${limit}`.execute(db),
  ]);
  return [
    personSection({ vi: 'Hệ thống khác biết hồ sơ', en: 'Known to other systems' }, links.rows),
    personSection({ vi: 'Tin gửi hệ thống khác', en: 'Told to other systems' }, messages.rows),
    personSection({ vi: 'Sai lệch với hệ thống khác', en: 'Differences with other systems' }, mismatches.rows),
  ];
}
