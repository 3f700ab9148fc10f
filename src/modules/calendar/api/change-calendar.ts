import { type StaffActor } from '../../../kernel/actor.ts';
import { plainDateWords } from '../../../kernel/date-words.ts';
import { dateAt, formatTimeOfDay, type LocalDate, msOfDayAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ChangeRequest, type ChangeResponse, type MovedItem, type PreviewRequest, type PreviewResponse } from '../contract/calendar-schemas.ts';
import { applyChanges, type DayChange } from '../domain/calendar-edit.ts';
import { decideCalendarChange } from '../domain/decide-calendar-change.ts';
import { type HoursChange } from '../domain/office-hours.ts';
import { type CalendarChange, findLastChange, insertChange, insertMoved, listStoredDays, lockCalendar, type MovedCounts, type MovedDossier, writeDays } from '../store/calendar-changes.ts';
import { loadCalendarRows, openingRows } from '../store/calendar-rows.ts';
import { compileCalendar } from '../store/calendars.ts';
import { type CalendarDeps } from './deps.ts';

/** How many moved dossiers are shown one by one; the counts are of all. */
export const SHOWN = 500;

/** What a change would do to the calendar: days, or weekly hours. */
export interface PlannedChange {
  readonly edits: readonly DayChange[];
  readonly hours: HoursChange | null;
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
}

/** How a kind of change is decided, and what it writes. */
export interface ChangeKind<P extends PlannedChange> {
  readonly plan: (db: Database, communeCode: string, today: LocalDate) => Promise<Result<P>>;
  readonly write: (tx: Tx, communeCode: string, planned: P, by: { readonly name: string; readonly at: Date }) => Promise<void>;
  readonly action: 'calendar.changed' | 'calendar.hours-changed';
}

function dayChange(wish: PreviewRequest): ChangeKind<PlannedChange> {
  return {
    action: 'calendar.changed',
    write: (tx, communeCode, { edits }, by) => writeDays(tx, communeCode, edits, by),
    plan: async (db, communeCode, today) => {
      const rows = await loadCalendarRows(db, communeCode);
      const days = await listStoredDays(db, communeCode);
      const asked = new Set(wish.edits.map(({ date }) => date));
      const bare = { ...rows, overrides: rows.overrides.filter(({ date }) => !asked.has(date)) };
      const decided = decideCalendarChange(wish, {
        today,
        written: new Map(days.map((day) => [day.date, day])),
        bare: compileCalendar(communeCode, bare),
        opening: compileCalendar(communeCode, openingRows(bare)),
      });
      if (!decided.ok) return decided;
      const after = { ...rows, overrides: applyChanges(rows.overrides, decided.value) };
      return ok({ edits: decided.value, hours: null, before: compileCalendar(communeCode, rows), after: compileCalendar(communeCode, after) });
    },
  };
}

/** What a change would move, before anybody decides, and the change itself. Writes nothing. */
export async function lookAhead<P extends PlannedChange>(deps: CalendarDeps, kind: ChangeKind<P>, { communeCode }: StaffActor, now: Date): Promise<Result<{ readonly planned: P; readonly preview: PreviewResponse }>> {
  const last = await findLastChange(deps.db, communeCode);
  const planned = await kind.plan(deps.db, communeCode, dateAt(now.getTime()));
  if (!planned.ok) return planned;
  const { before, after } = planned.value;
  const moved = await deps.previewMoves(deps.db, { communeCode, before, after, now });
  return ok({ planned: planned.value, preview: { revision: last?.seq ?? 0, counts: countsOf(moved), items: moved.slice(0, SHOWN).map(movedItem), left: Math.max(0, moved.length - SHOWN) } });
}

/** What a change of days would move: every running dossier that gets another date. Writes nothing. */
export async function previewChange(deps: CalendarDeps, wish: PreviewRequest, actor: StaffActor, context: RequestContext): Promise<Result<PreviewResponse>> {
  const ahead = await lookAhead(deps, dayChange(wish), actor, context.now);
  return ahead.ok ? ok(ahead.value.preview) : ahead;
}

/** What every change of the calendar carries. */
interface ChangeOrder {
  readonly commandId: string;
  readonly expectedRevision: number;
  readonly basis: string;
}

/**
 * Changes the calendar and moves every running dossier with it, in one transaction: days or hours, record of the change, dossiers with
 * their history, list of those that moved, journal and outbox. Refuses whoever looked at an older calendar. Finished dossiers, printed
 * papers and the date of an apology letter stay (legal-clock, “Calendar” and “What an extension does”).
 */
