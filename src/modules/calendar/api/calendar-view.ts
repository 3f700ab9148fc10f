import { addDays, dateAt, dateOf, dayOfYmd, daysInMonth } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type CalendarYear, type ChangeDetail, type ChangesResponse, type HoursResponse } from '../contract/calendar-schemas.ts';
import { editableSpan, isChangeable } from '../domain/decide-calendar-change.ts';
import { periodOn } from '../domain/office-hours.ts';
import { type CalendarChange, countMoved, findChange, findLastChange, listChanges, listMoved, listStoredDays, type MovedCounts } from '../store/calendar-changes.ts';
import { loadHours, SINCE_ALWAYS } from '../store/calendar-rows.ts';
import { movedItem, SHOWN } from './change-calendar.ts';
import { weekOf } from './change-hours.ts';
import { type CalendarDeps } from './deps.ts';

const PAST_CHANGES = 100;
/** As many as are looked through for who planned which hours. */
const HOURS_CHANGES = 1000;
const NONE: MovedCounts = { moved: 0, later: 0, sooner: 0, paused: 0, becomeLate: 0, noLongerLate: 0 };

/** One year of a commune's calendar: its named days, written and computed, and what the week makes of the rest. */
export async function yearView({ db, calendars }: CalendarDeps, communeCode: string, year: number, now: Date, mayChange: boolean): Promise<CalendarYear> {
  const [calendar, opening, stored, last] = await Promise.all([
    calendars.getCalendar(communeCode),
    calendars.getOpening(communeCode),
    listStoredDays(db, communeCode, { first: `${String(year)}-01-01`, last: `${String(year)}-12-31` }),
    findLastChange(db, communeCode),
  ]);
  const today = dateAt(now.getTime());
  const span = editableSpan(today);
  const written = new Map(stored.map((day) => [day.date, day]));
  const named = calendar.overridesOf(year).map((day) => {
    const row = written.get(day.date);
    return {
      date: day.date, kind: day.kind, name: day.name, basis: day.basis, status: day.status,
      scope: row?.scope ?? ('national' as const),
      computed: row === undefined,
      changeable: row === undefined || isChangeable(row),
      changedByName: row?.changedByName ?? null,
      changedAt: row?.changedAt?.toISOString() ?? null,
    };
  });
  const plainOff: string[] = [];
  const receptionOnly: string[] = [];
  const workingDays = Array.from({ length: 12 }, (_, month) => {
    let working = 0;
    for (let date = 1; date <= daysInMonth(year, month + 1); date += 1) {
      const day = dayOfYmd(year, month + 1, date);
      const { sessions, off } = calendar.day(day);
      if (sessions.length > 0) working += 1;
      else if (opening.day(day).sessions.length > 0) receptionOnly.push(dateOf(day));
      else if (off?.kind === 'weekend' || off?.kind === 'no-session') plainOff.push(dateOf(day));
    }
    return working;
  });
  return { year, revision: last?.seq ?? 0, today, firstYear: Number(span.first.slice(0, 4)), lastYear: Number(span.last.slice(0, 4)), mayChange, named, plainOff, receptionOnly, workingDays };
}

/** The weekly hours of a commune, the latest first: who planned them, and those that hold today. */
export async function hoursView({ db }: CalendarDeps, communeCode: string, now: Date, mayChange: boolean): Promise<HoursResponse> {
  const [periods, changes] = await Promise.all([loadHours(db, communeCode), listChanges(db, communeCode, HOURS_CHANGES)]);
  const today = dateAt(now.getTime());
  const holds = periodOn(periods, today);
  const items = periods.map((period, index): HoursResponse['periods'][number] => {
    const next = periods[index + 1];
    const change = changes.find(({ hours }) => hours?.from === period.from && hours.after !== null);
    return {
      from: period.from === SINCE_ALWAYS ? null : period.from,
      until: next === undefined ? null : addDays(next.from, -1),
      state: period === holds ? 'now' : period.from > today ? 'planned' : 'past',
      week: weekOf(period.rows),
      by: change === undefined ? null : { name: change.actorName, at: change.at.toISOString(), basis: change.basis, changeId: change.id },
    };
  });
  return { revision: changes[0]?.seq ?? 0, today, mayChange, periods: items.toReversed() };
}

function changeView({ id, seq, at, actorName, basis, edits, hours }: CalendarChange, counts: MovedCounts | undefined): ChangesResponse['items'][number] {
  const kept = (day: CalendarChange['edits'][number]['before']) => (day === null ? null : { kind: day.kind, scope: day.scope, name: day.name });
  return { id, seq, at: at.toISOString(), byName: actorName, basis, days: edits.map(({ date, before, after }) => ({ date, before: kept(before), after: kept(after) })), hours: hours === null ? null : { from: hours.from, before: hours.before === null ? null : weekOf(hours.before), after: hours.after === null ? null : weekOf(hours.after) }, counts: counts ?? NONE };
}

/** The changes of a commune's calendar with what each moved, newest first. */
export async function changesView(db: Database, communeCode: string): Promise<ChangesResponse> {
  const changes = await listChanges(db, communeCode, PAST_CHANGES);
  const counts = await countMoved(db, communeCode, changes.map(({ id }) => id));
  return { items: changes.map((change) => changeView(change, counts.get(change.id))) };
}

/** One change with the dossiers that it moved; undefined when the commune has none of this id. */
export async function changeDetail(db: Database, communeCode: string, id: string): Promise<ChangeDetail | undefined> {
  const change = await findChange(db, communeCode, id);
  if (change === undefined) return undefined;
  const [counts, moved] = await Promise.all([countMoved(db, communeCode, [id]), listMoved(db, communeCode, id, SHOWN)]);
  const view = changeView(change, counts.get(id));
  return { change: view, items: moved.map(movedItem), left: Math.max(0, view.counts.moved - moved.length) };
}
