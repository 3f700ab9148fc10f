import { type JournalObject } from '../../../kernel/journal-object.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { appendLines } from '../../../platform/journal/append-lines.ts';
import { isOldEnough } from '../domain/archive-months.ts';
import { type ArchivedMonth } from '../domain/archive-header.ts';
import { type ChainFault, checkRow } from '../domain/check-chain.ts';
import { ArchiveFaulty, type ArchiveFiles } from '../store/archive-file.ts';
import { describeOldestMonth, isSpokenOf, listArchivedMonths, lockArchives, sealMonth } from '../store/archived-months.ts';
import { listJournalCommunes, readChain } from '../store/chain-rows.ts';
import { faultWords } from './fault-words.ts';
import { hashOf } from './hash-of.ts';

/** What archiving needs. */
export interface ArchiveDeps {
  readonly db: Database;
  readonly archives: ArchiveFiles;
  /** Dossiers under a legal hold: months that speak of one stay in the tables. */
  readonly heldDossiers: (communeCode: string) => Promise<readonly string[]>;
  /** After how many months a commune's entries go into sealed files. */
  readonly monthsOf: (communeCode: string, now: Date) => Promise<number>;
}

/** What became of the oldest month of a commune. */
export type ArchiveOutcome =
  | { readonly kind: 'sealed'; readonly month: ArchivedMonth }
  /** Nothing is old enough. */
  | { readonly kind: 'nothing-due' }
  /** It speaks of a dossier under a legal hold, and with it all later ones wait. */
  | { readonly kind: 'held'; readonly month: string }
  /** The chain is broken there, or the file that was written does not say what the tables say: nothing was removed. */
  | { readonly kind: 'faulty'; readonly month: string; readonly fault: ChainFault }
  /** The file could not be written: nothing was removed. */
  | { readonly kind: 'not-written'; readonly month: string; readonly full: boolean; readonly code: string };

const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * Seals the oldest month of a commune: writes the file, reads it back and recomputes the chain from it, and only then removes the rows, with the
 * seal, in the same transaction. Killed at any point the rows are in the tables or in the file, and never in neither. `address` says who wanted it.
 */
export async function archiveOldestMonth(deps: ArchiveDeps, communeCode: string, now: Date, address: string): Promise<ArchiveOutcome> {
  const months = await deps.monthsOf(communeCode, now);
  const held = (await deps.heldDossiers(communeCode)).map((id): JournalObject => `dossier:${id}`);
  return deps.db.transaction().execute(async (tx) => {
    await lockArchives(tx, communeCode);
    const oldest = await describeOldestMonth(tx, communeCode);
    if (oldest === undefined || !isOldEnough(oldest.month, oldest.newest, months)) return { kind: 'nothing-due' };
    if (await isSpokenOf(tx, communeCode, oldest.month, held)) return { kind: 'held', month: oldest.month };
    const written = await writeAndReadBack(deps.archives, tx, communeCode, oldest);
    if ('kind' in written) return written;
    await sealMonth(tx, communeCode, written, now);
    const { month, rows, sha256, last } = written;
    await appendLines(tx, communeCode, [{ at: now, actor: { kind: 'anonymous' }, address, action: 'journal.archived', object: `journal:${month}`, facts: { month, rows, sha256, last } }]);
    return { kind: 'sealed', month: written };
  });
}

type Oldest = NonNullable<Awaited<ReturnType<typeof describeOldestMonth>>>;

async function writeAndReadBack(archives: ArchiveFiles, tx: Tx, communeCode: string, described: Oldest): Promise<ArchivedMonth | ArchiveOutcome> {
  const { month, rows: count, roots, previousHash, last } = described;
  const oldest = { month, rows: count, roots, previousHash, last };
  const [from, to] = [roots[0]?.day ?? '', last.day];
  // The rows hang in the archives before them: a month that does not is not sealed.
  const before = (await listArchivedMonths(tx, communeCode)).at(-1)?.last ?? { day: '', seq: 0, hash: '0'.repeat(64) };
  let written: { readonly file: string; readonly byteCount: number };
  try {
    written = await archives.write({ commune: communeCode, month, rows: oldest.rows, previousHash, first: { day: from, seq: 1 }, last, roots }, readChain(tx, { communeCode, from, to }));
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    // A refusal of the disk is told; a refusal of the database is a fault of ours and thrown.
    if (typeof code !== 'string' || !/^E[A-Z]+$/u.test(code)) throw error;
    return { kind: 'not-written', month, full: NO_ROOM.has(code), code };
  }
  let [end, rows] = [before, 0];
  try {
    for await (const part of archives.read(communeCode, { ...oldest, file: written.file })) {
      for (const row of part) {
        const checked = checkRow(end, row, hashOf);
        if (!checked.ok) return { kind: 'faulty', month, fault: checked.fault };
        ({ end } = checked);
        rows += 1;
      }
    }
    if (rows !== oldest.rows || end.hash !== last.hash) return { kind: 'faulty', month, fault: { kind: 'archive-differs', month, file: written.file } };
    const { sha256, byteCount } = await archives.digest({ file: written.file, month });
    return { ...oldest, file: written.file, sha256, byteCount };
  } catch (error) {
    if (error instanceof ArchiveFaulty) return { kind: 'faulty', month, fault: error.fault };
    throw error;
  }
}

