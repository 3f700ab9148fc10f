import { type LocalDate } from '../../../kernel/local-time.ts';
import { type DayOverride, type DayOverrideKind } from '../../../kernel/working-calendar-rows.ts';

/** For whom a day holds: everybody in the country, or this commune alone. */
export type DayScope = 'national' | 'commune';

/** A day that is written down, with who wrote it; `changedByName` null: the program brought it along. */
export interface StoredDay extends DayOverride {
  readonly scope: DayScope;
  readonly changedByName: string | null;
}

/** What an administrator wants: a day off or a working day, or a written day gone. */
export type DayEdit =
  | { readonly act: 'set'; readonly date: LocalDate; readonly kind: DayOverrideKind; readonly scope: DayScope; readonly name: string }
  | { readonly act: 'remove'; readonly date: LocalDate };

/** The part of a written day that the record of a change keeps. */
export type KeptDay = Omit<StoredDay, 'date' | 'changedByName'>;

/** One day before and after a change; null: nothing was, or is, written. */
export interface DayChange {
  readonly date: LocalDate;
  readonly before: KeptDay | null;
  readonly after: KeptDay | null;
}

/** The written days as they were before a change: the change undone. */
export function undoChanges(days: readonly DayOverride[], changes: readonly DayChange[]): readonly DayOverride[] {
  const byDate = new Map(days.map((day) => [day.date, day]));
  for (const { date, before } of changes) {
    if (before === null) byDate.delete(date);
    else byDate.set(date, { date, kind: before.kind, name: before.name, basis: before.basis, status: before.status });
  }
  return [...byDate.values()];
}

/** The written days as a change leaves them. */
export function applyChanges(days: readonly DayOverride[], changes: readonly DayChange[]): readonly DayOverride[] {
  return undoChanges(days, changes.map(({ date, after }) => ({ date, before: after, after: null })));
}
