import { sql } from 'kysely';
import { MOST_ROWS, type PersonData, personSection } from '../../../kernel/person-data.ts';
import { type Database } from '../../../platform/db/database.ts';

/** The receipts that were given for the dossiers of a person. */
export async function receiptsAboutDossiers(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<PersonData> {
  const { rows } = await sql<object>`
    select issued_at as "Lúc", template_symbol as "Ký hiệu mẫu", symbol as "Ký hiệu", number as "Số", payer_name as "Người nộp tiền", amount as "Số tiền (đồng)", method as "Hình thức", state as "Trạng thái", view->'payer' as "Trên biên lai"
    from fee_receipt where commune_code = ${communeCode} and dossier_id = any(${[...dossierIds]}::uuid[]) order by issued_at limit ${MOST_ROWS + 1}`.execute(db);
  return [personSection({ vi: 'Biên lai thu phí, lệ phí', en: 'Fee receipts' }, rows)];
}
