import { type Instant } from '../local-time.ts';
import { ok, refuse, type Problem, type Result } from '../result.ts';

/** The two dates of a dossier: `dueAt` decides whether it counts as on time, `extendedDueAt` is what the apology letter promised. */
export interface DueDates {
  readonly dueAt: Instant;
  readonly extendedDueAt: Instant | null;
}

export type ExtensionProblem = Problem<'legal-clock.already-extended' | 'legal-clock.extension-not-later'>;

/**
 * Records the new date of an apology letter (văn bản xin lỗi và đề nghị gia hạn) beside the due date, which never moves. Refuses a
 * second extension and a date that is not after the due date. Law: NĐ 118/2025 and the provinces' rules, one new appointment at most.
 */
export function extendDeadline(dates: DueDates, extendedDueAt: Instant): Result<DueDates, ExtensionProblem> {
  if (dates.extendedDueAt !== null) return refuse('legal-clock.already-extended', { extendedDueAt: dates.extendedDueAt });
  if (extendedDueAt <= dates.dueAt) return refuse('legal-clock.extension-not-later', { dueAt: dates.dueAt });
  return ok({ dueAt: dates.dueAt, extendedDueAt });
}

/** Whether a dossier finished in time: at the due moment itself still is; an extension does not help. */
export function isOnTime(dates: DueDates, finishedAt: Instant): boolean {
  return finishedAt <= dates.dueAt;
}
