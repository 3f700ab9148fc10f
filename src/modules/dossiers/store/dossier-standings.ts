import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type DossierState } from '../domain/dossier-states.ts';

/** Where a dossier stands, without anybody's name. */
export interface DossierStandingRow {
  readonly id: string;
  readonly code: string;
  readonly procedureName: string;
  readonly state: DossierState;
  readonly resultKind: 'positive' | 'negative' | null;
  readonly deliveryMethod: 'counter' | 'post' | 'home' | 'electronic';
}

/** Where dossiers of a commune stand, in the order in which they were filed; those that are not there are left out. */
export async function listStandings(db: Database | Tx, communeCode: string, ids: readonly string[]): Promise<readonly DossierStandingRow[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('dossier')
    .select(['id', 'code', 'reference', 'procedure_name', 'state', 'result_kind', 'delivery_method'])
    .where('commune_code', '=', communeCode)
    .where('id', 'in', [...ids])
    .orderBy('submitted_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, code: row.code ?? row.reference, procedureName: row.procedure_name, state: row.state, resultKind: row.result_kind, deliveryMethod: row.delivery_method }));
}
