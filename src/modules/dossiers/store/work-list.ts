import { type Selectable, sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type DossierTable } from '../../../platform/db/tables.generated.ts';
import { type WorkList } from '../contract/dossier-schemas.ts';
import { type StepRole } from '../domain/dossier-states.ts';

/** Whose lists are asked for: the step roles of the actor's positions, each with its fields (empty: every field). */
export interface WorkScope {
  readonly communeCode: string;
  readonly steps: readonly { readonly role: StepRole; readonly fields: readonly string[] }[];
  /** Dossiers due before this instant are `near`. */
  readonly nearUntil: Date;
}

/** Where the page before ended. */
export interface WorkCursor {
  readonly key: string;
  readonly id: string;
}

export type WorkRow = Pick<
  Selectable<DossierTable>,
  | 'id' | 'reference' | 'code' | 'procedure_name' | 'applicant_name' | 'applicant_address' | 'channel' | 'assisted_by' | 'state'
  | 'current_step' | 'holder_id' | 'held_since' | 'submitted_at' | 'received_at' | 'due_at' | 'decided_at' | 'time_limit' | 'pauses' | 'ended_at'
> & { readonly sort_key: string };

function scopeCondition(scope: WorkScope) {
  if (scope.steps.length === 0) return sql`false`;
  const parts = scope.steps.map(({ role, fields }) =>
    fields.length === 0
      ? sql`current_role_name = ${role}`
      : sql`(current_role_name = ${role} and field = any(${[...fields]}::text[]))`,
  );
  return sql`(${sql.join(parts, sql` or `)})`;
}

const OPEN = sql`state in ('received', 'in-progress', 'decided')`;

function listCondition(list: WorkList, scope: WorkScope) {
  switch (list) {
    case 'mine':
      return sql`${OPEN} and ${scopeCondition(scope)}`;
    case 'waiting':
      return sql`state = 'submitted'`;
    case 'near':
      return sql`state in ('received', 'in-progress') and due_at < ${scope.nearUntil}`;
    case 'hand-over':
      return sql`state = 'decided'`;
    case 'all':
      return sql`true`;
  }
}

/** One page of a list, most urgent first (the waiting ones oldest first, the whole list newest first); keyset, never OFFSET. */
export async function listWork(
  db: Database,
  scope: WorkScope,
  list: WorkList,
  search: string | null,
  after: WorkCursor | null,
  limit: number,
): Promise<readonly WorkRow[]> {
  const newestFirst = list === 'all';
  const key = list === 'waiting' || list === 'all' ? sql`submitted_at` : sql`due_at`;
  const order = newestFirst ? sql`desc` : sql`asc`;
  const compare = newestFirst ? sql`<` : sql`>`;
  const cursor = after === null ? sql`true` : sql`(${key}, id) ${compare} (${after.key}::timestamptz, ${after.id}::uuid)`;
  const match = search === null ? sql`true` : sql`search_text like ${`%${search.replace(/[%_\\]/g, '\\$&')}%`}`;
  const { rows } = await sql<WorkRow>`
    select id, reference, code, procedure_name, applicant_name, applicant_address, channel, assisted_by, state, current_step,
      holder_id, held_since, submitted_at, received_at, due_at, decided_at, time_limit, pauses, ended_at, ${key}::text as sort_key
    from dossier
    where commune_code = ${scope.communeCode} and ${listCondition(list, scope)} and ${match} and ${cursor}
    order by ${key} ${order}, id ${order}
    limit ${limit}`.execute(db);
  return rows;
}

/** How many dossiers stand in each list, in one query. */
export async function countWork(db: Database, scope: WorkScope): Promise<Record<WorkList, number>> {
  const { rows } = await sql<Record<WorkList, number>>`
    select count(*) filter (where ${listCondition('mine', scope)}) as mine,
      count(*) filter (where ${listCondition('waiting', scope)}) as waiting,
      count(*) filter (where ${listCondition('near', scope)}) as near,
      count(*) filter (where ${listCondition('hand-over', scope)}) as "hand-over",
      count(*) as "all"
    from dossier where commune_code = ${scope.communeCode}`.execute(db);
  const row = rows[0];
  if (row === undefined) throw new Error('a count answered nothing');
  return row;
}
