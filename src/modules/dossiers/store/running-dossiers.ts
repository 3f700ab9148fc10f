import { type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type DossierTable } from '../../../platform/db/tables.generated.ts';

const COLUMNS = [
  'id', 'commune_code', 'code', 'reference', 'procedure_name', 'state', 'current_step', 'current_role_name', 'field', 'unit_id', 'holder_id', 'approval_asked', 'urged_at', 'extended_due_at',
  'handed_at', 'handed_by', 'handed_from', 'agency_asked', 'answered_at', 'version', 'received_at', 'time_limit', 'due_at', 'pauses', 'step_due_at', 'case_id', 'result_kind', 'result_number', 'stop_kind',
] as const satisfies readonly (keyof DossierTable)[];

/** A dossier under way, as far as its clock and its holders ask. */
export type RunningRow = Pick<Selectable<DossierTable>, (typeof COLUMNS)[number]>;

/** The step at which a dossier is. */
export interface RunningStepRow {
  readonly dossier_id: string;
  readonly position: number;
  readonly started_at: Date | null;
  readonly hours: number;
}

/** Every received dossier of a commune that is not finished, with its step, in the order of their ids; `lock` holds their rows until the transaction ends. */
export async function listRunning(db: Database, communeCode: string, lock: boolean): Promise<{ readonly dossiers: readonly RunningRow[]; readonly steps: ReadonlyMap<string, RunningStepRow> }> {
  const query = db.selectFrom('dossier').select(COLUMNS).where('commune_code', '=', communeCode).where('ended_at', 'is', null).where('received_at', 'is not', null).orderBy('id');
  const dossiers = await (lock ? query.forUpdate() : query).execute();
  if (dossiers.length === 0) return { dossiers, steps: new Map() };
  const { rows } = await sql<RunningStepRow>`
    select s.dossier_id, s.position, s.started_at, s.hours::float8 as hours from dossier_step s
      join jsonb_to_recordset(${JSON.stringify(dossiers.map(({ id, current_step }) => ({ id, key: current_step })))}::jsonb) as d (id uuid, key text) on d.id = s.dossier_id and d.key = s.key
    where s.commune_code = ${communeCode}`.execute(db);
  return { dossiers, steps: new Map(rows.map((row) => [row.dossier_id, row])) };
}

/** One dossier's new date with its line of history. */
export interface WrittenMove {
  readonly id: string;
  readonly dueAt: Date;
  readonly stepDueAt: Date | null;
  readonly stepPosition: number | null;
  /** Texts only. */
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Writes new dates: dossiers, their steps, one line of history each. Whoever looks after notices looks at the moved dossiers at once.
 * The caller holds the locks of `listRunning`.
 */
export async function writeDeadlineMoves(tx: Tx, communeCode: string, moves: readonly WrittenMove[], by: { readonly staffId: string | null; readonly name: string }, at: Date): Promise<void> {
  if (moves.length === 0) return;
  const given = sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m (id uuid, "dueAt" timestamptz, "stepDueAt" timestamptz, "stepPosition" integer, facts jsonb)`;
  await sql`update dossier d set due_at = m."dueAt", step_due_at = coalesce(m."stepDueAt", d.step_due_at), version = d.version + 1,
      notice_at = case when d.paused_since is null then ${at}::timestamptz else d.notice_at end
    from ${given} where d.commune_code = ${communeCode} and d.id = m.id`.execute(tx);
  await sql`update dossier_step s set due_at = m."stepDueAt" from ${given}
    where s.commune_code = ${communeCode} and s.dossier_id = m.id and s.position = m."stepPosition" and m."stepDueAt" is not null`.execute(tx);
  await sql`insert into dossier_history (commune_code, dossier_id, seq, at, event, actor_id, actor_name, facts)
    select ${communeCode}, m.id, coalesce((select max(h.seq) from dossier_history h where h.commune_code = ${communeCode} and h.dossier_id = m.id), 0) + 1,
      ${at}::timestamptz, 'deadline-moved', ${by.staffId}::uuid, ${by.name}, m.facts
    from ${given}`.execute(tx);
}
