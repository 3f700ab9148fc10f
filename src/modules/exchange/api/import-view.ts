import { maskNumbersIn } from '../../../kernel/mask-numbers.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type ImportListResponse, type ImportResponse, type RowsResponse } from '../contract/exchange-schemas.ts';
import { cellText } from '../domain/cell.ts';
import { fitMapping, guessMapping, type Mapping } from '../domain/mapping.ts';
import { type FileFacts } from '../reading/read-file.ts';
import { countLines, countWritten, type ImportRow, type LineFilter, listImports, listLines, listUnknownWords } from '../store/imports.ts';
import { listSources } from '../store/sources.ts';
import { type ExchangeDeps } from './deps.ts';
import { findingView, storedFindings } from './finding-view.ts';
import { countsOf } from './import-counts.ts';
import { rowOf, topOf, wayOf } from './stored-import.ts';

const ROWS = 200;

function factsOf(row: ImportRow): FileFacts {
  return row.reading as FileFacts;
}

function readingWords(facts: FileFacts): string {
  if (facts.format === 'json') return 'JSON';
  if (facts.format === 'xlsx') return `Excel · ${facts.sheet}`;
  return `CSV · ${facts.encoding.toUpperCase()} · ${facts.separator === '\t' ? 'Tab' : facts.separator}`;
}

/** What an officer tries out before choosing it for good. */
export interface Trial {
  readonly source?: string;
  readonly from?: number;
  readonly to?: number;
}

/** An import as the wizard shows it, with the way of reading that it was checked with, or one to begin with. */
export async function importView(deps: ExchangeDeps, row: ImportRow, trial: Trial): Promise<ImportResponse> {
  const { db } = deps;
  const unknown = (code: string) => listUnknownWords(db, row.commune_code, row.id, code);
  const tried = trial.from !== undefined && trial.to !== undefined ? { from: trial.from, to: trial.to } : undefined;
  const [top, statuses, channels, procedures, counted, sources, before] = await Promise.all([
    topOf(db, row, tried), unknown('line.status-unknown'), unknown('line.channel-unknown'), unknown('line.procedure-unknown'), countLines(db, row.commune_code, row.id), listSources(db, row.commune_code), countWritten(db, row.commune_code, row.sha256, row.id),
  ]);
  const counts = countsOf(counted);
  const facts = factsOf(row);
  const source = sources.find(({ code }) => code === (trial.source ?? row.source_code));
  const saved = source === undefined ? undefined : (source.mapping as Mapping);
  const checked = trial.source === undefined && tried === undefined ? wayOf(row)?.mapping : undefined;
  const mapping = checked ?? (saved === undefined ? guessMapping(top.headings) : fitMapping(saved, top.headings));
  return {
    id: row.id,
    fileName: row.file_name,
    format: row.format,
    reading: readingWords(facts),
    sheet: facts.format === 'xlsx' ? facts.sheet : null,
    sheets: facts.format === 'xlsx' ? [...facts.sheets] : [],
    lineCount: row.row_count,
    state: row.state,
    source: source === undefined ? null : { code: source.code, name: source.name },
    headings: [...top.headings],
    headingLines: top.lines,
    samples: top.rows.filter(({ line }) => line > top.lines.to).slice(0, 5).map(({ cells }) => top.headings.map((_, column) => maskNumbersIn(cellText(cells[column])))),
    mapping: { fields: { ...mapping.fields }, dateOrder: mapping.dateOrder, statuses: { ...mapping.statuses }, channels: { ...mapping.channels }, procedures: { ...mapping.procedures } },
    counts: row.state === 'read' ? null : counts.plans,
    outcomes: row.state === 'read' ? null : counts.outcomes,
    unknown: { statuses: [...statuses], channels: [...channels], procedures: [...procedures] },
    left: counts.left,
    readAt: row.read_at.toISOString(),
    readBy: row.read_by_name,
    seenBefore: before > 0,
  };
}

/** The newest imports of a commune. */
export async function importListView(deps: ExchangeDeps, communeCode: string): Promise<ImportListResponse> {
  const [rows, sources] = await Promise.all([listImports(deps.db, communeCode, 20), listSources(deps.db, communeCode)]);
  return {
    items: rows.map((row) => ({
      id: row.id, fileName: row.file_name, sourceName: sources.find(({ code }) => code === row.source_code)?.name ?? null, state: row.state, lineCount: row.row_count, readAt: row.read_at.toISOString(), readBy: row.read_by_name,
    })),
  };
}

/** A page of the lines of an import, with what was found in them. */
export async function rowsView(deps: ExchangeDeps, row: ImportRow, filter: Omit<LineFilter, 'limit'>, locale: Locale): Promise<RowsResponse> {
  const { headings, lines: headingLines } = await topOf(deps.db, row);
  const lines = await listLines(deps.db, row.commune_code, row.id, { ...filter, after: Math.max(filter.after, headingLines.to), limit: ROWS + 1 });
  const origin = wayOf(row)?.mapping.fields.fullName;
  const nameAt = origin !== undefined && 'heading' in origin ? headings.indexOf(origin.heading) : -1;
  const page = lines.slice(0, ROWS);
  return {
    items: page.map((line) => ({
      line: line.line,
      code: line.external_code ?? '',
      name: cellText(rowOf(line).cells[nameAt]),
      plan: line.plan,
      outcome: line.outcome,
      dossierId: line.dossier_id,
      findings: storedFindings(line.findings).map((finding) => findingView(finding, locale)),
    })),
    next: lines.length > ROWS ? (page.at(-1)?.line ?? null) : null,
  };
}
