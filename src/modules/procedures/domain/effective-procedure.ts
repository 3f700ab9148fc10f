import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { defaultSteps } from './default-steps.ts';
import { type ProcedurePack, type ProcedureStep } from './procedure-pack.ts';
import { mostWorkingHours } from './step-hours.ts';

/** The time limit that one commune filled in where the published record has none. */
export interface TimeLimitCompletion {
  readonly limit: TimeLimit;
  /** The decision or document that the commune relies on. */
  readonly basis: string;
  readonly completedAt: Instant;
  /** Staff id. */
  readonly completedBy: string;
}

/** A procedure as it applies in one commune. */
export interface Procedure {
  readonly pack: ProcedurePack;
  /** Null while it is neither published nor completed: no dossier can be received then. */
  readonly timeLimit: TimeLimit | null;
  /** Empty exactly while the time limit is null and the pack gives no steps. */
  readonly steps: readonly ProcedureStep[];
  /** Null when the published limit applies; a later version with a limit of its own puts the commune's aside. */
  readonly completion: TimeLimitCompletion | null;
}

/** The pack with the commune's completion: its effective time limit, and steps that fit into it. */
export function effectiveProcedure(pack: ProcedurePack, completion: TimeLimitCompletion | undefined): Procedure {
  const published = pack.timeLimit;
  if (published.unit !== 'undetermined') {
    const timeLimit: TimeLimit = published.unit === 'same-day' ? { unit: 'same-day' } : { unit: published.unit, value: published.value };
    return { pack, timeLimit, steps: pack.steps, completion: null };
  }
  if (completion === undefined) return { pack, timeLimit: null, steps: pack.steps, completion: null };
  const most = mostWorkingHours({ ...completion.limit, note: null, basis: null }) ?? 0;
  const sum = pack.steps.reduce((hours, step) => hours + step.hours, 0);
  const steps = pack.steps.length === 0 || sum > most ? defaultSteps(completion.limit) : pack.steps;
  return { pack, timeLimit: completion.limit, steps, completion };
}

/** Whether a citizen may be told of it. */
export function isForCitizens(procedure: Procedure): boolean {
  return procedure.pack.audience.kind === 'citizen';
}
