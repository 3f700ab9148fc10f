import { plainDateWords } from '../../../kernel/date-words.ts';
import { daysBetween, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** How far ahead a version may be planned, in days. */
const FARTHEST_DAYS = 730;

/** A version of the form that exists. */
export interface KnownForm {
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly withdrawn: boolean;
}

/** What a publication is decided on. */
export interface FormPublicationFacts {
  readonly today: LocalDate;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** Versions that come with the program are numbered below, those of the office from here on. */
  readonly firstOwn: number;
  readonly versions: readonly KnownForm[];
  /** How many things must be mended first. */
  readonly stops: number;
  /** How many differences there are to the version in force. */
  readonly differences: number;
  /** Why it is published, for the history: the decision, the new text of law. */
  readonly reason: string;
}

/** Whether a version may begin on a day: today or later, and at most two years ahead. */
export function checkFormDay(today: LocalDate, validFrom: LocalDate): Result<LocalDate> {
  const possible = validFrom >= today && daysBetween(today, validFrom) <= FARTHEST_DAYS;
  return possible ? ok(validFrom) : refuse('form-editor.day-not-possible', { days: FARTHEST_DAYS }, 'validFrom');
}

/**
 * Decides whether a draft becomes a version and gives it its number. Refuses one without a reason, a day that is over or too far away, what the checks stop,
 * what differs in nothing, and a day on or before which a planned version of the office begins.
 */
export function decideFormPublication(facts: FormPublicationFacts): Result<{ readonly version: number; readonly reason: string }> {
  const reason = facts.reason.trim();
  if (reason === '') return refuse('form-editor.reason-missing', {}, 'reason');
  const day = checkFormDay(facts.today, facts.validFrom);
  if (!day.ok) return day;
  if (facts.validTo !== null && facts.validTo < facts.validFrom) return refuse('form-editor.ends-before', { day: plainDateWords(facts.validTo, 'vi') }, 'validFrom');
  if (facts.stops > 0) return refuse('form-editor.not-ready', { faults: facts.stops }, 'findings');
  if (facts.differences === 0) return refuse('form-editor.nothing-changed');
  const own = facts.versions.filter(({ version }) => version >= facts.firstOwn);
  const later = own.find(({ validFrom, validTo, withdrawn }) => !withdrawn && validFrom > facts.today && validFrom >= facts.validFrom && (validTo === null || validTo >= facts.today));
  if (later !== undefined) return refuse('form-editor.later-version', { version: later.version, day: plainDateWords(later.validFrom, 'vi') }, 'validFrom');
  return ok({ version: Math.max(facts.firstOwn - 1, ...own.map(({ version }) => version)) + 1, reason });
}

/**
 * Decides whether a version of the office is taken back, at once; dossiers and drafts that began with it keep it. Refuses versions of the program, one that was
 * taken back before, and one without a reason.
 */
export function decideFormWithdrawal(version: { readonly version: number; readonly withdrawn: boolean }, firstOwn: number, reason: string): Result<{ readonly reason: string }> {
  const words = reason.trim();
  if (words === '') return refuse('form-editor.reason-missing', {}, 'reason');
  if (version.version < firstOwn) return refuse('form-editor.program-version');
  return version.withdrawn ? refuse('form-editor.withdrawn-already') : ok({ reason: words });
}

/** Which versions of the office are taken back so that the program's form applies again. Refuses when there is no form of the program, or none of the office that stands before it. */
export function decideReturn(versions: readonly KnownForm[], firstOwn: number, reason: string): Result<{ readonly versions: readonly number[]; readonly reason: string }> {
  const words = reason.trim();
  if (words === '') return refuse('form-editor.reason-missing', {}, 'reason');
  if (!versions.some(({ version }) => version < firstOwn)) return refuse('form-editor.no-program-form');
  const own = versions.filter(({ version, withdrawn }) => version >= firstOwn && !withdrawn).map(({ version }) => version);
  return own.length === 0 ? refuse('form-editor.program-form-already') : ok({ versions: own, reason: words });
}
