import { type Selectable } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type DossierTable } from '../../../platform/db/tables.generated.ts';

/** What a case shows of its dossiers. */
export type CaseDossierRow = Pick<Selectable<DossierTable>, 'id' | 'code' | 'state' | 'current_step' | 'holder_id' | 'result_number'>;

/** The dossiers of one case. */
export async function listCaseDossiers(db: Database, communeCode: string, caseId: string): Promise<readonly CaseDossierRow[]> {
  return db
    .selectFrom('dossier')
    .select(['id', 'code', 'state', 'current_step', 'holder_id', 'result_number'])
    .where('commune_code', '=', communeCode)
    .where('case_id', '=', caseId)
    .execute();
}
