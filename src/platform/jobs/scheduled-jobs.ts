import { sql } from 'kysely';
import { type Database } from '../db/database.ts';
import { type ScheduledJob } from './job.ts';
import { nextRun } from './next-run.ts';
import { errorWords } from './outbox-tasks.ts';
import { retryDelay } from './retry-delay.ts';

/** After this a job counts as abandoned, and another process may begin it again. */
const LEASE_MS = 60 * 60_000;

/** Notes when the jobs that are new here run first: what returns every few minutes at once, what is daily at its time. */
export async function enrolJobs(db: Database, jobs: readonly ScheduledJob[], now: Date): Promise<void> {
  if (jobs.length === 0) return;
  await db
    .insertInto('scheduled_job')
    .values(jobs.map(({ name, schedule }) => ({ name, next_at: 'everyMinutes' in schedule ? now : nextRun(schedule, now) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Runs one due job of these; false when none is due or others are at it. A failure is written down with the time of the next try, never thrown. */
export async function runNextJob(db: Database, jobs: readonly ScheduledJob[], now: Date, signal: AbortSignal): Promise<boolean> {
  const { rows } = await sql<{ name: string; failures: number }>`
    update scheduled_job set claimed_until = ${new Date(now.getTime() + LEASE_MS)}, last_started_at = ${now}
    where name = (
      select name from scheduled_job
      where next_at <= ${now} and (claimed_until is null or claimed_until <= ${now}) and name = any(${jobs.map(({ name }) => name)})
      order by next_at limit 1 for update skip locked)
    returning name, failures`.execute(db);
  const claimed = rows[0];
  const job = jobs.find(({ name }) => name === claimed?.name);
  if (claimed === undefined || job === undefined) return false;
  const regular = nextRun(job.schedule, now);
  try {
    await job.run(now, signal);
    await db.updateTable('scheduled_job').set({ next_at: regular, claimed_until: null, last_finished_at: now, failures: 0, last_error: null }).where('name', '=', job.name).execute();
  } catch (error) {
    const failures = claimed.failures + 1;
    const sooner = new Date(Math.min(regular.getTime(), now.getTime() + retryDelay(failures)));
    await db.updateTable('scheduled_job').set({ next_at: sooner, claimed_until: null, failures, last_error: errorWords(error) }).where('name', '=', job.name).execute();
  }
  return true;
}
