import { type StaffActor } from '../../../kernel/actor.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { listOpenPayables } from '../../payments/index.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { LINE_VIEWS, type LineAnswer, type LinesAnswer, type LineView, type OverviewAnswer, type PayablesAnswer } from '../contract/statement-schemas.ts';
import { compact } from '../domain/match-index.ts';
import { loadLayouts } from './load-layouts.ts';
import { countLines, listLines } from '../store/line-lists.ts';
import { findLine, listLineEvents } from '../store/lines.ts';
import { listLayouts, listStatements } from '../store/statements.ts';
import { type BankStatementDeps } from './deps.ts';
import { lineItems, payableView } from './line-view.ts';
import { matchPayables } from './match-payables.ts';
import { mayChangeLines } from './policies.ts';

/** Statements on the first screen, lines on a page, payables that a search shows. */
const STATEMENTS = 50;
const PAGE = 50;
const FOUND = 30;

/** The figures of every list, and the statements, newest first. */
export async function overviewOf(deps: BankStatementDeps, actor: StaffActor, locale: Locale): Promise<OverviewAnswer> {
  const { communeCode } = actor;
  const [account, counts, statements, layouts] = await Promise.all([deps.accountOf(communeCode), countLines(deps.db, communeCode), listStatements(deps.db, communeCode, STATEMENTS), listLayouts(deps.db, communeCode)]);
  const views = Object.fromEntries(LINE_VIEWS.map((view) => {
    const found = counts.find((one) => one.view === view);
    return [view, { count: found?.count ?? 0, sum: found?.sum ?? 0 }];
  })) as Record<LineView, { count: number; sum: number }>;
  return {
    account: account === undefined ? null : { number: account.number, bankName: account.bankName, holder: account.holder }, mayChange: mayChangeLines(actor), views,
    statements: statements.map((row) => ({
      id: row.id, fileName: row.file_name, layoutName: loadLayouts().find(({ name }) => name.vi === row.layout_name)?.name[locale] ?? row.layout_name, firstOn: row.first_on, lastOn: row.last_on, newLines: row.file_lines - row.known_lines, knownLines: row.known_lines, waiting: row.waiting,
      moneyIn: row.money_in, moneyOut: row.money_out, importedAt: row.imported_at.toISOString(), importedBy: row.imported_by_name,
    })),
    layouts: layouts.map(({ id, name, saved_by_name: savedBy, saved_at: savedAt }) => ({ id, name, savedBy, savedAt: savedAt.toISOString() })),
  };
}

const AFTER = /^(\d{4}-\d{2}-\d{2}) ([0-9a-f-]{36})$/u;

/** A page of the lines of a view. Refuses a beginning that no page has. */
export async function linesOf(deps: BankStatementDeps, actor: StaffActor, asked: { readonly view: LineView; readonly statement?: string; readonly after?: string }): Promise<Result<LinesAnswer>> {
  const after = AFTER.exec(asked.after ?? '');
  if (asked.after !== undefined && after === null) return refuse('request.not-readable', {}, 'after');
  const { communeCode } = actor;
  const { rows, count, sum } = await listLines(deps.db, communeCode, { view: asked.view, statementId: asked.statement ?? null, after: after === null ? null : { on: after[1] ?? '', id: after[2] ?? '' } }, PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return ok({ view: asked.view, items: await lineItems(deps, deps.db, communeCode, page), total: { count, sum }, next: rows.length > PAGE && last !== undefined ? `${last.booked_on} ${last.id}` : null, mayChange: mayChangeLines(actor) });
}

/** One line with everything that was decided, and while it waits with what it may be for at this moment. */
export async function lineOf(deps: BankStatementDeps, actor: StaffActor, id: string): Promise<Result<LineAnswer>> {
  const { communeCode } = actor;
  const row = await findLine(deps.db, communeCode, id);
  if (row === undefined) return refuse('bank-statements.line-not-found');
  const again = row.state === 'waiting' ? await matchPayables(deps, deps.db, communeCode, [{ date: row.booked_on, amountIn: row.amount, memo: row.memo, counterpart: row.counterpart }], 'again') : undefined;
  const [[line], events] = await Promise.all([lineItems(deps, deps.db, communeCode, [row], again?.matches[0]?.candidates), listLineEvents(deps.db, communeCode, id)]);
  if (line === undefined) throw new Error(`the line ${id} was read and is gone`);
  return ok({ line, mayChange: mayChangeLines(actor), events: events.map((event) => ({ kind: event.kind, at: event.at.toISOString(), by: event.by_name, automatic: event.automatic, reason: event.reason })) });
}

/** Open payables whose reference, code or payer has what somebody typed. */
export async function searchPayables(deps: BankStatementDeps, actor: StaffActor, typed: string): Promise<PayablesAnswer> {
  const [signs, words] = [compact(typed), foldForSearch(typed)];
  if (signs === '') return { items: [], more: false };
  const open = await listOpenPayables(deps.payables, deps.db, actor.communeCode);
  const found = open.filter(({ reference, dossierCode, payerName }) => reference.includes(signs) || compact(dossierCode ?? '').includes(signs) || foldForSearch(payerName ?? '').includes(words));
  return { items: found.slice(0, FOUND).map(payableView), more: found.length > FOUND };
}
