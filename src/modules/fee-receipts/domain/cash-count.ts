import { type Dong, MAX_DONG } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** Notes in use, largest first, in đồng. */
export const NOTES = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000] as const;

/** How many of each note, by its value. A note that is not there counts as none. */
export type NoteCount = Readonly<Record<string, number>>;

/** The sum of counted notes. Refuses notes that do not exist and counts that are no whole numbers from 0 to 100,000. */
export function sumNotes(count: NoteCount): Result<{ readonly total: Dong; readonly notes: NoteCount }> {
  const known = new Set<string>(NOTES.map(String));
  let total = 0;
  const notes: Record<string, number> = {};
  for (const [note, pieces] of Object.entries(count)) {
    if (!known.has(note)) return refuse('fee-receipts.note-unknown', { note }, 'notes');
    if (!Number.isInteger(pieces) || pieces < 0 || pieces > 100_000) return refuse('fee-receipts.note-count', { note }, 'notes');
    if (pieces > 0) notes[note] = pieces;
    total += Number(note) * pieces;
  }
  return total > MAX_DONG ? refuse('fee-receipts.note-count', { note: '500000' }, 'notes') : ok({ total, notes });
}
