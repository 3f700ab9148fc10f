import { type Database } from '../../../platform/db/database.ts';
import { type ArchivedMonth } from '../domain/archive-header.ts';
import { CHAIN_START, type ChainEnd, type ChainFault, checkHead, checkRow, linkFault } from '../domain/check-chain.ts';
import { monthOf } from '../domain/archive-months.ts';
import { ArchiveFaulty, type ArchiveFiles } from '../store/archive-file.ts';
import { listArchivedMonths } from '../store/archived-months.ts';
import { type ChainRange, findHashOf, findHead, findRowAfter, findRowBefore, readChain } from '../store/chain-rows.ts';
import { hashOf } from './hash-of.ts';

/** How a verification ended: how many rows were read, where the chain stands, and the first thing that is wrong. */
export interface Verification {
  readonly rows: number;
  readonly end: ChainEnd;
  readonly fault: ChainFault | undefined;
  /** How many sealed months were opened and read. */
  readonly archives: number;
}

type Progress = Omit<Verification, 'fault'>;
type Step = { readonly ok: true; readonly progress: Progress } | { readonly ok: false; readonly found: Verification };

/**
 * Reads the rows of a range and recomputes the chain, over sealed archives and tables together. A range that begins later hangs in the row
 * before it, and one that ends earlier must be followed by the row after it, so that what is gone at its edges is found as well. Without an
 * end the head is compared. Without `archives` the tables alone are read: they must hang in the last row that was archived.
 */
export async function verifyJournal(db: Database, range: ChainRange, archives?: ArchiveFiles): Promise<Verification> {
  // First the head: what is written while this runs comes after it.
  const head = await findHead(db, range.communeCode);
  const months = await listArchivedMonths(db, range.communeCode);
  let progress: Progress = { rows: 0, end: await beginningOf(db, range, months, archives !== undefined), archives: 0 };
  const wanted = archives === undefined ? [] : months.filter(({ month, last }) => month >= monthOf(range.from ?? '0000-00') && month <= monthOf(range.to ?? '9999-99') && (range.after === undefined || last.day >= range.after.day));
  // A part of a month cannot be told without its beginning: sealed months are read whole.
  const [firstMonth] = wanted;
  if (firstMonth !== undefined) progress = { ...progress, end: endBefore(months, firstMonth.month) };
  for (const month of wanted) {
    const step = await checkArchive(range.communeCode, month, progress, archives as ArchiveFiles);
    if (!step.ok) return step.found;
    ({ progress } = step);
  }
  for await (const part of readChain(db, range)) {
    for (const row of part) {
      if (head !== undefined && isAfter(row, head)) return { ...progress, fault: checkHead(progress.end, head) };
      const checked = checkRow(progress.end, row, hashOf);
      if (!checked.ok) return { ...progress, fault: checked.fault };
      progress = { ...progress, end: checked.end, rows: progress.rows + 1 };
    }
  }
  const next = range.to === null ? undefined : await findRowAfter(db, range.communeCode, range.to);
  if (next !== undefined) return { ...progress, fault: months.some(({ month }) => month > monthOf(range.to ?? '')) ? undefined : linkFault(progress.end, next) };
  // A range that lies wholly after the head has nothing to say.
  return { ...progress, fault: checkHead(progress.end, head) };
}

/** Goes on from a row that was verified before. When this row is no longer what it was, the chain was changed there. */
export async function verifySince(db: Database, communeCode: string, known: ChainEnd, archives?: ArchiveFiles): Promise<Verification> {
  const hash = await findHashOf(db, communeCode, known);
  if (hash !== undefined && hash !== known.hash) return { rows: 0, end: known, archives: 0, fault: { kind: 'altered', day: known.day, seq: known.seq } };
  // It has gone into an archive since, or was removed: the whole chain tells which.
  if (hash === undefined) return verifyJournal(db, { communeCode, from: null, to: null }, archives);
  return verifyJournal(db, { communeCode, from: null, to: null, after: known }, archives);
}

async function checkArchive(communeCode: string, month: ArchivedMonth, before: Progress, archives: ArchiveFiles): Promise<Step> {
  let progress = before;
  try {
    for await (const rows of archives.read(communeCode, month)) {
      for (const row of rows) {
        const checked = checkRow(progress.end, row, hashOf);
        if (!checked.ok) return { ok: false, found: { ...progress, fault: checked.fault } };
        progress = { ...progress, end: checked.end, rows: progress.rows + 1 };
      }
    }
  } catch (error) {
    if (error instanceof ArchiveFaulty) return { ok: false, found: { ...progress, fault: error.fault } };
    throw error;
  }
  if (progress.end.hash !== month.last.hash || progress.rows - before.rows !== month.rows) return { ok: false, found: { ...progress, fault: { kind: 'archive-differs', month: month.month, file: month.file } } };
  return { ok: true, progress: { ...progress, archives: progress.archives + 1 } };
}

/** The row in which the first row of the tables that is read must hang. */
async function beginningOf(db: Database, { communeCode, from, after }: ChainRange, months: readonly ArchivedMonth[], opened: boolean): Promise<ChainEnd> {
  if (after !== undefined) {
    const hash = await findHashOf(db, communeCode, after);
    if (hash !== undefined) return { ...after, hash };
  }
  const before = from === null ? undefined : await findRowBefore(db, communeCode, from);
  return before ?? endBefore(months, opened && from !== null ? monthOf(from) : '9999-99');
}

/** The last row of the archives before a month. */
function endBefore(months: readonly ArchivedMonth[], month: string): ChainEnd {
  return months.filter((one) => one.month < month).at(-1)?.last ?? CHAIN_START;
}

function isAfter(row: Pick<ChainEnd, 'day' | 'seq'>, head: ChainEnd): boolean {
  return row.day > head.day || (row.day === head.day && row.seq > head.seq);
}
