import { plainDateWords } from '../../../kernel/date-words.ts';
import { daysBetween, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type LintFinding } from './lint-pack.ts';

/** How far ahead a version may be planned, in days. */
const FARTHEST_DAYS = 730;

/** A version of the procedure that exists. */
export interface KnownVersion {
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly withdrawn: boolean;
}

/** What a publication is decided on. */
export interface PublicationFacts {
  readonly today: LocalDate;
  readonly validFrom: LocalDate;
  /** Versions that come with the program are numbered below, those of the office from here on. */
  readonly firstOwn: number;
  /** All versions of the procedure. */
  readonly versions: readonly KnownVersion[];
  readonly findings: readonly LintFinding[];
  /** How many differences there are to the version in force on the first day. */
  readonly differences: number;
  /** Why it is published, for the history: the decision, the new text of law. */
  readonly reason: string;
}

/** Whether a version may begin on a day: today or later, and not too far ahead. */
export function checkFirstDay(today: LocalDate, validFrom: LocalDate): Result<LocalDate> {
  const possible = validFrom >= today && daysBetween(today, validFrom) <= FARTHEST_DAYS;
  return possible ? ok(validFrom) : refuse('procedure-editor.day-not-possible', { days: FARTHEST_DAYS }, 'validFrom');
}

/**
 * Decides whether a draft becomes a version and gives it its number. Refuses what the rules stop, a version without any difference, one without a reason,
 * a first day before today or too far ahead, and one that an office's later version already begins before.
 */
export function decidePublication(facts: PublicationFacts): Result<{ readonly version: number; readonly reason: string }> {
  const stops = facts.findings.filter(({ level }) => level === 'stop');
  const reason = facts.reason.trim();
  if (reason === '') return refuse('procedure-editor.reason-missing', {}, 'reason');
  const day = checkFirstDay(facts.today, facts.validFrom);
  if (!day.ok) return day;
  if (stops.length > 0) return refuse('procedure-editor.not-ready', { faults: stops.length }, 'findings');
  if (facts.differences === 0) return refuse('procedure-editor.nothing-changed');
  const own = facts.versions.filter(({ version }) => version >= facts.firstOwn);
  const later = own.find(({ validFrom, validTo, withdrawn }) => !withdrawn && validFrom > facts.validFrom && (validTo === null || validTo >= facts.today));
  if (later !== undefined) return refuse('procedure-editor.later-version', { version: later.version, day: plainDateWords(later.validFrom, 'vi') }, 'validFrom');
  return ok({ version: Math.max(facts.firstOwn - 1, ...own.map(({ version }) => version)) + 1, reason });
}

/**
 * Decides whether an office's version is taken back, at once; what was received under it keeps it. Refuses versions of the program, one that was taken
 * back before, and one without a reason.
 */
export function decideWithdrawal(version: { readonly version: number; readonly withdrawn: boolean }, firstOwn: number, reason: string): Result<{ readonly reason: string }> {
  const words = reason.trim();
  if (words === '') return refuse('procedure-editor.reason-missing', {}, 'reason');
  if (version.version < firstOwn) return refuse('procedure-editor.program-version');
  return version.withdrawn ? refuse('procedure-editor.withdrawn-already') : ok({ reason: words });
}
