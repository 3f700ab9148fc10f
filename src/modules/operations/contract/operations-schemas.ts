import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Moment = Type.String({ format: 'date-time' });
const Words = Type.Union([Type.String(), Type.Null()]);

/** One message that a part of the program could not handle. */
const Trouble = Type.Object({
  messageId: Type.String(),
  subscriber: Type.String(),
  topic: Type.String(),
  happenedAt: Moment,
  attempts: Type.Integer(),
  /** When it is tried next; null: given up. */
  nextAt: Type.Union([Moment, Type.Null()]),
  lastError: Words,
  /** The dossier that it is about, with its code where the message says it. */
  dossierId: Words,
  code: Words,
});

/** GET /api/jobs: when the jobs of this installation ran, what failed in the own commune, and messages to other systems that did not arrive. */
export const JobsResponse = Type.Object({
  jobs: Type.Array(Type.Object({ name: Type.String(), nextAt: Moment, lastFinishedAt: Type.Union([Moment, Type.Null()]), failures: Type.Integer(), lastError: Words })),
  dead: Type.Array(Trouble),
  retried: Type.Array(Trouble),
  exchange: Type.Object({ failed: Type.Integer(), waiting: Type.Integer() }),
});
export type JobsResponse = Static<typeof JobsResponse>;

const task = { commandId: Uuid, messageId: Uuid, subscriber: Type.String({ minLength: 1, maxLength: 100 }) };

/** POST /api/jobs/retry */
export const RetryRequest = Type.Object(task, closed);

/** POST /api/jobs/give-up: with the reason, which stands in the journal. */
export const GiveUpRequest = Type.Object({ ...task, reason: Type.String({ maxLength: 500 }) }, closed);

/** POST /api/jobs/run: a job at once, instead of at its time. */
export const RunRequest = Type.Object({ commandId: Uuid, name: Type.String({ minLength: 1, maxLength: 100 }) }, closed);

/** GET /api/health-report: what the examination found, in the reader's language; `means` and `next` are empty where all is well. */
export const HealthReport = Type.Object({
  at: Type.String({ format: 'date-time' }),
  grade: Type.Unsafe<'well' | 'attention' | 'bad'>(Type.String()),
  findings: Type.Array(Type.Object({ code: Type.String(), grade: Type.Unsafe<'well' | 'attention' | 'bad'>(Type.String()), what: Type.String(), means: Type.String(), next: Type.String() })),
});
export type HealthReport = Static<typeof HealthReport>;
