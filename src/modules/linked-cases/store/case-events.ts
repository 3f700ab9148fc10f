import { type Selectable } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type LinkedEventTable } from '../../../platform/db/tables.generated.ts';

/** Everything that happened to a case, oldest first. */
export async function listCaseEvents(db: Database, communeCode: string, caseId: string): Promise<readonly Selectable<LinkedEventTable>[]> {
  return db.selectFrom('linked_event').selectAll().where('commune_code', '=', communeCode).where('case_id', '=', caseId).orderBy('seq').execute();
}
