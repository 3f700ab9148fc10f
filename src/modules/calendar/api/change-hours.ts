import { type StaffActor } from '../../../kernel/actor.ts';
import { addDays } from '../../../kernel/local-time.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ChangeResponse, type HoursPreview, type HoursRequest, type Week } from '../contract/calendar-schemas.ts';
import { closedWeekdays, countedMinutes, decideHoursChange, type HoursWish } from '../domain/decide-hours-change.ts';
import { type HoursChange, type HoursPeriod, type HoursRow, isOpen, periodOn, withPeriod } from '../domain/office-hours.ts';
import { loadCalendarRows, withHours, writeHours } from '../store/calendar-rows.ts';
import { compileCalendar } from '../store/calendars.ts';
import { applyChange, type ChangeKind, lookAhead, type PlannedChange } from './change-calendar.ts';
import { type CalendarDeps } from './deps.ts';

interface PlannedHours extends PlannedChange {
  readonly hours: HoursChange;
  /** The weekly hours as the change leaves them. */
  readonly periods: readonly HoursPeriod[];
}

function hoursChange(deps: CalendarDeps, wish: HoursWish): ChangeKind<PlannedHours> {
  return {
    action: 'calendar.hours-changed',
    write: (tx, communeCode, { periods }) => writeHours(tx, communeCode, periods, deps.newId),
    plan: async (db, communeCode, today) => {
      const rows = await loadCalendarRows(db, communeCode);
      const decided = decideHoursChange(wish, { today, periods: rows.hours });
      if (!decided.ok) return decided;
      const periods = withPeriod(rows.hours, decided.value.from, decided.value.after);
      return ok({ edits: [], hours: decided.value, periods, before: compileCalendar(communeCode, rows), after: compileCalendar(communeCode, withHours(rows, periods)) });
    },
  };
}

/** The sessions of a week as people read them. */
export function weekOf(rows: readonly HoursRow[]): Week {
  return rows.filter(isOpen).map(({ weekday, opens, closes }) => ({ weekday, opens, closes }));
}

/** What other hours would move, how the week was understood, and until when it would hold. Writes nothing. */
export async function previewHours(deps: CalendarDeps, wish: HoursWish, actor: StaffActor, context: RequestContext): Promise<Result<HoursPreview>> {
  const ahead = await lookAhead(deps, hoursChange(deps, wish), actor, context.now);
  if (!ahead.ok) return ahead;
  const { preview, planned: { hours, periods } } = ahead.value;
  const rows = periodOn(periods, hours.from)?.rows ?? [];
  const next = periods.find(({ from }) => from > hours.from);
  return ok({
    ...preview,
    week: weekOf(rows),
    until: next === undefined ? null : addDays(next.from, -1),
    closedWeekdays: [...closedWeekdays(rows)],
    openWeekend: rows.some(({ use }) => use === 'reception-only'),
    countedMinutes: countedMinutes(rows),
  });
}

/** Plans other weekly hours, or takes planned ones back; the running dossiers move with them in the same transaction. */
export async function changeHours(deps: CalendarDeps, { wish, commandId, expectedRevision }: HoursRequest, actor: StaffActor, context: RequestContext): Promise<Result<ChangeResponse>> {
  return applyChange(deps, hoursChange(deps, wish), { ...wish, commandId, expectedRevision }, actor, context);
}
