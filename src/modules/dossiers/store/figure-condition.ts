import { sql } from 'kysely';
import { CHANNELS, NATIONAL_CHANNEL } from '../domain/channel.ts';
import { type Figure } from '../domain/report-figures.ts';
import { type Condition } from './work-scope.ts';

/** A period of a report: from its first instant to before its last, which is never later than now. */
export interface ReportPeriod {
  readonly from: Date;
  readonly until: Date;
}

const localDay = (column: Condition): Condition => sql`(${column} at time zone 'Asia/Ho_Chi_Minh')::date`;
/** The channels of one code of the national vocabulary: reports and interchange count by the same table. */
const channelsOf = (code: 1 | 2 | 3): Condition => sql`channel in (${sql.join(CHANNELS.filter((channel) => NATIONAL_CHANNEL[channel] === code).map((channel) => sql.lit(channel)))})`;

/**
 * Which dossiers a figure counts, by what was true at the end of the period. The due date is the one that pauses have moved and an apology
 * never moves; a dossier that waits for the citizen since before it was due is not late. In the query `dossier` has no other name.
 */
export function figureCondition(figure: Figure, { from, until }: ReportPeriod): Condition {
  const received = sql`received_at >= ${from} and received_at < ${until}`;
  const ended = sql`ended_at >= ${from} and ended_at < ${until}`;
  const finished = sql`state in ('decided', 'returned') and ${ended}`;
  const open = sql`received_at < ${until} and (ended_at is null or ended_at >= ${until})`;
  const waiting = sql`(supplements > 0 and exists (select from supplement_request asked where asked.commune_code = dossier.commune_code and asked.dossier_id = dossier.id
    and asked.opened_at < ${until} and (asked.closed_at is null or asked.closed_at >= ${until})))`;
  const late = sql`(due_at < ${until} and (paused_since is null or paused_since >= due_at))`;
  switch (figure) {
    case 'carried-over':
      return sql`received_at < ${from} and (ended_at is null or ended_at >= ${from})`;
    case 'received-online':
      return sql`${received} and ${channelsOf(2)}`;
    case 'received-counter':
      return sql`${received} and ${channelsOf(1)}`;
    case 'received-post':
      return sql`${received} and ${channelsOf(3)}`;
    case 'finished-early':
      return sql`${finished} and ${localDay(sql`ended_at`)} < ${localDay(sql`due_at`)}`;
    case 'finished-on-time':
      return sql`${finished} and ended_at <= due_at and ${localDay(sql`ended_at`)} = ${localDay(sql`due_at`)}`;
    case 'finished-late':
      return sql`${finished} and ended_at > due_at`;
    case 'under-way-in-time':
      return sql`${open} and not ${waiting} and not ${late}`;
    case 'under-way-late':
      return sql`${open} and not ${waiting} and ${late}`;
    case 'waiting-supplement':
      return sql`${open} and ${waiting}`;
    case 'withdrawn':
      return sql`received_at is not null and state = 'stopped' and stop_kind = 'withdrawn' and ${ended}`;
    case 'stopped':
      return sql`received_at is not null and state = 'stopped' and stop_kind <> 'withdrawn' and ${ended}`;
    case 'asked-twice':
      return sql`${finished} and ended_at <= due_at and supplements > 1`;
    case 'refused':
      return sql`state = 'rejected' and ${ended}`;
  }
}
