import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type TimeLimitCompletion } from '../domain/effective-procedure.ts';

/** The time limits that communes filled in, by commune and procedure; of one commune, or of one procedure of it, when asked. */
export async function listCompletions(
  db: Database,
  only: { readonly communeCode?: string; readonly procedureCode?: string } = {},
): Promise<readonly (TimeLimitCompletion & { readonly communeCode: string; readonly procedureCode: string })[]> {
  let query = db.selectFrom('procedure_completion').selectAll();
  if (only.communeCode !== undefined) query = query.where('commune_code', '=', only.communeCode);
  if (only.procedureCode !== undefined) query = query.where('procedure_code', '=', only.procedureCode);
  const rows = await query.execute();
  return rows.map((row) => ({
    communeCode: row.commune_code,
    procedureCode: row.procedure_code,
    // written by `saveCompletion` alone
    limit: row.time_limit as TimeLimit,
    basis: row.basis,
    completedAt: row.completed_at.getTime(),
    completedBy: row.completed_by,
  }));
}

/** Writes the time limit that a commune fills in, or corrects the one it filled in before. */
export async function saveCompletion(tx: Tx, communeCode: string, procedureCode: string, completion: TimeLimitCompletion): Promise<void> {
  const row = {
    time_limit: JSON.stringify(completion.limit),
    basis: completion.basis,
    completed_at: new Date(completion.completedAt),
    completed_by: completion.completedBy,
  };
  await tx
    .insertInto('procedure_completion')
    .values({ commune_code: communeCode, procedure_code: procedureCode, ...row })
    .onConflict((conflict) => conflict.columns(['commune_code', 'procedure_code']).doUpdateSet(row))
    .execute();
}