export async function applyChange<P extends PlannedChange>(deps: CalendarDeps, kind: ChangeKind<P>, order: ChangeOrder, actor: StaffActor, { now, address }: RequestContext): Promise<Result<ChangeResponse>> {
  const { communeCode } = actor;
  const id = deps.newId();
  const envelope = { communeCode, commandId: order.commandId, kind: kind.action === 'calendar.changed' ? 'change-calendar' : 'change-hours', actor, request: order, now, address };
  const done = await runCommand<ChangeResponse>(deps.db, envelope, async (tx) => {
    await lockCalendar(tx, communeCode);
    const last = await findLastChange(tx, communeCode);
    const revision = last?.seq ?? 0;
    if (last !== undefined && revision !== order.expectedRevision) return refuse('calendar.changed-meanwhile', overtakenBy(last));
    if (revision !== order.expectedRevision) return refuse('calendar.changed-meanwhile', { by: '–', time: '–' });
    const planned = await kind.plan(tx, communeCode, dateAt(now.getTime()));
    if (!planned.ok) return planned;
    const { edits, hours, before, after } = planned.value;
    const basis = order.basis.trim();
    const change = { id, seq: revision + 1, at: now, actorId: actor.staffId, actorName: actor.fullName, basis, edits, hours };
    await kind.write(tx, communeCode, planned.value, { name: actor.fullName, at: now });
    await insertChange(tx, communeCode, change);
    const by = { staffId: actor.staffId, name: actor.fullName };
    const { moved, outbox } = await deps.moveDossiers(tx, { communeCode, before, after, now }, { changeId: id, words: reasonWords(change), by, which: 'all' });
    await insertMoved(tx, communeCode, id, moved);
    return ok({
      result: { id, revision: change.seq, counts: countsOf(moved) },
      journal: { action: kind.action, object: `calendar:${communeCode}`, facts: { change: id, seq: change.seq, days: hours === null ? edits.map(({ date }) => date) : [hours.from], basis, moved: moved.length } },
      outbox,
    });
  });
  deps.calendars.forgetCalendar(communeCode);
  return done;
}

/** Changes special days; see `applyChange`. */
export async function changeCalendar(deps: CalendarDeps, request: ChangeRequest, actor: StaffActor, context: RequestContext): Promise<Result<ChangeResponse>> {
  return applyChange(deps, dayChange(request), request, actor, context);
}

function overtakenBy({ actorName, at }: CalendarChange): { readonly by: string; readonly time: string } {
  return { by: actorName, time: formatTimeOfDay(Math.floor(msOfDayAt(at.getTime()) / 60_000)) };
}

/** What the history of a dossier says: the names of the days, each once, or from when the hours are others, and the basis. */
export function reasonWords({ edits, hours, basis }: Pick<CalendarChange, 'edits' | 'hours' | 'basis'>): string {
  if (hours !== null) return `${hours.after === null ? 'Thôi đổi giờ làm việc' : 'Giờ làm việc mới'} từ ${plainDateWords(hours.from, 'vi')} (${basis})`;
  const names = [...new Set(edits.flatMap(({ before, after }) => (after ?? before)?.name ?? []))];
  return `${names.slice(0, 3).join('; ')}${names.length > 3 ? '…' : ''} (${basis})`;
}

/** How many moved, and which way. */
function countsOf(moved: readonly MovedDossier[]): MovedCounts {
  const count = (test: (one: MovedDossier) => boolean) => moved.filter(test).length;
  return {
    moved: moved.length,
    later: count(({ oldDueAt, newDueAt }) => newDueAt > oldDueAt),
    sooner: count(({ oldDueAt, newDueAt }) => newDueAt < oldDueAt),
    paused: count(({ paused }) => paused),
    becomeLate: count(({ lateBefore, lateAfter }) => lateAfter && !lateBefore),
    noLongerLate: count(({ lateBefore, lateAfter }) => lateBefore && !lateAfter),
  };
}

/** A moved dossier as it leaves the building. */
export function movedItem({ dossierId, code, procedureName, oldDueAt, newDueAt, paused, lateBefore, lateAfter }: MovedDossier): MovedItem {
  return { dossierId, code, procedureName, oldDueAt: oldDueAt.toISOString(), newDueAt: newDueAt.toISOString(), paused, lateBefore, lateAfter };
}
