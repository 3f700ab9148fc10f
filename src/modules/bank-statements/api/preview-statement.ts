import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { faultWords, findingWords } from '../contract/finding-words.ts';
import { type PreviewAnswer, type ReadingWish } from '../contract/statement-schemas.ts';
import { MATCH_LISTS, type MatchList } from '../domain/match-statement.ts';
import { type SavedLayout } from '../domain/statement-layout.ts';
import { type StatementLine, type StatementReading } from '../domain/statement-line.ts';
import { findSameFile, type LayoutRow, listLayouts } from '../store/statements.ts';
import { type BankStatementDeps } from './deps.ts';
import { payableView } from './line-view.ts';
import { loadLayouts } from './load-layouts.ts';
import { prepareStatement, type PreparedStatement } from './prepare-statement.ts';
import { readSheet, type ReadSheet } from './read-sheet.ts';
import { type SentStatement } from './read-upload.ts';

/** So many lines of each list, faults and sample lines a preview shows. */
const SHOWN = 40;
const SAMPLES = 8;

/** A saved way of reading as the rules know it. */
function savedLayout(row: LayoutRow): SavedLayout {
  return { id: row.id, name: row.name, headings: row.headings as string[], columns: row.columns as SavedLayout['columns'], dayOrder: row.day_order };
}

/** How many lines each list has, and how many đồng they are. */
export function figuresOf(fresh: PreparedStatement['fresh']): Record<MatchList, { count: number; sum: number }> {
  const figures = Object.fromEntries(MATCH_LISTS.map((list) => [list, { count: 0, sum: 0 }])) as Record<MatchList, { count: number; sum: number }>;
  for (const { list, line } of fresh) {
    figures[list].count += 1;
    figures[list].sum += line.amountIn + line.amountOut;
  }
  return figures;
}

/** Whether nothing stops a statement from being taken over; what must be looked at does not. */
export function isReady({ findings, fresh }: PreparedStatement): boolean {
  return findings.every(({ weight }) => weight !== 'stop') && fresh.length > 0;
}

/** What a file is called that was read in one way. */
export function layoutOf({ found }: ReadSheet, locale: Locale): PreviewAnswer['layout'] {
  if (found === undefined) return null;
  const { layout } = found;
  switch (layout.kind) {
    case 'chosen':
      return { kind: 'chosen', name: '', source: null };
    case 'saved':
      return { kind: 'saved', name: layout.name, source: null };
    case 'bank':
      return { kind: 'bank', name: layout.name[locale], source: loadLayouts().find(({ code }) => code === layout.code)?.source ?? null };
  }
}

/** A way of reading as it is sent. */
function wishOf({ headingLine, columns, dayOrder }: StatementReading): ReadingWish {
  return { headingLine, columns: { ...columns }, dayOrder };
}

const moved = ({ line, date, amountIn, amountOut, memo, counterpart, bankNumber }: StatementLine) => ({ line, date, amount: amountIn + amountOut, memo, counterpart, bankNumber });

function preparedView(prepared: PreparedStatement, locale: Locale): Omit<PreviewAnswer, 'fileName' | 'sheet' | 'layout' | 'reading' | 'headingLine' | 'headings' | 'samples' | 'account' | 'sameFile'> {
  const { read, findings, fresh, known, payables, basis } = prepared;
  const dates = read.lines.map(({ date }) => date).toSorted();
  const shown = new Map<MatchList, number>();
  const lines = fresh.flatMap(({ line, list, candidates, reasons }) => {
    const before = shown.get(list) ?? 0;
    shown.set(list, before + 1);
    if (before >= SHOWN) return [];
    const payable = payables.get(candidates[0]?.payableId ?? '');
    return [{ ...moved(line), list, known: false, payable: payable === undefined ? null : payableView(payable), reasons: [...new Set([...reasons, ...(candidates[0]?.reasons ?? [])])] }];
  });
  const old = known.slice(0, SHOWN).map((line): PreviewAnswer['lines'][number] => ({ ...moved(line), list: line.amountIn > 0 ? 'unknown' : 'outgoing', known: true, payable: null, reasons: [] }));
  return {
    basis, statedAccounts: [...read.accounts], lines: [...lines, ...old], lists: figuresOf(fresh), ready: isReady(prepared),
    findings: findings.map(({ code, weight, suggests, ...facts }) => ({ code, weight, words: findingWords({ code, ...facts }, locale), suggests: suggests === null ? null : wishOf(suggests) })),
    faults: read.faults.slice(0, SHOWN).map((fault) => ({ line: fault.line, words: faultWords(fault, locale) })), faultCount: read.faults.length,
    firstOn: dates[0] ?? null, lastOn: dates.at(-1) ?? null, fileLines: fresh.length + known.length, newLines: fresh.length, knownLines: known.length, skippedLines: read.skipped,
    moneyIn: fresh.reduce((sum, { line }) => sum + line.amountIn, 0), moneyOut: fresh.reduce((sum, { line }) => sum + line.amountOut, 0),
  };
}

