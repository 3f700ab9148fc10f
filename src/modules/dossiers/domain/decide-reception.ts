import { type Actor, doesStep } from '../../../kernel/actor.ts';
import { computeDeadline, type DeadlineInput } from '../../../kernel/legal-clock/compute-deadline.ts';
import { type DeadlineStep } from '../../../kernel/legal-clock/deadline-trace.ts';
import { formatTimeLimit, type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { addWorkingTime, normalize } from '../../../kernel/legal-clock/working-time.ts';
import { type Instant, MS_PER_HOUR } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type Applicant, type ApplicantInput, checkApplicant } from './check-applicant.ts';
import { type StepPlan } from './dossier-change.ts';

/** The part of a procedure that reception rests on; the dossier stays pinned to it. */
export interface ReceivableProcedure {
  readonly code: string;
  readonly version: number;
  /** Null: not determined in the published record and not completed by the commune. */
  readonly timeLimit: TimeLimit | null;
  readonly steps: readonly StepPlan[];
}

export interface ReceptionInput {
  readonly applicant: ApplicantInput;
  readonly delivery: { readonly method: 'counter' | 'post' | 'home' | 'electronic'; readonly address: string | null };
  readonly paperCount: number;
}

/** A reception that may be written. */
export interface Reception {
  readonly applicant: Applicant;
  readonly deliveryAddress: string | null;
  readonly dueAt: Instant;
  /** In the notation of the legal clock, such as `3wd`; kept with the dossier. */
  readonly timeLimit: string;
  readonly trace: readonly DeadlineStep[];
  readonly steps: readonly StepPlan[];
  /** Instant by which the first step, reception itself, is to be passed on. */
  readonly firstStepDueAt: Instant;
}

export interface ReceptionContext {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
}

/** When a step of so many working hours that begins now is due; never later than the dossier itself. */
export function stepDueAt(calendar: WorkingCalendar, startedAt: Instant, hours: number, dossierDueAt: Instant | null): Instant {
  const start = normalize(calendar, startedAt)?.at ?? startedAt;
  const due = addWorkingTime(calendar, start, hours * MS_PER_HOUR) ?? start;
  return dossierDueAt === null ? due : Math.min(due, dossierDueAt);
}

/** The due date of a procedure received at an instant. Refuses a procedure whose time limit nobody has determined. */
export function decideDueDate(
  procedure: Pick<ReceivableProcedure, 'timeLimit'>,
  context: ReceptionContext,
): Result<{ readonly dueAt: Instant; readonly trace: readonly DeadlineStep[]; readonly limit: TimeLimit }> {
  if (procedure.timeLimit === null) return refuse('dossier.time-limit-undetermined');
  const input: DeadlineInput = { received: context.now, limit: procedure.timeLimit, pauses: [], calendar: context.calendar };
  const computed = computeDeadline(input);
  if (!computed.ok) throw new Error(`the legal clock refused a reception: ${computed.problem.code}`);
  const { deadline, trace } = computed.value;
  if (deadline.due === null) throw new Error('a reception without pauses cannot be paused');
  return ok({ dueAt: deadline.due, trace, limit: procedure.timeLimit });
}

/**
 * Decides a reception: who files, by when it is due, which steps it will take. Refuses an actor who does not receive dossiers,
 * an applicant that cannot be reached, a delivery without its address, no papers at all, and an undetermined time limit.
 */
export function decideReception(
  procedure: ReceivableProcedure,
  input: ReceptionInput,
  actor: Actor,
  context: ReceptionContext,
): Result<Reception> {
  if (actor.kind !== 'staff' || !actor.positions.some((position) => position.role === 'reception' && doesStep(position, 'receive'))) return refuse('dossier.not-your-step');
  const applicant = checkApplicant(input.applicant, context.now);
  if (!applicant.ok) return applicant;
  const deliveryAddress = input.delivery.address?.trim() ?? '';
  const needsAddress = input.delivery.method === 'post' || input.delivery.method === 'home';
  if (needsAddress && deliveryAddress === '') return refuse('dossier.delivery-address-missing', {}, 'delivery.address');
  if (input.paperCount === 0) return refuse('dossier.no-papers', {}, 'papers');
  const due = decideDueDate(procedure, context);
  if (!due.ok) return due;
  const first = procedure.steps[0];
  if (first === undefined) throw new Error(`procedure ${procedure.code} has no steps`);
  return ok({
    applicant: applicant.value,
    deliveryAddress: deliveryAddress === '' ? null : deliveryAddress,
    dueAt: due.value.dueAt,
    timeLimit: formatTimeLimit(due.value.limit),
    trace: due.value.trace,
    steps: procedure.steps,
    firstStepDueAt: stepDueAt(context.calendar, context.now, first.hours, due.value.dueAt),
  });
}
