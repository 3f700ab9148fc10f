import { sql } from 'kysely';
import { type Database } from '../db/database.ts';
import { finding, type HealthFinding } from './finding.ts';

const MINUTE = 60_000;

/** How the work in the background stands. */
export interface JobReading {
  readonly failing: readonly string[];
  /** Claimed longer ago than a claim lasts, or due since more than an hour. */
  readonly stuck: readonly string[];
  readonly dead: number;
  /** Since when the oldest message waits to be handed to its subscribers. */
  readonly oldestMessage: Date | null;
  readonly oldestTask: Date | null;
}

/** Reads jobs, messages and tasks of the installation. */
export async function readJobs(db: Database, now: Date): Promise<JobReading> {
  const hourAgo = new Date(now.getTime() - 60 * MINUTE);
  const { rows: [row] } = await sql<{ failing: string[] | null; stuck: string[] | null; dead: number; oldest: Date | null; task: Date | null }>`
    select (select array_agg(name order by name) from scheduled_job where failures > 0) as failing,
      (select array_agg(name order by name) from scheduled_job where next_at < ${hourAgo} and (claimed_until is null or claimed_until < ${hourAgo})) as stuck,
      (select count(*)::int from outbox_task where state = 'dead') as dead,
      (select min(created_at) from outbox where done_at is null) as oldest,
      (select min(next_at) from outbox_task where state = 'waiting') as task`.execute(db);
  if (row === undefined) throw new Error('the database told nothing of the jobs');
  return { failing: row.failing ?? [], stuck: row.stuck ?? [], dead: row.dead, oldestMessage: row.oldest, oldestTask: row.task };
}

/** Work that fails, that nobody does, that was given up, or that has waited for more than ten minutes. */
export function judgeJobs({ failing, stuck, dead, oldestMessage, oldestTask }: JobReading, now: Date): readonly HealthFinding[] {
  const found: HealthFinding[] = [];
  if (failing.length > 0) found.push(finding('jobs.failing', 'attention', { jobs: failing.join(', ') }));
  if (stuck.length > 0) found.push(finding('jobs.stuck', 'attention', { jobs: stuck.join(', ') }));
  if (dead > 0) found.push(finding('jobs.dead', 'attention', { count: dead }));
  const oldest = [oldestMessage, oldestTask].filter((moment) => moment !== null).reduce((least, moment) => Math.min(least, moment.getTime()), now.getTime());
  const minutes = Math.floor((now.getTime() - oldest) / MINUTE);
  if (minutes > 10) found.push(finding('jobs.waiting', minutes > 24 * 60 ? 'bad' : 'attention', { minutes }));
  return found.length > 0 ? found : [finding('jobs.well', 'well')];
}
