import { addWorkingTime, workingTimeBetween } from '../../kernel/legal-clock/working-time.ts';
import { type Instant, MS_PER_HOUR, MS_PER_MINUTE } from '../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../kernel/working-calendar.ts';
import { type StepKey } from '../../modules/dossiers/domain/dossier-states.ts';
import { type StepAction } from '../../modules/dossiers/domain/transitions.ts';
import { type Random } from '../random.ts';
import { type PlannedReception, wholeSeconds } from './plan-workload.ts';

/** One move of a dossier along its steps. */
export interface PlannedMove {
  readonly action: StepAction | 'hand-over';
  readonly at: Instant;
}

/** What moves are planned with. */
export interface MoveContext {
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  readonly random: Random;
}

/** The action that ends a step. */
const ACTION_OF = { receive: 'transfer', appraise: 'appraise', approve: 'approve', seal: 'seal', 'hand-over': 'hand-over' } as const satisfies Record<StepKey, StepAction | 'hand-over'>;

/** The counter passes a dossier on the same day (NĐ 118/2025 Điều 18, as amended by NĐ 309/2026). */
const LONGEST_AT_COUNTER = 2 * MS_PER_HOUR;

interface Planned {
  readonly action: PlannedMove['action'];
  /** Working milliseconds since the reception. */
  readonly after: number;
}

/** The moves that a dossier has made by now, all in working hours and in order. */
export function planMoves(plan: PlannedReception, dueAt: Instant, context: MoveContext): readonly PlannedMove[] {
  const { calendar, now } = context;
  const { fate, receivedAt } = plan;
  if (fate.kind === 'stands' && (fate.overdue || dueAt > now)) return planUntil(plan, fate.at, context);
  const due = workingTimeBetween(calendar, receivedAt, dueAt);
  let decision = planDecision(plan, due, fate.kind === 'runs' && fate.late, context);
  // What is late and still runs would be overdue today: how many those are is for the plan of the present to say.
  if (momentAfter(calendar, receivedAt, decision.at(-1)?.after ?? 0) > now) decision = planDecision(plan, due, false, context);
  const decided = decision.at(-1)?.after ?? 0;
  const moves = fate.kind === 'uncollected' ? decision : [...decision, { action: 'hand-over', after: decided + planWait(plan, context.random) } as const];
  return moves.map(({ action, after }) => ({ action, at: momentAfter(calendar, receivedAt, after) })).filter(({ at }) => at <= now);
}

/** All steps but the last, in shares of the time that the office takes. */
function planDecision({ procedure, fate }: PlannedReception, due: number, late: boolean, { random }: MoveContext): readonly Planned[] {
  const steps = procedure.steps.filter(({ key }) => key !== 'hand-over');
  const total = late ? due + random.between(2, 20) * MS_PER_HOUR : paceOf(procedure, due, random);
  const shares = steps.map(({ hours }) => Math.max(hours, 0.1) * (0.6 + 0.8 * random.next()));
  const sum = shares.reduce((all, share) => all + share, 0);
  const moves: Planned[] = [];
  let after = 0;
  for (const [place, { key }] of steps.entries()) {
    const share = ((shares[place] ?? 0) / sum) * total;
    const taken = key === 'receive' ? Math.min(share, LONGEST_AT_COUNTER) : share;
    if (key === 'approve' && fate.kind === 'runs' && fate.sentBack) {
      moves.push({ action: 'send-back', after: after + taken * 0.4 }, { action: 'appraise', after: after + taken * 0.7 });
    }
    after += taken;
    moves.push({ action: ACTION_OF[key], after });
  }
  return moves;
}

/** Certification takes minutes, other same-day work an hour or a few, the rest a good part of its time. */
function paceOf(procedure: PlannedReception['procedure'], due: number, random: Random): number {
  if (procedure.timeLimit?.unit !== 'same-day') return due * (0.3 + 0.6 * random.next());
  const hours = procedure.steps.reduce((sum, step) => sum + step.hours, 0);
  const minutes = hours <= 2.5 ? random.between(9, 50) : random.between(35, 260);
  return Math.min(minutes * MS_PER_MINUTE, due * 0.85);
}

/** How long a result waits for its owner: people wait for a certified copy, others come back in the following days. */
function planWait({ procedure }: PlannedReception, random: Random): number {
  const patient = procedure.timeLimit?.unit === 'same-day';
  const [least, most] = random.weighted([
    [[4, 25], patient ? 8 : 2],
    [[60, 300], 2],
    [[400, 900], patient ? 0.6 : 3],
    [[1000, 3400], patient ? 0.15 : 1.5],
  ] as const);
  return random.between(least * 60, most * 60) * 1000;
}

/** The moves of a dossier that stands at a step: the counter was quick, the rest is spread over the time until now. */
function planUntil({ procedure, receivedAt }: PlannedReception, at: StepKey, { calendar, now, random }: MoveContext): readonly PlannedMove[] {
  const done = procedure.steps.slice(0, Math.max(0, procedure.steps.findIndex(({ key }) => key === at)));
  const passed = workingTimeBetween(calendar, receivedAt, now);
  const first = Math.min(passed * 0.1, random.between(15, 55) * MS_PER_MINUTE);
  return done.map(({ key }, place) => {
    const share = place === 0 ? 0 : (place - 0.4 * random.next()) / done.length;
    return { action: ACTION_OF[key], at: momentAfter(calendar, receivedAt, first + (passed - first) * share * 0.9) };
  });
}

function momentAfter(calendar: WorkingCalendar, from: Instant, ms: number): Instant {
  const moment = addWorkingTime(calendar, from, ms);
  if (moment === undefined) throw new RangeError('the calendar ends before the work does');
  return wholeSeconds(moment);
}
