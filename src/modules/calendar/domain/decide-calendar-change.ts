import { dayWords, plainDateWords } from '../../../kernel/date-words.ts';
import { dayOf, type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CalendarDay, type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type DayChange, type DayEdit, type KeptDay, type StoredDay } from './calendar-edit.ts';

/** What the rule looks at: the written days, and the calendar as the week and the rules of the year alone make it. */
export interface CalendarFacts {
  readonly today: LocalDate;
  /** The written days of the commune, by date. */
  readonly written: ReadonlyMap<LocalDate, StoredDay>;
  /** The calendar without what is written for the dates that are asked about. */
  readonly bare: WorkingCalendar;
  /** The same for the door: a Saturday on which people are received can be closed, though the clock stands still. */
  readonly opening?: WorkingCalendar;
}

export interface CalendarWish {
  readonly edits: readonly DayEdit[];
  /** The notice or decision that orders the change: number, date, who. */
  readonly basis: string;
}

/** How many years before and after the current one a calendar can be changed: running dossiers reach no farther. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 3;

/** The first and last date that can be changed today. */
export function editableSpan(today: LocalDate): { readonly first: LocalDate; readonly last: LocalDate } {
  const year = Number(today.slice(0, 4));
  return { first: `${String(year - YEARS_BACK)}-01-01`, last: `${String(year + YEARS_AHEAD)}-12-31` };
}

/** Whether a written day may be replaced or removed: the commune's own, and official ones of which no notice is known yet. */
export function isChangeable(day: Pick<StoredDay, 'changedByName' | 'status'>): boolean {
  return day.changedByName !== null || day.status === 'expected' || day.status === 'estimate';
}

/**
 * Which days change, and to what. Refuses a missing basis, dates that do not exist or lie outside `editableSpan`, one date twice, a day
 * off where nobody works anyway, a make-up day where everybody works anyway, a day that is written already, official days that stand in
 * a notice, and the removal of what is not written. `field` names the entry, such as `edits.0.date`. Days that have passed may change:
 * running dossiers follow, finished ones do not. Law: Bộ luật Lao động 2019, Điều 111 khoản 3 and Điều 112.
 */
export function decideCalendarChange({ edits, basis }: CalendarWish, facts: CalendarFacts): Result<readonly DayChange[]> {
  const ground = basis.trim();
  if (ground === '') return refuse('calendar.basis-missing', {}, 'basis');
  const { first, last } = editableSpan(facts.today);
  const seen = new Set<LocalDate>();
  const changes: DayChange[] = [];
  for (const [index, edit] of edits.entries()) {
    const field = `edits.${String(index)}.date`;
    const date = parseLocalDate(edit.date);
    if (!date.ok) return refuse('calendar.no-such-date', { date: edit.date }, field);
    if (date.value < first || date.value > last) return refuse('calendar.date-out-of-range', { day: plainDateWords(date.value, 'vi'), first: plainDateWords(first, 'vi'), last: plainDateWords(last, 'vi') }, field);
    if (seen.has(date.value)) return refuse('calendar.day-twice', { day: words(date.value) }, field);
    seen.add(date.value);
    const decided = edit.act === 'remove' ? decideRemoval(date.value, facts, field) : decideDay(edit, ground, facts, field);
    if (!decided.ok) return decided;
    changes.push(decided.value);
  }
  return ok(changes);
}

function words(date: LocalDate): string {
  return dayWords(date, 'vi');
}

function kept(day: StoredDay): KeptDay {
  const { kind, name, basis, status, scope } = day;
  return { kind, name, basis, status, scope };
}

function decideRemoval(date: LocalDate, { written }: CalendarFacts, field: string): Result<DayChange> {
  const day = written.get(date);
  if (day === undefined) return refuse('calendar.day-not-there', { day: words(date) }, field);
  if (!isChangeable(day)) return refuse('calendar.day-national', { day: words(date), name: day.name, basis: day.basis ?? '' }, field);
  return ok({ date, before: kept(day), after: null });
}

function decideDay(edit: Extract<DayEdit, { act: 'set' }>, basis: string, { written, bare, opening = bare }: CalendarFacts, field: string): Result<DayChange> {
  const { date, kind } = edit;
  const name = edit.name.trim();
  if (name === '') return refuse('calendar.name-missing', { day: words(date) }, field.replace(/date$/, 'name'));
  const day = written.get(date);
  if (day !== undefined && !isChangeable(day)) return refuse('calendar.day-national', { day: words(date), name: day.name, basis: day.basis ?? '' }, field);
  if (day !== undefined && day.kind === kind && day.status === 'confirmed') return refuse('calendar.day-there-already', { day: words(date), name: day.name }, field);
  const plain = bare.day(dayOf(date));
  if (kind === 'make-up-work' && plain.sessions.length > 0) return refuse('calendar.day-works-already', { day: words(date) }, field);
  if (kind !== 'make-up-work' && isOffByWeek(plain) && isOffByWeek(opening.day(dayOf(date)))) return refuse('calendar.day-off-already', { day: words(date) }, field);
  return ok({ date, before: day === undefined ? null : kept(day), after: { kind, name, basis, status: 'confirmed', scope: edit.scope } });
}

/** Nobody works on such a day as it is: the weekend, or a weekday without hours. */
function isOffByWeek({ off }: CalendarDay): boolean {
  return off !== null && (off.kind === 'weekend' || off.kind === 'no-session');
}
