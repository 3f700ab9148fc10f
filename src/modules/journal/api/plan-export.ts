import { addDays, parseLocalDate } from '../../../kernel/local-time.ts';
import { refuse, type Result, ok } from '../../../kernel/result.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { CHAIN_START, type ChainEnd } from '../domain/check-chain.ts';
import { type ExportFormat, type ExportHead, type ExportWish, isWhole } from '../domain/export-format.ts';
import { listArchivedMonths } from '../store/archived-months.ts';
import { findHead, findRowBefore } from '../store/chain-rows.ts';
import { type ExportPlan } from './export-lines.ts';

/** How a file is verified by somebody who has nothing but the file. Vietnamese and English, because auditors may be anybody. */
const HOW = 'xaso journal verify --file <tệp>. Không có phần mềm: mã dòng = SHA-256(mã dòng trước dạng byte + "ngày|số|nội dung gốc" dạng UTF-8); mã tệp của mỗi dòng = SHA-256(mã tệp của dòng trước dạng byte + phần còn lại của dòng), dòng đầu dùng 32 byte 0; mã chốt ngày so với trang /nhat-ky. / entry hash = SHA-256(previous hash as bytes + "day|seq|original text" in UTF-8); mark of a line = SHA-256(mark of the line before as bytes + the rest of the line), the first with 32 zero bytes; compare the roots of days with the page /nhat-ky.';

/** Who makes an export, of which commune and why. */
export interface ExportMaker {
  readonly communeCode: string;
  readonly communeName: string;
  readonly madeBy: string;
  readonly purpose: string;
  readonly now: Date;
}

/**
 * Fixes what an export will contain. Refuses `journal.export-period` for days that do not exist or stand the wrong way round, and
 * `journal.export-empty` where nothing was ever written.
 */
export async function planExport(db: Database | Tx, wish: ExportWish, format: ExportFormat, maker: ExportMaker): Promise<Result<ExportPlan>> {
  const { from, to } = wish;
  if (!parseLocalDate(from).ok || !parseLocalDate(to).ok) return refuse('journal.export-period', {}, 'from');
  if (from > to) return refuse('journal.export-period', {}, 'to');
  const { communeCode, communeName, madeBy, purpose, now } = maker;
  const head = await findHead(db, communeCode);
  if (head === undefined) return refuse('journal.export-empty');
  const start = await lastBefore(db, communeCode, from);
  const { unitId, staffId, kind } = wish;
  const about: ExportHead = {
    format: 'xaso-journal-export', version: 1, commune: communeCode, communeName, from, to, unitId, staffId, kind, whole: isWhole(wish), start, madeAt: now.toISOString(), madeBy, purpose, howToVerify: HOW,
  };
  return ok({ format, head: about, until: head });
}

/** The row before the first one of a period, in tables or archives. */
async function lastBefore(db: Database | Tx, communeCode: string, day: string): Promise<ChainEnd> {
  const found = await findRowBefore(db, communeCode, day);
  if (found !== undefined) return found;
  const months = await listArchivedMonths(db, communeCode);
  const before = addDays(day, -1);
  // Days of archives name their roots, and a root is the hash of the last entry.
  const last = months.flatMap(({ roots }) => roots).filter((root) => root.day <= before).at(-1);
  return last === undefined ? CHAIN_START : { day: last.day, seq: last.count, hash: last.root };
}
