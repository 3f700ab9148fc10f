import { type Tx } from '../db/database.ts';

/** Something that happened, as it was written to the outbox. */
export interface OutboxEvent {
  readonly communeCode: string;
  readonly id: string;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
}

/**
 * Who wants to hear of some topics. Rows that `handle` writes stand or fall with the note that the work is done. What it does outside the
 * database may happen again after a crash, so it must be told apart by the event's id. It throws to be tried again.
 */
export interface Subscriber {
  /** Stable: waiting work is kept under it. */
  readonly name: string;
  readonly topics: readonly string[];
  handle(tx: Tx, event: OutboxEvent, now: Date): Promise<void>;
}

/** When a job runs: again so many minutes after it ran, or once a day at a local time such as `02:30`. */
export type Schedule = { readonly everyMinutes: number } | { readonly dailyAt: string };

/** Work on a schedule. It may be cut off anywhere and begin again, so it goes in small finished parts; `signal` asks it to stop between them. */
export interface ScheduledJob {
  /** Stable: its times are kept under it. */
  readonly name: string;
  readonly schedule: Schedule;
  run(now: Date, signal: AbortSignal): Promise<unknown>;
}

/** Everything that a program does in the background. */
export interface JobList {
  readonly subscribers: readonly Subscriber[];
  readonly jobs: readonly ScheduledJob[];
}
