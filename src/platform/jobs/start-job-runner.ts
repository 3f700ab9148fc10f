import { sql } from 'kysely';
import { type Database } from '../db/database.ts';
import { type JobList } from './job.ts';
import { fanOut, runNextTask } from './outbox-tasks.ts';
import { enrolJobs, runNextJob } from './scheduled-jobs.ts';

/** How often one cheap question is asked while there is nothing to do. */
const IDLE_MS = 3_000;
/** The same while the database does not answer. */
const AWAY_MS = 15_000;

/** Which kinds of work are due; one statement over three small indexes. */
async function findDue(db: Database, now: Date): Promise<{ readonly messages: boolean; readonly tasks: boolean; readonly jobs: boolean }> {
  const { rows } = await sql<{ messages: boolean; tasks: boolean; jobs: boolean }>`
    select exists (select from outbox where done_at is null) as messages,
      exists (select from outbox_task where state = 'waiting' and next_at <= ${now}) as tasks,
      exists (select from scheduled_job where next_at <= ${now} and (claimed_until is null or claimed_until <= ${now})) as jobs`.execute(db);
  return rows[0] ?? { messages: false, tasks: false, jobs: false };
}

/** Does everything that is due at `now`, one thing after the other, until nothing is or `signal` asks to stop. Throws only when the database is away. */
export async function runDueWork(db: Database, list: JobList, now: Date, signal: AbortSignal): Promise<void> {
  const due = await findDue(db, now);
  if (due.messages) while (!signal.aborted && (await fanOut(db, list.subscribers, now)) > 0);
  if (due.messages || due.tasks) while (!signal.aborted && (await runNextTask(db, list.subscribers, now)));
  if (due.jobs) while (!signal.aborted && (await runNextJob(db, list.jobs, now, signal)));
}

/** The background work of one running program. */
export interface JobRunner {
  /** Begins nothing more and waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Works through messages and schedules beside the requests until it is stopped. Several processes on one database share the work; what a
 * killed one had begun is begun again by the next. Nothing that fails in here stops the program.
 */
export function startJobRunner(db: Database, list: JobList, clock: () => Date): JobRunner {
  const stopping = new AbortController();
  let wake: (() => void) | undefined;
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, stopping.signal.aborted ? 0 : ms);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const work = async () => {
    let enrolled = false;
    while (!stopping.signal.aborted) {
      try {
        if (!enrolled) await enrolJobs(db, list.jobs, clock());
        enrolled = true;
        await runDueWork(db, list, clock(), stopping.signal);
        await pause(IDLE_MS);
      } catch {
        // The database is away; requests report that themselves.
        await pause(AWAY_MS);
      }
    }
  };
  const working = work();
  return {
    stop: async () => {
      stopping.abort();
      wake?.();
      await working;
    },
  };
}
