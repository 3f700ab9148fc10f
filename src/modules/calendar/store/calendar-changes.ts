import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type DayChange, type StoredDay } from '../domain/calendar-edit.ts';
import { type HoursChange } from '../domain/office-hours.ts';

/** A change of a commune's calendar as it is kept. */
export interface CalendarChange {
  readonly id: string;
  readonly seq: number;
  readonly at: Date;
  readonly actorName: string;
  readonly basis: string;
  readonly edits: readonly DayChange[];
  /** What it did to the weekly hours; null for a change of days. */
  readonly hours: HoursChange | null;
}

/** A dossier whose date a change moved. */
export interface MovedDossier {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly oldDueAt: Date;
  readonly newDueAt: Date;
  /** The clock stands still: the dates are those from before the pause. */
  readonly paused: boolean;
  readonly lateBefore: boolean;
  readonly lateAfter: boolean;
}

/** How many dossiers a change moved, and which way. */
export interface MovedCounts {
  readonly moved: number;
  readonly later: number;
  readonly sooner: number;
  readonly paused: number;
  readonly becomeLate: number;
  readonly noLongerLate: number;
}

const COLUMNS = ['id', 'seq', 'at', 'actor_name as actorName', 'basis', 'edits', 'hours'] as const;

// Both were written by `insertChange` from these very types.
const readChange = <T extends { readonly edits: unknown; readonly hours: unknown }>(row: T): Omit<T, 'edits' | 'hours'> & Pick<CalendarChange, 'edits' | 'hours'> => ({ ...row, edits: row.edits as readonly DayChange[], hours: row.hours as HoursChange | null });

/** From now until the end of the transaction nobody else changes this commune's calendar. */
export async function lockCalendar(tx: Tx, communeCode: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('calendar'), hashtext(${communeCode}))`.execute(tx);
}

/** The written days of a commune between two dates, both included, in order; all of them without dates. */
export async function listStoredDays(db: Database, communeCode: string, span?: { readonly first: LocalDate; readonly last: LocalDate }): Promise<readonly (StoredDay & { readonly changedAt: Date | null })[]> {
  let query = db
    .selectFrom('calendar_day')
    .select(['day as date', 'kind', 'name', 'basis', 'status', 'scope', 'changed_by_name as changedByName', 'changed_at as changedAt'])
    .where('commune_code', '=', communeCode)
    .orderBy('day');
  if (span !== undefined) query = query.where('day', '>=', span.first).where('day', '<=', span.last);
  return query.execute();
}

/** Writes the days as a change leaves them. */
export async function writeDays(tx: Tx, communeCode: string, changes: readonly DayChange[], by: { readonly name: string; readonly at: Date }): Promise<void> {
  await tx.deleteFrom('calendar_day').where('commune_code', '=', communeCode).where('day', 'in', changes.map(({ date }) => date)).execute();
  const days = changes.flatMap(({ date, after }) => (after === null ? [] : [{ commune_code: communeCode, day: date, ...after, changed_at: by.at, changed_by_name: by.name }]));
  if (days.length > 0) await tx.insertInto('calendar_day').values(days).execute();
}

/** Keeps a change under the next number. */
export async function insertChange(tx: Tx, communeCode: string, change: CalendarChange & { readonly actorId: string | null }): Promise<void> {
  await tx
    .insertInto('calendar_change')
    .values({
      commune_code: communeCode, id: change.id, seq: change.seq, at: change.at, actor_id: change.actorId, actor_name: change.actorName, basis: change.basis,
      edits: JSON.stringify(change.edits), hours: change.hours === null ? null : JSON.stringify(change.hours), settled_at: null,
    })
    .execute();
}

/** Keeps which dossiers a change moved; one that is kept already stays as it is. */
export async function insertMoved(tx: Tx, communeCode: string, changeId: string, moved: readonly MovedDossier[]): Promise<void> {
  if (moved.length === 0) return;
  const rows = moved.map((one) => ({
    commune_code: communeCode, change_commune: communeCode, change_id: changeId, dossier_id: one.dossierId, code: one.code, procedure_name: one.procedureName, old_due_at: one.oldDueAt, new_due_at: one.newDueAt,
    paused: one.paused, late_before: one.lateBefore, late_after: one.lateAfter,
  }));
  await sql`insert into calendar_moved_dossier select * from jsonb_populate_recordset(null::calendar_moved_dossier, ${JSON.stringify(rows)}::jsonb) on conflict do nothing`.execute(tx);
}

/** The changes of a commune, newest first. */
export async function listChanges(db: Database, communeCode: string, limit: number): Promise<readonly CalendarChange[]> {
  const rows = await db.selectFrom('calendar_change').select(COLUMNS).where('commune_code', '=', communeCode).orderBy('seq', 'desc').limit(limit).execute();
  return rows.map(readChange);
}

/** One change; undefined when the commune has none of this id. */
export async function findChange(db: Database, communeCode: string, id: string): Promise<CalendarChange | undefined> {
  const row = await db.selectFrom('calendar_change').select(COLUMNS).where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : readChange(row);
}

/** The newest change of a commune; undefined when its calendar was never changed. */
export async function findLastChange(db: Database, communeCode: string): Promise<CalendarChange | undefined> {
  return (await listChanges(db, communeCode, 1))[0];
}

/** What each of these changes moved, counted. */
export async function countMoved(db: Database, communeCode: string, changeIds: readonly string[]): Promise<ReadonlyMap<string, MovedCounts>> {
  const { rows } = await sql<MovedCounts & { id: string }>`
    select change_id as id, count(*) as moved, count(*) filter (where new_due_at > old_due_at) as later, count(*) filter (where new_due_at < old_due_at) as sooner,
      count(*) filter (where paused) as paused, count(*) filter (where late_after and not late_before) as "becomeLate", count(*) filter (where late_before and not late_after) as "noLongerLate"
    from calendar_moved_dossier where commune_code = ${communeCode} and change_id = any(${changeIds}::uuid[]) group by change_id`.execute(db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** The dossiers that a change moved, the nearest new date first. */
export async function listMoved(db: Database, communeCode: string, changeId: string, limit: number): Promise<readonly MovedDossier[]> {
  return db
    .selectFrom('calendar_moved_dossier')
    .select(['dossier_id as dossierId', 'code', 'procedure_name as procedureName', 'old_due_at as oldDueAt', 'new_due_at as newDueAt', 'paused', 'late_before as lateBefore', 'late_after as lateAfter'])
    .where('commune_code', '=', communeCode)
    .where('change_id', '=', changeId)
    .orderBy('new_due_at')
    .orderBy('dossier_id')
    .limit(limit)
    .execute();
}

/** Changes that were made before `before` and not looked at once more yet, oldest first. */
export async function listUnsettled(db: Database, before: Date): Promise<readonly { readonly communeCode: string; readonly id: string }[]> {
  return db.selectFrom('calendar_change').select(['commune_code as communeCode', 'id']).where('settled_at', 'is', null).where('at', '<=', before).orderBy('at').limit(100).execute();
}

/** Notes that a change was looked at once more. */
export async function markSettled(tx: Tx, communeCode: string, id: string, at: Date): Promise<void> {
  await tx.updateTable('calendar_change').set({ settled_at: at }).where('commune_code', '=', communeCode).where('id', '=', id).execute();
}
