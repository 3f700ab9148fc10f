import { plainDateWords } from '../../../kernel/date-words.ts';
import { extendDeadline } from '../../../kernel/legal-clock/extend-deadline.ts';
import { dueDay } from '../../../kernel/legal-clock/time-left.ts';
import { closingOf } from '../../../kernel/legal-clock/working-time.ts';
import { dateOf, dayAt, dayOf, formatInstant, type Instant, type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { checkPermission, neededWords, type SeenDossier } from './check-permission.ts';
import { workingDayBefore } from './decide-notices.ts';
import { type DossierChange } from './dossier-change.ts';
import { readLimit } from './dossier-clock.ts';
import { type Asker } from './may-act.ts';

/** The time of a received dossier, as far as an extension asks. */
export interface ExtensionClock {
  readonly limit: string;
  readonly dueAt: Instant;
  readonly extendedDueAt: Instant | null;
  readonly now: Instant;
}

/** What is promised instead of the date on the receipt, and why. */
export interface ExtensionWish {
  readonly expectedVersion: number;
  readonly reason: string;
  /** The day on which the result will be there, at the office's closing. */
  readonly newDueOn: LocalDate;
}

export interface DecidedExtension {
  readonly change: DossierChange;
  readonly reason: string;
  readonly newDueAt: Instant;
}

/** The last day on which the apology may still go out: the working day before the due day (domain 1.7, “chậm nhất 01 ngày trước”). */
function lastDayToExtend(clock: Pick<ExtensionClock, 'limit' | 'dueAt'>, calendar: WorkingCalendar): LocalDate {
  const day = workingDayBefore(calendar, dueDay(readLimit(clock.limit), clock.dueAt));
  return dateOf(day ?? calendar.firstDay);
}

/** Whoever holds the dossier asks the leader for the one extension. The date moves only when the leader agrees. */
export function decideExtensionProposal(dossier: SeenDossier, wish: ExtensionWish, clock: ExtensionClock, calendar: WorkingCalendar, asker: Asker): Result<DecidedExtension> {
  return decide('propose-extension', 'extension-proposed', dossier, wish, clock, calendar, asker);
}

/** Xin lỗi và gia hạn: a leader signs the apology. The new date holds at once; the date on the receipt stays and decides whether the dossier was in time. */
export function decideExtension(dossier: SeenDossier, wish: ExtensionWish, clock: ExtensionClock, calendar: WorkingCalendar, asker: Asker): Result<DecidedExtension> {
  return decide('extend', 'extended', dossier, wish, clock, calendar, asker);
}

/** The leader does not agree to what was asked, with the reason. */
export function decideExtensionRefusal(dossier: SeenDossier, command: { readonly expectedVersion: number; readonly reason: string }, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'decline-extension', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(command.reason, 'reason');
  return reason.ok ? ok({ event: 'extension-declined', state: dossier.state, clock: 'as-it-was', facts: { note: reason.value } }) : reason;
}

function decide(
  action: 'propose-extension' | 'extend',
  event: DossierChange['event'],
  dossier: SeenDossier,
  wish: ExtensionWish,
  clock: ExtensionClock,
  calendar: WorkingCalendar,
  asker: Asker,
): Result<DecidedExtension> {
  // A second extension is told as such, not only as something that cannot be done now.
  if (clock.extendedDueAt !== null) return refuse('dossier.extended-already', { newDueOn: plainDateWords(dateOf(dayAt(clock.extendedDueAt)), 'vi') });
  const allowed = checkPermission(dossier, action, asker, wish.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(wish.reason, 'reason');
  if (!reason.ok) return reason;
  const lastDay = lastDayToExtend(clock, calendar);
  if (dateOf(dayAt(clock.now)) > lastDay) return refuse('dossier.extension-too-late', { lastDay: plainDateWords(lastDay, 'vi') });
  const date = parseLocalDate(wish.newDueOn);
  if (!date.ok) return refuse('dossier.extension-day-off', { newDueOn: wish.newDueOn }, 'newDueOn');
  const day = dayOf(date.value);
  if (day < calendar.firstDay || day > calendar.lastDay || calendar.day(day).sessions.length === 0) return refuse('dossier.extension-day-off', { newDueOn: plainDateWords(date.value, 'vi') }, 'newDueOn');
  const newDueAt = closingOf(calendar, day);
  const dates = extendDeadline({ dueAt: clock.dueAt, extendedDueAt: null }, newDueAt);
  if (!dates.ok) return refuse('dossier.extension-not-later', { dueOn: plainDateWords(dateOf(dayAt(clock.dueAt)), 'vi') }, 'newDueOn');
  const facts = { note: reason.value, dueAt: formatInstant(clock.dueAt), newDueAt: formatInstant(newDueAt) };
  return ok({ change: { event, state: dossier.state, clock: 'as-it-was', facts }, reason: reason.value, newDueAt });
}
