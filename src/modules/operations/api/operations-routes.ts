import { Type } from 'typebox';
import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandRecord, runCommand } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Answer, defineRoute, json, problemAnswer, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { type HealthFinding, worstGrade } from '../../../platform/health/finding.ts';
import { sayFinding } from '../../../platform/health/health-words.ts';
import { hastenJob, listJobTimes } from '../../../platform/jobs/job-times.ts';
import { buryTask, listTroubledTasks, reviveTask, type TroubledTask } from '../../../platform/jobs/troubled-tasks.ts';
import { GiveUpRequest, HealthReport, JobsResponse, RetryRequest, RunRequest } from '../contract/operations-schemas.ts';

/** What the module is given by the composition root. */
export interface OperationsDeps {
  readonly db: Database;
  /** Looks at everything that the installation stands on. */
  readonly examine: () => Promise<readonly HealthFinding[]>;
  /** Messages to other systems that were given up, and that are tried again. */
  readonly exchangeTrouble: (communeCode: string) => Promise<{ readonly failed: number; readonly waiting: number }>;
}

const tag = 'operations';
const administrator = onlyRoles('administrator');
const Done = Type.Object({ done: Type.Literal(true) });

/** Background work as administrators see it: what runs when, what failed, trying that again, giving it up with a reason. */
export function operationsRoutes(deps: OperationsDeps): readonly Route[] {
  const { db } = deps;
  const command = async (kind: string, body: { readonly commandId: string }, context: RequestContext, work: (tx: Tx, communeCode: string) => Promise<Result<CommandRecord<{ readonly done: true }>>>): Promise<Answer> => {
    const { communeCode } = staffOf(context.actor);
    const envelope = { communeCode, commandId: body.commandId, kind, actor: context.actor, request: body, now: context.now, address: context.address };
    const outcome = await runCommand(db, envelope, (tx) => work(tx, communeCode));
    return outcome.ok ? json(outcome.value) : problemAnswer(outcome.problem);
  };
  return [
    defineRoute({
      method: 'GET', url: '/api/jobs', policy: administrator, summary: 'Việc nền và việc hỏng / Background work and what failed', tag, kind: 'api', schema: { response: JobsResponse },
      handle: async ({ context }) => json(await jobsView(deps, staffOf(context.actor).communeCode)),
    }),
    defineRoute({
      method: 'GET', url: '/api/health-report', policy: administrator, summary: 'Sức khoẻ hệ thống / The health of the installation', tag, kind: 'api', schema: { response: HealthReport },
      handle: async ({ context }) => {
        const found = await deps.examine();
        return json({ at: context.now.toISOString(), grade: worstGrade(found), findings: found.map((one) => ({ code: one.code, grade: one.grade, ...sayFinding(one, context.locale) })) });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/jobs/retry', policy: administrator, summary: 'Thử lại / Try a failed message again', tag, kind: 'api', schema: { body: RetryRequest, response: Done },
      handle: ({ body, context }) =>
        command('retry-task', body, context, async (tx, communeCode) =>
          (await reviveTask(tx, communeCode, body, context.now))
            ? ok({ result: { done: true }, journal: { action: 'jobs.retried', object: `message:${body.messageId}`, facts: { subscriber: body.subscriber } } })
            : refuse('jobs.task-unknown')),
    }),
    defineRoute({
      method: 'POST', url: '/api/jobs/give-up', policy: administrator, summary: 'Bỏ hẳn, kèm lý do / Give a dead message up, with the reason', tag, kind: 'api', schema: { body: GiveUpRequest, response: Done },
      handle: ({ body, context }) =>
        command('give-up-task', body, context, async (tx, communeCode) => {
          const reason = body.reason.trim();
          if (reason === '') return refuse('jobs.reason-missing', {}, 'reason');
          const buried = await buryTask(tx, communeCode, body);
          if (buried === undefined) return refuse('jobs.task-unknown');
          return ok({ result: { done: true }, journal: { action: 'jobs.given-up', object: `message:${body.messageId}`, facts: { subscriber: body.subscriber, reason, ...buried } } });
        }),
    }),
    defineRoute({
      method: 'POST', url: '/api/jobs/run', policy: administrator, summary: 'Chạy ngay việc định kỳ / Run a regular job at once', tag, kind: 'api', schema: { body: RunRequest, response: Done },
      handle: ({ body, context }) =>
        command('run-job', body, context, async (tx) =>
          (await hastenJob(tx, body.name, context.now)) ? ok({ result: { done: true }, journal: { action: 'jobs.hastened', object: `job:${body.name}` } }) : refuse('jobs.job-unknown')),
    }),
  ];
}

/** The dossier that a message is about, as our modules write it; nothing else of the payload leaves the building. */
function aboutOf(payload: unknown): { readonly dossierId: string | null; readonly code: string | null } {
  const { dossierId, facts } = (typeof payload === 'object' && payload !== null ? payload : {}) as { readonly dossierId?: unknown; readonly facts?: { readonly code?: unknown } | null };
  return { dossierId: typeof dossierId === 'string' ? dossierId : null, code: typeof facts?.code === 'string' ? facts.code : null };
}

function troubleView({ messageId, subscriber, topic, state, happenedAt, attempts, nextAt, lastError, payload }: TroubledTask): JobsResponse['dead'][number] {
  return { messageId, subscriber, topic, happenedAt: happenedAt.toISOString(), attempts, nextAt: state === 'dead' ? null : nextAt.toISOString(), lastError, ...aboutOf(payload) };
}

async function jobsView({ db, exchangeTrouble }: OperationsDeps, communeCode: string): Promise<JobsResponse> {
  const [jobs, tasks, exchange] = await Promise.all([listJobTimes(db), listTroubledTasks(db, communeCode), exchangeTrouble(communeCode)]);
  return {
    jobs: jobs.map(({ name, nextAt, lastFinishedAt, failures, lastError }) => ({ name, nextAt: nextAt.toISOString(), lastFinishedAt: lastFinishedAt?.toISOString() ?? null, failures, lastError })),
    dead: tasks.filter(({ state }) => state === 'dead').map(troubleView),
    retried: tasks.filter(({ state }) => state === 'waiting').map(troubleView),
    exchange,
  };
}
