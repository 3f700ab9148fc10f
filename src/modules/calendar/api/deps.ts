import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type OutboxMessage } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type MovedDossier } from '../store/calendar-changes.ts';
import { type Calendars } from '../store/calendars.ts';

/** A calendar before and after a change, for asking which running dossiers it moves. */
export interface CalendarMove {
  readonly communeCode: string;
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly now: Date;
}

/** Who moved the dates and why, for the history of each dossier. */
export interface MoveReason {
  readonly changeId: string;
  readonly words: string;
  readonly by: { readonly staffId: string | null; readonly name: string };
  /** `missed`: only dossiers that still have the date of the calendar before. */
  readonly which: 'all' | 'missed';
}

/** What the calendar is given by the composition root; the dossiers are another module's. */
export interface CalendarDeps {
  readonly db: Database;
  readonly calendars: Calendars;
  readonly newId: () => string;
  /** Which dossiers would move. Writes nothing. */
  readonly previewMoves: (db: Database, move: CalendarMove) => Promise<readonly MovedDossier[]>;
  /** Moves them, with history, inside the transaction of the change. */
  readonly moveDossiers: (tx: Tx, move: CalendarMove, reason: MoveReason) => Promise<{ readonly moved: readonly MovedDossier[]; readonly outbox: readonly OutboxMessage[] }>;
}

