import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** What a person must look at, by kind: newest messages that were given up or refused, newest messages not acknowledged in time, children late or unanswered. */
export interface CaseAlerts {
  readonly failing: number;
  readonly unacknowledged: number;
  readonly late: number;
}

/** One line of the list of cases. */
export interface CaseListRow extends CaseAlerts {
  readonly id: string;
  readonly group_code: string;
  readonly group_valid_from: string;
  readonly code: string;
  readonly applicant_name: string;
  readonly subject_name: string;
  readonly received_at: Date;
  readonly due_at: Date;
  readonly ended_at: Date | null;
  /** Children of the case and how many of them have ended. */
  readonly children: number;
  readonly ended: number;
  /** 0: a message needs a person, 1: something is late, 2: nothing is wrong. */
  readonly haste: number;
}

/** Where a page of the list ended. */
export interface CaseListPlace {
  readonly haste: number;
  /** The due moment of an open case, the reception of an ended one. */
  readonly moment: Date;
  readonly id: string;
}

/** Only the newest message about a child counts; about a child that ended, only that it is not wanted any more. */
const OF_MESSAGES = (now: Date) => sql`
  cross join lateral (
    select count(*) filter (where newest.state in ('failed', 'refused'))::int as failing,
      count(*) filter (where newest.state = 'sent' and newest.acknowledge_by < ${now})::int as unacknowledged
    from (
      select distinct on (t.child_key) t.child_key, t.kind, t.state, t.acknowledge_by from agency_transfer t
      where t.commune_code = c.commune_code and t.case_id = c.id order by t.child_key, t.created_at desc, t.id desc
    ) newest
    join linked_child of on of.commune_code = c.commune_code and of.case_id = c.id and of.key = newest.child_key
    where of.ended_at is null or newest.kind = 'withdrawal'
  ) message`;

const OF_CHILDREN = (now: Date) => sql`
  cross join lateral (
    select count(*)::int as children, count(l.ended_at)::int as ended,
      count(*) filter (where l.ended_at is null and ((l.state <> 'paused' and l.due_at < ${now}) or l.answer_by < ${now}))::int as late
    from linked_child l where l.commune_code = c.commune_code and l.case_id = c.id
  ) child`;

const HASTE = sql`case when message.failing + message.unacknowledged > 0 then 0 when child.late > 0 then 1 else 2 end`;

/**
 * A page of the cases of a commune. Open ones: those with messages that need a person first, then late ones, each by its due moment. Ended
 * ones: newest reception first.
 */
export async function listLinkedCases(db: Database, communeCode: string, which: 'open' | 'ended', now: Date, page: { readonly after: CaseListPlace | null; readonly most: number }): Promise<readonly CaseListRow[]> {
  const { after } = page;
  const open = which === 'open';
  const beyond = after === null ? sql`true` : open ? sql`(${HASTE}, c.due_at, c.id) > (${after.haste}, ${after.moment}, ${after.id})` : sql`(c.received_at, c.id) < (${after.moment}, ${after.id})`;
  const { rows } = await sql<CaseListRow>`
    select c.id, c.group_code, c.group_valid_from::text, c.code, c.applicant_name, c.subject_name, c.received_at, c.due_at, c.ended_at,
      child.children, child.ended, child.late, message.failing, message.unacknowledged, ${HASTE} as haste
    from linked_case c ${OF_MESSAGES(now)} ${OF_CHILDREN(now)}
    where c.commune_code = ${communeCode} and (c.ended_at is null) = ${open} and ${beyond}
    order by ${open ? sql`${HASTE}, c.due_at, c.id` : sql`c.received_at desc, c.id desc`} limit ${page.most}`.execute(db);
  return rows;
}

/** How many cases are open and how many things in them a person must look at, by kind. */
export async function countCaseAlerts(db: Database, communeCode: string, now: Date): Promise<CaseAlerts & { readonly open: number }> {
  const { rows } = await sql<CaseAlerts & { open: number }>`
    select count(*)::int as open, coalesce(sum(message.failing), 0)::int as failing, coalesce(sum(message.unacknowledged), 0)::int as unacknowledged, coalesce(sum(child.late), 0)::int as late
    from linked_case c ${OF_MESSAGES(now)} ${OF_CHILDREN(now)}
    where c.commune_code = ${communeCode} and c.ended_at is null`.execute(db);
  return rows[0] ?? { open: 0, failing: 0, unacknowledged: 0, late: 0 };
}
