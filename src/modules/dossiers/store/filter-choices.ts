import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** Procedures that a list can be narrowed down to. */
export interface ProcedureChoice {
  readonly code: string;
  readonly name: string;
  readonly field: string;
}

/** What the newest dossiers of a commune are about: enough for a choice, and the same work however many lie behind them. */
const LOOKED_AT = 3_000;

/** The procedures that the commune's newest dossiers are about, by field and name. */
export async function listProcedureChoices(db: Database, communeCode: string): Promise<readonly ProcedureChoice[]> {
  const { rows } = await sql<ProcedureChoice>`
    select procedure_code as code, max(procedure_name) as name, field
    from (select procedure_code, procedure_name, field from dossier where commune_code = ${communeCode} order by submitted_at desc, id desc limit ${LOOKED_AT}) newest
    group by procedure_code, field order by field, name`.execute(db);
  return rows;
}
