import { dateAt } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { finding, type HealthFinding } from '../../../platform/health/finding.ts';
import { type ArchiveFault } from '../domain/archive-fault.ts';
import { type ArchivedMonth } from '../domain/archive-header.ts';
import { ArchiveFaulty, type ArchiveFiles } from '../store/archive-file.ts';
import { listArchivedMonths } from '../store/archived-months.ts';
import { listJournalCommunes } from '../store/chain-rows.ts';
import { findChecked } from '../store/checked-chains.ts';
import { faultWords } from './fault-words.ts';
import { verifyJournal, verifySince } from './verify-journal.ts';

/** A nightly verification that is older than this did not happen. */
const LATE_MS = 3 * 24 * 3_600_000;

/**
 * Whether the journals are whole and their sealed files are there: from where the last verification ended, or with `all` from the beginning and
 * through every archive. Every finding says in which commune.
 */
export async function checkJournals(db: Database, archives: ArchiveFiles, now: Date, all: boolean): Promise<readonly HealthFinding[]> {
  const found: HealthFinding[] = [];
  let [rows, months] = [0, 0];
  for (const commune of await listJournalCommunes(db)) {
    const known = await findChecked(db, commune);
    const whole = all || known === undefined;
    const result = whole ? await verifyJournal(db, { communeCode: commune, from: null, to: null }, all ? archives : undefined) : await verifySince(db, commune, known.end, archives);
    rows += whole ? result.rows : known.rows + result.rows;
    const fault = result.fault ?? (all ? undefined : (known?.fault ?? undefined));
    if (fault !== undefined && !fault.kind.startsWith('archive-')) {
      const words = faultWords(fault);
      found.push(finding('journal.broken', 'bad', { commune, 'fault.vi': words.vi, 'fault.en': words.en }));
    }
    if (!all && known !== undefined && now.getTime() - known.at.getTime() > LATE_MS) found.push(finding('journal.not-verified', 'attention', { commune, since: dateAt(known.at.getTime()).split('-').reverse().join('/') }));
    const archived = await listArchivedMonths(db, commune);
    months += archived.length;
    for (const archiveFault of await archiveFaults(archives, archived, all)) {
      const words = faultWords(archiveFault);
      found.push(finding('journal.archive-faulty', 'bad', { commune, 'fault.vi': words.vi, 'fault.en': words.en }));
    }
  }
  return found.length > 0 ? found : [finding('journal.well', 'well', { rows, months })];
}

/** Every file is there with its length; the newest, or with `all` each of them, is compared byte by byte with what was sealed. */
async function archiveFaults(archives: ArchiveFiles, months: readonly ArchivedMonth[], all: boolean): Promise<readonly ArchiveFault[]> {
  const faults: ArchiveFault[] = [];
  for (const { month, file, byteCount, sha256 } of months) {
    try {
      const size = await archives.sizeOf(file);
      const read = size !== undefined && (all || month === months.at(-1)?.month);
      if (size === undefined) faults.push({ kind: 'archive-missing', month, file });
      else if (size !== byteCount || (read && (await archives.digest({ file, month })).sha256 !== sha256)) faults.push({ kind: 'archive-altered', month, file });
    } catch (error) {
      if (!(error instanceof ArchiveFaulty)) throw error;
      faults.push(error.fault);
    }
  }
  return faults;
}
