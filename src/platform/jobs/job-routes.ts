import { type Static, Type } from 'typebox';
import { onlyRoles, type StaffActor } from '../../kernel/actor.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { runCommand } from '../commands.ts';
import { type Database } from '../db/database.ts';
import { defineRoute, json, problemAnswer, type RequestContext, type Route } from '../http/route.ts';
import { listDeadTasks, reviveTask } from './dead-tasks.ts';

const tag = 'platform';
const administrator = onlyRoles('administrator');
const Moment = Type.String({ format: 'date-time' });

/** GET /api/jobs: when the jobs of this installation ran, and the messages of the own commune that were given up. */
const JobsResponse = Type.Object({
  jobs: Type.Array(Type.Object({ name: Type.String(), nextAt: Moment, lastFinishedAt: Type.Union([Moment, Type.Null()]), failures: Type.Integer(), lastError: Type.Union([Type.String(), Type.Null()]) })),
  dead: Type.Array(Type.Object({ messageId: Type.String(), subscriber: Type.String(), topic: Type.String(), happenedAt: Moment, attempts: Type.Integer(), lastError: Type.Union([Type.String(), Type.Null()]) })),
});

const RetryRequest = Type.Object(
  { commandId: Type.String({ format: 'uuid' }), messageId: Type.String({ format: 'uuid' }), subscriber: Type.String({ minLength: 1, maxLength: 100 }) },
  { additionalProperties: false },
);

/** Background work as administrators see it: what runs when, what was given up, and trying that again. */
export function jobRoutes(db: Database): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/jobs', policy: administrator, summary: 'Background work and what was given up', tag, kind: 'api', schema: { response: JobsResponse },
      handle: async ({ context }) => json(await jobsView(db, staffOf(context).communeCode)),
    }),
    defineRoute({
      method: 'POST', url: '/api/jobs/retry', policy: administrator, summary: 'Try a given-up message again', tag, kind: 'api',
      schema: { body: RetryRequest, response: Type.Object({ revived: Type.Literal(true) }) },
      handle: async ({ body, context }) => {
        const { communeCode } = staffOf(context);
        const envelope = { communeCode, commandId: body.commandId, kind: 'retry-task', actor: context.actor, request: body, now: context.now, address: context.address };
        const done = await runCommand<{ readonly revived: true }>(db, envelope, async (tx) =>
          (await reviveTask(tx, communeCode, body, context.now))
            ? ok({ result: { revived: true } as const, journal: { action: 'jobs.retried', object: `message:${body.messageId}`, facts: { subscriber: body.subscriber } } })
            : refuse('jobs.task-unknown'),
        );
        return done.ok ? json(done.value) : problemAnswer(done.problem);
      },
    }),
  ];
}

function staffOf(context: RequestContext): StaffActor {
  if (context.actor.kind !== 'staff') throw new Error('a staff route was reached without staff');
  return context.actor;
}

async function jobsView(db: Database, communeCode: string): Promise<Static<typeof JobsResponse>> {
  const [jobs, dead] = await Promise.all([db.selectFrom('scheduled_job').selectAll().orderBy('name').execute(), listDeadTasks(db, communeCode)]);
  return {
    jobs: jobs.map((job) => ({ name: job.name, nextAt: job.next_at.toISOString(), lastFinishedAt: job.last_finished_at?.toISOString() ?? null, failures: job.failures, lastError: job.last_error })),
    dead: dead.map(({ happenedAt, ...task }) => ({ ...task, happenedAt: happenedAt.toISOString() })),
  };
}
