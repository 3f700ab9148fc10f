import { type Locale } from '../../../platform/i18n/locale.ts';
import { cellText } from '../domain/cell.ts';
import { safeCell } from '../domain/safe-cell.ts';
import { type ImportRow, listLines } from '../store/imports.ts';
import { writeXlsx } from '../writing/write-xlsx.ts';
import { type ExchangeDeps } from './deps.ts';
import { findingView, storedFindings } from './finding-view.ts';
import { rowOf, topOf } from './stored-import.ts';

const HEADS = { vi: ['Dòng', 'Vì sao chưa nhập được'], en: ['Line', 'Why it was not imported'] } as const;
const BATCH = 2_000;

/**
 * The lines that were not imported as a workbook: the file's own columns with the line and the reasons before them, so that somebody can
 * mend them there and send that file again. The reasons stand in front; a wizard that reads it finds the same headings.
 */
export async function wrongLinesFile(deps: ExchangeDeps, row: ImportRow, locale: Locale): Promise<Buffer> {
  const { headings } = await topOf(deps.db, row);
  const rows: (readonly string[])[] = [[...HEADS[locale], ...headings]];
  for (let after = 0; ; ) {
    const lines = await listLines(deps.db, row.commune_code, row.id, { after, limit: BATCH, plan: 'wrong' });
    for (const line of lines) {
      const reasons = storedFindings(line.findings).filter(({ level }) => level === 'error').map((finding) => findingView(finding, locale).words);
      rows.push([String(line.line), reasons.join(' · '), ...headings.map((_, column) => safeCell(cellText(rowOf(line).cells[column])))]);
    }
    const last = lines.at(-1);
    if (last === undefined || lines.length < BATCH) break;
    after = last.line;
  }
  return writeXlsx(locale === 'vi' ? 'Dòng chưa nhập' : 'Not imported', rows);
}
