import { journalObjectForms } from '../../../kernel/journal-object.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type ArchivedMonth } from '../domain/archive-header.ts';
import { type ChainRow } from '../domain/check-chain.ts';
import { type JournalWish } from '../domain/journal-scope.ts';
import { ArchiveFaulty, type ArchiveFiles } from '../store/archive-file.ts';
import { type JournalRow } from '../store/journal-lines.ts';

/**
 * The lines of one sealed month that fit, newest first, from a place on: the file is read from its end until there are enough. Refuses
 * `journal.archive-unreadable` when it is gone, altered or another one.
 */
export async function listArchived(archives: ArchiveFiles, communeCode: string, month: ArchivedMonth, wish: JournalWish, after: Pick<JournalRow, 'day' | 'seq'> | null, most: number): Promise<Result<readonly JournalRow[]>> {
  const objects = wish.object === null ? undefined : new Set(journalObjectForms(wish.object));
  const fits = (row: ChainRow): boolean =>
    (after === null || row.day < after.day || (row.day === after.day && row.seq < after.seq)) &&
    (wish.day === null || row.day === wish.day) && (wish.staffId === null || row.actorId === wish.staffId) &&
    (objects === undefined || objects.has(row.object ?? '')) && (wish.action === null || row.action === wish.action);
  const found: JournalRow[] = [];
  try {
    for await (const part of archives.read(communeCode, month, 'backwards')) {
      for (const row of part.toReversed()) {
        if (!fits(row)) continue;
        found.push({ day: row.day, seq: row.seq, at: new Date(row.at), entry: row.entry });
        if (found.length === most) return ok(found);
      }
    }
    return ok(found);
  } catch (error) {
    if (error instanceof ArchiveFaulty) return refuse('journal.archive-unreadable', { month: month.month, file: error.fault.file });
    throw error;
  }
}
