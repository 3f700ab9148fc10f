import { type JournalObject } from '../../../kernel/journal-object.ts';
import { isOldEnough } from '../domain/archive-months.ts';
import { findOldestMonth, isSpokenOf } from '../store/archived-months.ts';
import { type ArchiveDeps } from './archive-months.ts';

/**
 * The oldest month of a commune, such as `2024-08`, when it is old enough to be sealed and stays in the tables because it speaks of a dossier under
 * a legal hold; all later months wait with it. Null when nothing waits for that reason.
 */
export async function findHeldMonth(deps: Pick<ArchiveDeps, 'db' | 'heldDossiers' | 'monthsOf'>, communeCode: string, now: Date): Promise<string | null> {
  const held = (await deps.heldDossiers(communeCode)).map((id): JournalObject => `dossier:${id}`);
  if (held.length === 0) return null;
  const oldest = await findOldestMonth(deps.db, communeCode);
  if (oldest === undefined || !isOldEnough(oldest.month, oldest.newest, await deps.monthsOf(communeCode, now))) return null;
  return (await isSpokenOf(deps.db, communeCode, oldest.month, held)) ? oldest.month : null;
}
