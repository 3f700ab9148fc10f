import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt, formatTimeOfDay, type LocalDate, msOfDayAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ChangeRequest, type ChangeResponse, type MovedItem, type PreviewRequest, type PreviewResponse } from '../contract/calendar-schemas.ts';
import { applyChanges, type DayChange } from '../domain/calendar-edit.ts';
import { decideCalendarChange } from '../domain/decide-calendar-change.ts';
import { type CalendarChange, findLastChange, insertChange, insertMoved, listStoredDays, lockCalendar, type MovedCounts, type MovedDossier, writeDays } from '../store/calendar-changes.ts';
import { loadCalendarRows } from '../store/calendar-rows.ts';
import { compileCalendar } from '../store/calendars.ts';
import { type CalendarDeps } from './deps.ts';

/** How many moved dossiers are shown one by one; the counts are of all. */
export const SHOWN = 500;

/** What a change would do to the calendar. */
interface PlannedChange {
  readonly changes: readonly DayChange[];
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
}

async function planChange(db: Database, communeCode: string, wish: PreviewRequest, today: LocalDate): Promise<Result<PlannedChange>> {
  const rows = await loadCalendarRows(db, communeCode);
  const days = await listStoredDays(db, communeCode);
  const asked = new Set(wish.edits.map(({ date }) => date));
  const decided = decideCalendarChange(wish, {
    today,
    written: new Map(days.map((day) => [day.date, day])),
    bare: compileCalendar(communeCode, { ...rows, overrides: rows.overrides.filter(({ date }) => !asked.has(date)) }),
  });
  if (!decided.ok) return decided;
  const after = { ...rows, overrides: applyChanges(rows.overrides, decided.value) };
  return ok({ changes: decided.value, before: compileCalendar(communeCode, rows), after: compileCalendar(communeCode, after) });
}

/** What a change would move, before anybody decides: every running dossier that gets another date. Writes nothing. */
export async function previewChange(deps: CalendarDeps, wish: PreviewRequest, actor: StaffActor, context: RequestContext): Promise<Result<PreviewResponse>> {
  const { communeCode } = actor;
  const last = await findLastChange(deps.db, communeCode);
  const planned = await planChange(deps.db, communeCode, wish, dateAt(context.now.getTime()));
  if (!planned.ok) return planned;
  const { before, after } = planned.value;
  const moved = await deps.previewMoves(deps.db, { communeCode, before, after, now: context.now });
  return ok({ revision: last?.seq ?? 0, counts: countsOf(moved), items: moved.slice(0, SHOWN).map(movedItem), left: Math.max(0, moved.length - SHOWN) });
}

/**
 * Changes the calendar and moves every running dossier with it, in one transaction: days, record of the change, dossiers with their
 * history, list of those that moved, journal and outbox. Refuses whoever looked at an older calendar. Finished dossiers, printed papers
 * and the date of an apology letter stay (legal-clock, “Calendar” and “What an extension does”).
 */
export async function changeCalendar(deps: CalendarDeps, request: ChangeRequest, actor: StaffActor, context: RequestContext): Promise<Result<ChangeResponse>> {
  const { communeCode } = actor;
  const { now } = context;
  const id = deps.newId();
  const envelope = { communeCode, commandId: request.commandId, kind: 'change-calendar', actor, request, now, address: context.address };
  const done = await runCommand<ChangeResponse>(deps.db, envelope, async (tx) => {
    await lockCalendar(tx, communeCode);
    const last = await findLastChange(tx, communeCode);
    const revision = last?.seq ?? 0;
    if (last !== undefined && revision !== request.expectedRevision) return refuse('calendar.changed-meanwhile', overtakenBy(last));
    if (revision !== request.expectedRevision) return refuse('calendar.changed-meanwhile', { by: '–', time: '–' });
    const planned = await planChange(tx, communeCode, request, dateAt(now.getTime()));
    if (!planned.ok) return planned;
    const { changes, before, after } = planned.value;
    const basis = request.basis.trim();
    const change = { id, seq: revision + 1, at: now, actorId: actor.staffId, actorName: actor.fullName, basis, edits: changes };
    await writeDays(tx, communeCode, changes, { name: actor.fullName, at: now });
    await insertChange(tx, communeCode, change);
    const by = { staffId: actor.staffId, name: actor.fullName };
    const { moved, outbox } = await deps.moveDossiers(tx, { communeCode, before, after, now }, { changeId: id, words: reasonWords(changes, basis), by, which: 'all' });
    await insertMoved(tx, communeCode, id, moved);
    return ok({
      result: { id, revision: change.seq, counts: countsOf(moved) },
      journal: { action: 'calendar.changed', object: `calendar:${communeCode}`, facts: { change: id, seq: change.seq, days: changes.map(({ date }) => date), basis, moved: moved.length } },
      outbox,
    });
  });
  deps.calendars.forgetCalendar(communeCode);
  return done;
}

function overtakenBy({ actorName, at }: CalendarChange): { readonly by: string; readonly time: string } {
  return { by: actorName, time: formatTimeOfDay(Math.floor(msOfDayAt(at.getTime()) / 60_000)) };
}

/** What the history of a dossier says: the names of the days, each once, and the basis. */
export function reasonWords(changes: readonly DayChange[], basis: string): string {
  const names = [...new Set(changes.flatMap(({ before, after }) => (after ?? before)?.name ?? []))];
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