/** Seals every month that is due, commune by commune, oldest first; answers what became of each. Stops when told to, between two months. */
export async function archiveDueMonths(deps: ArchiveDeps, communes: readonly string[], now: Date, address: string, signal: AbortSignal): Promise<readonly (ArchiveOutcome & { readonly commune: string })[]> {
  const outcomes: (ArchiveOutcome & { readonly commune: string })[] = [];
  for (const commune of communes) {
    for (;;) {
      if (signal.aborted) return outcomes;
      const outcome = await archiveOldestMonth(deps, commune, now, address);
      if (outcome.kind !== 'nothing-due') outcomes.push({ commune, ...outcome });
      if (outcome.kind !== 'sealed') break;
    }
  }
  return outcomes;
}

/** The nightly job. What could not be sealed is the job's failure, in the words that administrators read; the next night tries again. */
export async function archiveJournals(deps: ArchiveDeps, now: Date, signal: AbortSignal): Promise<void> {
  const outcomes = await archiveDueMonths(deps, await listJournalCommunes(deps.db), now, 'program', signal);
  const failed = outcomes.filter(({ kind }) => kind === 'faulty' || kind === 'not-written');
  if (failed.length > 0) throw new Error(failed.map((one) => `Xã ${one.commune}: ${archiveWords(one).vi}`).join(' '));
}

/** What became of a month, in plain words. */
export function archiveWords(outcome: ArchiveOutcome): { readonly vi: string; readonly en: string } {
  switch (outcome.kind) {
    case 'nothing-due':
      return { vi: 'Chưa có tháng nào đến lúc niêm phong.', en: 'No month is due.' };
    case 'sealed': {
      const { month, rows, file } = outcome.month;
      return { vi: `Đã niêm phong tháng ${monthWords(month)}: ${String(rows)} dòng trong archives/journal/${file}. Chép tệp này sang bản sao lưu.`, en: `${month} is sealed: ${String(rows)} entries in archives/journal/${file}. Copy this file to your backup.` };
    }
    case 'held':
      return { vi: `Tháng ${monthWords(outcome.month)} có dòng về hồ sơ đang được giữ theo yêu cầu pháp luật: tháng này và các tháng sau ở lại trong cơ sở dữ liệu.`, en: `${outcome.month} speaks of a dossier under a legal hold: it and all later months stay in the database.` };
    case 'faulty': {
      const words = faultWords(outcome.fault);
      return { vi: `Không niêm phong tháng ${monthWords(outcome.month)}, chưa xóa dòng nào: ${words.vi}`, en: `${outcome.month} was not sealed and nothing was removed: ${words.en}` };
    }
    case 'not-written':
      return outcome.full
        ? { vi: `Không niêm phong được tháng ${monthWords(outcome.month)}: ổ đĩa hết chỗ. Chưa xóa dòng nào. Giải phóng chỗ trống; chương trình tự làm lại đêm sau.`, en: `${outcome.month} could not be sealed: the disk is full. Nothing was removed. Make room; the program tries again the next night.` }
        : { vi: `Không ghi được tệp niêm phong tháng ${monthWords(outcome.month)} (${outcome.code}). Chưa xóa dòng nào. Kiểm tra quyền ghi vào thư mục archives.`, en: `The sealed file of ${outcome.month} could not be written (${outcome.code}). Nothing was removed. See who may write into the folder archives.` };
  }
}

function monthWords(month: string): string {
  return month.split('-').reverse().join('/');
}
