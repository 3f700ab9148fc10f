import { type Actor, hasRole } from '../../../kernel/actor.ts';
import { checkTimeLimit, type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Procedure, type TimeLimitCompletion } from './effective-procedure.ts';

/** The longest limit that a commune may fill in, in whatever unit. */
const LONGEST = 1000;

/** What an administrator asks for. */
export interface TimeLimitWish {
  readonly unit: TimeLimit['unit'];
  readonly value: number | null;
  readonly basis: string;
}

/**
 * Decides whether a commune's administrator may fill in the time limit of a procedure, again when it is a correction. Refuses anybody
 * else, a procedure with a published limit, a number where none belongs or none where one does, and a missing basis.
 */
export function decideTimeLimit(procedure: Procedure, wish: TimeLimitWish, actor: Actor, now: Instant): Result<TimeLimitCompletion> {
  if (actor.kind !== 'staff' || !hasRole(actor, 'administrator')) return refuse('access.not-allowed');
  if (procedure.pack.timeLimit.unit !== 'undetermined') return refuse('procedure.time-limit-determined');
  const limit = readLimit(wish);
  if (!limit.ok) return limit;
  const basis = wish.basis.replace(/\s+/gu, ' ').trim();
  if (basis.length < 3) return refuse('procedure.time-limit-basis-missing', {}, 'basis');
  return ok({ limit: limit.value, basis, completedAt: now, completedBy: actor.staffId });
}

function readLimit({ unit, value }: TimeLimitWish): Result<TimeLimit> {
  if (unit === 'same-day') return value === null ? ok({ unit }) : refuse('procedure.time-limit-value-needless', {}, 'value');
  if (value === null || value > LONGEST) return refuse('procedure.time-limit-value-missing', {}, 'value');
  const limit = checkTimeLimit({ unit, value });
  return limit.ok ? limit : refuse('procedure.time-limit-value-missing', {}, 'value');
}