const NOTHING: Pick<PreviewAnswer, 'basis' | 'statedAccounts' | 'lines' | 'ready' | 'findings' | 'faults' | 'faultCount' | 'firstOn' | 'lastOn' | 'fileLines' | 'newLines' | 'knownLines' | 'skippedLines' | 'moneyIn' | 'moneyOut'> = {
  basis: '', statedAccounts: [], lines: [], ready: false, findings: [], faults: [], faultCount: 0, firstOn: null, lastOn: null, fileLines: 0, newLines: 0, knownLines: 0, skippedLines: 0, moneyIn: 0, moneyOut: 0,
};

/** Reads a sent file for a commune. Refuses while its account is not set, and what cannot be read. */
export async function readSent(deps: BankStatementDeps, db: Database | Tx, sent: SentStatement, communeCode: string): Promise<Result<{ readonly sheet: ReadSheet; readonly account: NonNullable<Awaited<ReturnType<BankStatementDeps['accountOf']>>>; readonly digest: string }>> {
  const account = await deps.accountOf(communeCode);
  if (account === undefined) return refuse('bank-statements.no-account');
  const sheet = await readSheet(sent, (await listLayouts(db, communeCode)).map(savedLayout), account.bin);
  return sheet.ok ? ok({ sheet: sheet.value, account, digest: createHash('sha256').update(sent.bytes).digest('hex') }) : sheet;
}

/** Says what a file is, what is strange about it, and what would become of every new line; nothing is written. Refuses files that cannot be read. */
export async function previewStatement(deps: BankStatementDeps, sent: SentStatement, actor: StaffActor, asked: { readonly now: Date; readonly locale: Locale }): Promise<Result<PreviewAnswer>> {
  const { communeCode } = actor;
  const read = await readSent(deps, deps.db, sent, communeCode);
  if (!read.ok) return read;
  const { sheet, account, digest } = read.value;
  const same = await findSameFile(deps.db, communeCode, digest);
  const { rows, found, headingLine } = sheet;
  const width = Math.max(0, ...rows.slice(0, 60).map(({ cells }) => cells.length));
  const texts = (line: (typeof rows)[number] | undefined): string[] => Array.from({ length: width }, (_, column) => (line?.cells[column]?.text ?? '').slice(0, 120));
  const top = {
    fileName: sent.fileName, sheet: sheet.sheet, layout: layoutOf(sheet, asked.locale), reading: found === undefined ? null : wishOf(found.reading), headingLine, headings: texts(rows.find(({ line }) => line === headingLine)),
    samples: rows.filter(({ line }) => line > headingLine).slice(0, SAMPLES).map(texts), account: { number: account.number, bankName: account.bankName },
    sameFile: same === undefined ? null : { at: same.imported_at.toISOString(), by: same.imported_by_name },
  };
  if (found === undefined) return ok({ ...top, ...NOTHING, lists: figuresOf([]) });
  const prepared = await prepareStatement(deps, deps.db, { sheet, reading: found.reading, digest, account }, communeCode, asked.now);
  return ok({ ...top, ...preparedView(prepared, asked.locale) });
}
