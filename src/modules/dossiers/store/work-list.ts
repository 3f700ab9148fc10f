import { type Selectable, sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';
import { type DossierTable } from '../../../platform/db/tables.generated.ts';
import { type WorkCounts } from '../contract/work-list-schemas.ts';
import { chipsOf, COUNTED_UP_TO, type TimeChip, type WorkList } from '../contract/work-lists.ts';
import { type DossierFilter, filterCondition } from './filter-condition.ts';
import { chipCondition, type Condition, isOpenList, listCondition, OPEN, type WorkScope } from './work-scope.ts';

/** Where the page before ended. */
export interface WorkCursor {
  readonly key: string;
  readonly id: string;
}

export type WorkRow = Pick<
  Selectable<DossierTable>,
  | 'id' | 'reference' | 'code' | 'procedure_name' | 'applicant_name' | 'applicant_address' | 'channel' | 'assisted_by' | 'state'
  | 'current_step' | 'holder_id' | 'held_since' | 'submitted_at' | 'received_at' | 'due_at' | 'decided_at' | 'time_limit' | 'pauses' | 'ended_at' | 'supplements' | 'answered_at' | 'approval_asked' | 'version'
  | 'unit_id' | 'handed_at' | 'handed_from'
>;

/** The columns that a line of a list shows. */
export const WORK_COLUMNS = sql`id, reference, code, procedure_name, applicant_name, applicant_address, channel, assisted_by, state, current_step,
  holder_id, held_since, submitted_at, received_at, due_at, decided_at, time_limit, pauses, ended_at, supplements, answered_at, approval_asked, version,
  unit_id, handed_at, handed_from`;

export interface WorkPage {
  readonly rows: readonly (WorkRow & { readonly sort_key: string })[];
  readonly counts: WorkCounts;
  /** How many dossiers of the list the filter lets through; null without a filter. */
  readonly found: number | null;
  /** How many each chip of the list lets through, under the rest of the filter. */
  readonly chips: readonly { readonly chip: TimeChip; readonly count: number }[];
  readonly waitingSince: Date | null;
  readonly waitingLong: number;
}

/** A filter with the chip of the list. */
export type TimedFilter = DossierFilter & { readonly time?: TimeChip | undefined };

interface Order {
  readonly key: Condition;
  readonly newestFirst: boolean;
}

const MOST_URGENT: Order = { key: sql`due_at`, newestFirst: false };

/** Most urgent first; the waiting ones oldest first; the lists that only grow newest first. A declaration sent back has no due date and is last. */
function orderOf(list: WorkList): Order {
  switch (list) {
    case 'waiting':
      return { key: sql`submitted_at`, newestFirst: false };
    case 'supplement':
    case 'unanswered':
    case 'withdrawal':
      return { key: sql`coalesce(due_at, 'infinity')`, newestFirst: false };
    case 'stopped':
      return { key: sql`ended_at`, newestFirst: true };
    case 'all':
      return { key: sql`submitted_at`, newestFirst: true };
    case 'mine':
      // What waits to be taken over comes first.
      return { key: sql`case when handed_at is null then due_at else '-infinity' end`, newestFirst: false };
    case 'near':
    case 'new':
    case 'in-progress':
    case 'payment':
    case 'hand-over':
      return MOST_URGENT;
  }
}

/** Every open list is a small part of one small index and is counted; a list that only grows is counted up to a bound. */
function countColumns(scope: WorkScope) {
  const counted = (list: WorkList) => sql`count(*) filter (where ${listCondition(list, scope)}) as ${sql.ref(`n_${list}`)}`;
  const bounded = (list: WorkList) =>
    sql`(select count(*) from (select from dossier where commune_code = ${scope.communeCode} and ${listCondition(list, scope)} limit ${COUNTED_UP_TO + 1}) counted) as ${sql.ref(`n_${list}`)}`;
  const waiting = listCondition('waiting', scope);
  return sql`${sql.join((['waiting', 'near', 'mine', 'new', 'in-progress', 'supplement', 'payment', 'unanswered', 'withdrawal', 'hand-over'] as const).map(counted))},
    ${bounded('stopped')}, ${bounded('all')},
    min(submitted_at) filter (where ${waiting}) as waiting_since,
    count(*) filter (where ${waiting} and submitted_at < ${scope.today}) as waiting_long`;
}

type Counted = { readonly [L in WorkList as `n_${L}`]: number } & { readonly waiting_since: Date | null; readonly waiting_long: number };
type Line = Counted & WorkRow & { readonly sort_key: string | null; readonly n_found: number | null } & { readonly [C in TimeChip as `c_${C}`]?: number };

/** A list under a filter, as a condition on `dossier`; a chip that the list does not have narrows nothing. */
export function timedCondition(list: WorkList, scope: WorkScope, { time, ...filter }: TimedFilter): Condition {
  const chip = chipsOf(list).find((one) => one === time);
  return sql`(${listCondition(list, scope)} and ${filterCondition(filter) ?? sql`true`} and ${chip === undefined ? sql`true` : chipCondition(chip, scope)})`;
}

/** How many the filter lets through, and how many each chip: of open lists in the pass that counts all lists. */
function filteredCounts(list: WorkList, scope: WorkScope, chosen: Condition | undefined, chip: TimeChip | undefined): Condition {
  const unchipped = sql`${listCondition(list, scope)} and ${chosen ?? sql`true`}`;
  const inChip = (one: TimeChip) => sql`count(*) filter (where ${unchipped} and ${chipCondition(one, scope)})`;
  const chips = chipsOf(list).map((one) => sql`${inChip(one)} as ${sql.ref(`c_${one}`)}`);
  const all = isOpenList(list) ? sql`count(*) filter (where ${unchipped})` : sql`(select count(*) from dossier where commune_code = ${scope.communeCode} and ${unchipped})`;
  const found = chip === undefined ? (chosen === undefined ? sql`null::bigint` : all) : inChip(chip);
  return sql.join([sql`${found} as n_found`, ...chips]);
}

/**
 * One page of a list with the counts of all lists and of the list's chips, in one statement; keyset, never OFFSET.
 * A chip that the list does not have narrows nothing.
 */
export async function listWork(db: Database, scope: WorkScope, list: WorkList, { time, ...filter }: TimedFilter, after: WorkCursor | null, limit: number): Promise<WorkPage> {
  const { key, newestFirst } = orderOf(list);
  const order = newestFirst ? sql`desc` : sql`asc`;
  const compare = newestFirst ? sql`<` : sql`>`;
  const chosen = filterCondition(filter);
  const chip = chipsOf(list).find((one) => one === time);
  const inList = sql`commune_code = ${scope.communeCode} and ${timedCondition(list, scope, { ...filter, time })}`;
  const cursor = after === null ? sql`true` : sql`(${key}, id) ${compare} (${after.key}::timestamptz, ${after.id}::uuid)`;
  const { rows } = await sql<Line>`
    with counts as (select ${countColumns(scope)}, ${filteredCounts(list, scope, chosen, chip)} from dossier where commune_code = ${scope.communeCode} and ${OPEN}),
    page as (
      select ${WORK_COLUMNS}, (${key})::text as sort_key from dossier
      where ${inList} and ${cursor}
      order by ${key} ${order}, id ${order}
      limit ${limit})
    select * from counts left join page on true
    order by page.sort_key is null, page.sort_key::timestamptz ${order}, page.id ${order}`.execute(db);
  const [first] = rows;
  if (first === undefined) throw new Error('a count answered nothing');
  return {
    rows: rows.flatMap(({ sort_key, ...row }) => (sort_key === null ? [] : [{ ...row, sort_key }])),
    counts: {
      'waiting': first.n_waiting, 'near': first.n_near, 'mine': first.n_mine, 'new': first.n_new, 'in-progress': first['n_in-progress'],
      'supplement': first.n_supplement, 'payment': first.n_payment, 'unanswered': first.n_unanswered, 'withdrawal': first.n_withdrawal, 'hand-over': first['n_hand-over'],
      'stopped': first.n_stopped, 'all': first.n_all,
    },
    found: first.n_found,
    chips: chipsOf(list).map((one) => ({ chip: one, count: first[`c_${one}`] ?? 0 })),
    waitingSince: first.waiting_since,
    waitingLong: first.waiting_long,
  };
}
