import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { writeSheet } from '../../../platform/xlsx/write-sheet.ts';
import { safeCell, writeCsv } from '../../exchange/index.ts';
import { faultWords } from '../contract/finding-words.ts';
import { type StaffListDeps } from './deps.ts';
import { compareList } from './plan-list.ts';
import { readList } from './read-list.ts';
import { type SentList } from './read-upload.ts';

const FAULTS = { vi: 'Lỗi', en: 'Faults' } as const;
/** A column of faults from an earlier round is written anew, not kept beside the new one. */
const OLD = new Set<string>(Object.values(FAULTS));

/** The same list with a column that says what is wrong in each line: of the same kind as the file that was sent. Lines without faults stay, so that it can be mended and sent again. */
export async function faultsFile(deps: StaffListDeps, sent: SentList, actor: StaffActor, asked: { readonly now: Date; readonly locale: Locale }): Promise<Result<{ readonly bytes: Buffer; readonly format: 'csv' | 'xlsx' }>> {
  const { locale, now } = asked;
  const read = await readList(sent, locale);
  if (!read.ok) return read;
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex');
  const { plan } = await compareList(deps, deps.db, { read: read.value, sha256, listId: 'faults' }, { communeCode: actor.communeCode, now, locale });
  const faults = new Map(plan.lines.map((line) => [line.read.line, line.faults.map((fault) => faultWords(fault, locale)).join(' · ')]));
  const { all, headingLine, format } = read.value;
  const headings = all.find(({ line }) => line === headingLine)?.cells ?? [];
  const kept = [...headings.keys()].filter((place) => !OLD.has(headings[place]?.text ?? ''));
  const width = Math.max(...all.map(({ cells }) => cells.length));
  const places = [...kept, ...Array.from({ length: Math.max(0, width - headings.length) }, (_, index) => headings.length + index)];
  const rows = all.map(({ line, cells }) => [line === headingLine ? FAULTS[locale] : (faults.get(line) ?? ''), ...places.map((place) => safeCell(cells[place]?.text ?? ''))]);
  if (format !== 'xlsx') return ok({ format: 'csv', bytes: writeCsv(rows) });
  const headAt = all.findIndex(({ line }) => line === headingLine);
  return ok({ format: 'xlsx', bytes: writeSheet({ title: read.value.sheet ?? 'Danh sách', widths: [60, ...places.map(() => 22)], headRows: headAt + 1, rows, textColumns: [...Array.from({ length: places.length + 1 }).keys()] }) });
}
