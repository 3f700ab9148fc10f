import { type Tx } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { type DayChange } from '../domain/calendar-edit.ts';
import { findLastChange, insertChange, insertMoved, listStoredDays, lockCalendar } from '../store/calendar-changes.ts';
import { listCommunesWithHours, loadCalendarRows } from '../store/calendar-rows.ts';
import { compileCalendar } from '../store/calendars.ts';
import { installDefaultCalendar } from '../store/install-default-calendar.ts';
import { reasonWords } from './change-calendar.ts';
import { type CalendarDeps } from './deps.ts';

/** Who changed a calendar when nobody did. */
const PROGRAM = 'Chương trình';
const BASIS = 'Ngày nghỉ, ngày làm bù chính thức của năm, có trong bản cập nhật chương trình';

/**
 * Brings the official days of years that a newer program knows and a commune does not have: like a change by the administrator, with the
 * dossiers that move and their list. What the commune wrote itself stays. Answers how many communes got new days.
 */
export async function adoptOfficialDays(deps: CalendarDeps, now: Date, signal: AbortSignal): Promise<number> {
  let adopted = 0;
  for (const communeCode of await listCommunesWithHours(deps.db)) {
    if (signal.aborted) break;
    const added = await deps.db.transaction().execute((tx) => adopt(deps, tx, communeCode, now));
    if (added === 0) continue;
    deps.calendars.forgetCalendar(communeCode);
    adopted += 1;
  }
  return adopted;
}

async function adopt(deps: CalendarDeps, tx: Tx, communeCode: string, now: Date): Promise<number> {
  await lockCalendar(tx, communeCode);
  const before = await loadCalendarRows(tx, communeCode);
  const added = new Set(await installDefaultCalendar(tx, communeCode, now));
  if (added.size === 0) return 0;
  const after = await loadCalendarRows(tx, communeCode);
  const edits = (await listStoredDays(tx, communeCode)).flatMap(({ date, kind, name, basis, status, scope }): DayChange[] => (added.has(date) ? [{ date, before: null, after: { kind, name, basis, status, scope } }] : []));
  const id = deps.newId();
  const seq = ((await findLastChange(tx, communeCode))?.seq ?? 0) + 1;
  await insertChange(tx, communeCode, { id, seq, at: now, actorId: null, actorName: PROGRAM, basis: BASIS, edits, hours: null });
  const move = { communeCode, before: compileCalendar(communeCode, before), after: compileCalendar(communeCode, after), now };
  const { moved, outbox } = await deps.moveDossiers(tx, move, { changeId: id, words: reasonWords({ edits, hours: null, basis: BASIS }), by: { staffId: null, name: PROGRAM }, which: 'all' });
  await insertMoved(tx, communeCode, id, moved);
  await addMessages(tx, communeCode, outbox, now);
  return added.size;
}
