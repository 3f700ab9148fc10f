import { type Database, type Tx } from '../db/database.ts';

/** When a job of the program ran and how it stands. */
export interface JobTimes {
  readonly name: string;
  readonly nextAt: Date;
  readonly lastFinishedAt: Date | null;
  /** Since it last went well. */
  readonly failures: number;
  readonly lastError: string | null;
}

/** Every job that this installation ever ran, by name. */
export async function listJobTimes(db: Database): Promise<readonly JobTimes[]> {
  return db.selectFrom('scheduled_job').select(['name', 'next_at as nextAt', 'last_finished_at as lastFinishedAt', 'failures', 'last_error as lastError']).orderBy('name').execute();
}

/** Has a job run with the next look; false when there is none of the name. One that is running now runs again after it. */
export async function hastenJob(tx: Tx, name: string, now: Date): Promise<boolean> {
  const hastened = await tx.updateTable('scheduled_job').set({ next_at: now }).where('name', '=', name).returning('name').execute();
  return hastened.length > 0;
}
