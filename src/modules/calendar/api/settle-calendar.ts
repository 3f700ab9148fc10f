import { type Tx } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { findChange, insertMoved, listChanges, listUnsettled, lockCalendar, markSettled } from '../store/calendar-changes.ts';
import { loadCalendarRows } from '../store/calendar-rows.ts';
import { compileCalendar, rowsBefore } from '../store/calendars.ts';
import { reasonWords } from './change-calendar.ts';
import { type CalendarDeps } from './deps.ts';

/** Longer than any reception or move that began with the calendar from before a change. */
const SETTLES_AFTER_MS = 60_000;

/**
 * Looks once more at what a change of the calendar moved: a dossier that was just being received or resumed was counted by the calendar
 * from before. Such a dossier is moved now and stands in the list of the change. Answers how many changes were looked at.
 */
export async function settleCalendarChanges(deps: CalendarDeps, now: Date, signal: AbortSignal): Promise<number> {
  let settled = 0;
  for (const { communeCode, id } of await listUnsettled(deps.db, new Date(now.getTime() - SETTLES_AFTER_MS))) {
    if (signal.aborted) break;
    await deps.db.transaction().execute((tx) => settle(deps, tx, communeCode, id, now));
    settled += 1;
  }
  return settled;
}

async function settle(deps: CalendarDeps, tx: Tx, communeCode: string, id: string, now: Date): Promise<void> {
  await lockCalendar(tx, communeCode);
  const change = await findChange(tx, communeCode, id);
  if (change === undefined) return;
  const rows = await loadCalendarRows(tx, communeCode);
  const since = (await listChanges(tx, communeCode, 1000)).filter(({ seq }) => seq >= change.seq);
  const move = { communeCode, before: compileCalendar(communeCode, rowsBefore(rows, since)), after: compileCalendar(communeCode, rows), now };
  const { moved, outbox } = await deps.moveDossiers(tx, move, { changeId: id, words: reasonWords(change), by: { staffId: null, name: change.actorName }, which: 'missed' });
  await insertMoved(tx, communeCode, id, moved);
  if (outbox.length > 0) await addMessages(tx, communeCode, outbox, now);
  await markSettled(tx, communeCode, id, now);
}
