import { type Database } from '../../../platform/db/database.ts';
import { type ArchiveFiles } from '../store/archive-file.ts';
import { listJournalCommunes } from '../store/chain-rows.ts';
import { findChecked, saveChecked } from '../store/checked-chains.ts';
import { verifyJournal, verifySince } from './verify-journal.ts';

/** A chain is read from its beginning again after so long, archives included. */
const WHOLE_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * Verifies every journal from where the last night ended, and once a week from its beginning, and notes the result for whoever looks after the
 * installation. A fault stays noted until a verification from the beginning finds none.
 */
export async function noteVerifications(db: Database, archives: ArchiveFiles, now: Date, signal: AbortSignal): Promise<void> {
  for (const communeCode of await listJournalCommunes(db)) {
    if (signal.aborted) return;
    const known = await findChecked(db, communeCode);
    const whole = known === undefined || known.fault !== null || now.getTime() - known.wholeAt.getTime() >= WHOLE_AFTER_MS;
    const found = whole ? await verifyJournal(db, { communeCode, from: null, to: null }, archives) : await verifySince(db, communeCode, known.end, archives);
    const end = found.end.day === '' ? known?.end : found.end;
    if (end === undefined) continue;
    await saveChecked(db, communeCode, { end, rows: whole ? found.rows : known.rows + found.rows, at: now, wholeAt: whole ? now : known.wholeAt, fault: found.fault ?? null });
  }
}
