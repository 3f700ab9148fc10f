import { sql } from 'kysely';
import { type Database } from '../../../platform/db/database.ts';

/** One line of the list of cases. */
export interface CaseListRow {
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
  /** Things that a person must look at: messages that failed, were refused or not acknowledged in time, children that are late, answers that did not come. */
  readonly alerts: number;
}

const ALERTS = (now: Date) => sql`
  (select count(*) from agency_transfer t where t.commune_code = c.commune_code and t.case_id = c.id
    and (t.state in ('failed', 'refused') or (t.state = 'sent' and t.acknowledge_by < ${now})))
  + (select count(*) from linked_child l where l.commune_code = c.commune_code and l.case_id = c.id and l.ended_at is null
    and ((l.state <> 'paused' and l.due_at < ${now}) or l.answer_by < ${now}))`;

/** The open or the ended cases of a commune, newest first; a page of them. */
export async function listLinkedCases(db: Database, communeCode: string, which: 'open' | 'ended', now: Date, page: { readonly before: Date | null; readonly most: number }): Promise<readonly CaseListRow[]> {
  const { rows } = await sql<CaseListRow>`
    select c.id, c.group_code, c.group_valid_from::text, c.code, c.applicant_name, c.subject_name, c.received_at, c.due_at, c.ended_at,
      (select count(*)::int from linked_child l where l.commune_code = c.commune_code and l.case_id = c.id) as children,
      (select count(*)::int from linked_child l where l.commune_code = c.commune_code and l.case_id = c.id and l.ended_at is not null) as ended,
      (${ALERTS(now)})::int as alerts
    from linked_case c
    where c.commune_code = ${communeCode} and (c.ended_at is null) = ${which === 'open'} and (${page.before}::timestamptz is null or c.received_at < ${page.before})
    order by c.received_at desc, c.id limit ${page.most}`.execute(db);
  return rows;
}

/** How many open cases there are and how many things in them a person must look at. */
export async function countCaseAlerts(db: Database, communeCode: string, now: Date): Promise<{ readonly open: number; readonly alerts: number }> {
  const { rows } = await sql<{ open: number; alerts: number }>`
    select count(*)::int as open, coalesce(sum(${ALERTS(now)}), 0)::int as alerts from linked_case c
    where c.commune_code = ${communeCode} and c.ended_at is null`.execute(db);
  return rows[0] ?? { open: 0, alerts: 0 };
}
