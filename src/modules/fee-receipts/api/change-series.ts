import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandRecord, runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type CloseSeriesRequest, type NumberFateRequest, type OpenSeriesRequest, type SeriesDone } from '../contract/receipt-schemas.ts';
import { decideCloseSeries, decideNumberFate, decideOpenSeries, type SeriesState } from '../domain/decide-series.ts';
import { yearOf } from '../domain/receipt-rules.ts';
import { loadReceiptRules } from '../papers/load-receipt-rules.ts';
import { closeSeries, findOverlap, findTaken, insertFate, insertSeries, listSeries, loadSeriesForUpdate, passOver, type SeriesRow } from '../store/series.ts';
import { type FeeReceiptsDeps } from './deps.ts';

type Change =
  | { readonly act: 'open'; readonly asked: OpenSeriesRequest }
  | { readonly act: 'close'; readonly id: string; readonly asked: CloseSeriesRequest }
  | { readonly act: 'fate'; readonly id: string; readonly asked: NumberFateRequest };

const KINDS = { open: 'OpenReceiptSeries', close: 'CloseReceiptSeries', fate: 'NoteReceiptNumbers' } as const;

/**
 * Opens or closes a series or a book of receipts, or says what became of its next numbers, while nobody takes one. Refuses `fee-receipts.series-not-found`,
 * a symbol that is open already, a book whose numbers another one has, and what the rules refuse.
 */
export function changeSeries(deps: FeeReceiptsDeps, change: Change, actor: StaffActor, context: RequestContext): Promise<Result<SeriesDone>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: change.asked.commandId, kind: KINDS[change.act], actor, request: change, now: context.now, address: context.address };
  return runCommand<SeriesDone>(deps.db, envelope, (tx) => (change.act === 'open' ? open(deps, tx, change.asked, actor, context.now) : alter(tx, change, actor, context.now)));
}

async function open(deps: FeeReceiptsDeps, tx: Tx, asked: OpenSeriesRequest, actor: StaffActor, now: Date): Promise<Result<CommandRecord<SeriesDone>>> {
  const { communeCode } = actor;
  const today = dateAt(now.getTime());
  const decided = decideOpenSeries(asked, { rules: loadReceiptRules(), today });
  if (!decided.ok) return decided;
  const wish = decided.value;
  if (wish.kind === 'electronic') {
    const same = (await listSeries(tx, communeCode, yearOf(today))).some((one) => one.kind === 'electronic' && one.closed_at === null && one.own && one.template_symbol === wish.templateSymbol && one.symbol === wish.symbol);
    if (same) return refuse('fee-receipts.series-open-already', undefined, 'symbol');
  } else {
    const overlap = await findOverlap(tx, { communeCode, templateSymbol: wish.templateSymbol, symbol: wish.symbol, from: wish.firstNumber, to: wish.lastNumber ?? wish.firstNumber });
    if (overlap !== undefined) return refuse('fee-receipts.books-overlap', overlap, 'firstNumber');
  }
  const holder = wish.holderId === null ? undefined : (await deps.colleaguesOf(communeCode)).find(({ staffId }) => staffId === wish.holderId);
  if (wish.kind === 'paper' && holder === undefined) return refuse('fee-receipts.book-without-holder', undefined, 'holderId');
  const id = deps.newId();
  await insertSeries(tx, {
    commune_code: communeCode, id, opened_in: communeCode, kind: wish.kind, template_symbol: wish.templateSymbol, symbol: wish.symbol, body_name: wish.bodyName, tax_code: wish.taxCode, digits: wish.digits,
    first_number: wish.firstNumber, last_number: wish.lastNumber, holder_id: holder?.staffId ?? null, holder_name: holder?.fullName ?? null, valid_until: wish.validUntil, opened_on: wish.openedOn, opened_at: now,
    opened_by: actor.staffId, opened_by_name: actor.fullName, synthetic: false,
  });
  return ok({ result: { id }, journal: { action: 'receipt-series.opened', object: `receipt-series:${id}`, facts: { kind: wish.kind, templateSymbol: wish.templateSymbol, symbol: wish.symbol, firstNumber: wish.firstNumber, lastNumber: wish.lastNumber, taxCode: wish.taxCode } } });
}

function stateOf(series: SeriesRow, taken: number | null): SeriesState {
  return { kind: series.kind, closed: series.closed_at !== null, firstNumber: series.first_number, lastNumber: series.last_number, taken: taken ?? 0 };
}

async function alter(tx: Tx, change: Exclude<Change, { readonly act: 'open' }>, actor: StaffActor, now: Date): Promise<Result<CommandRecord<SeriesDone>>> {
  const { communeCode } = actor;
  const series = await loadSeriesForUpdate(tx, communeCode, change.id);
  if (series === undefined) return refuse('fee-receipts.series-not-found');
  const state = stateOf(series, await findTaken(tx, communeCode, series, yearOf(dateAt(now.getTime()))));
  const by = { at: now, by_id: actor.staffId, by_name: actor.fullName };
  const object = `receipt-series:${series.id}` as const;
  if (change.act === 'close') {
    const decided = decideCloseSeries(state, change.asked.reason);
    if (!decided.ok) return decided;
    const { reason, unused } = decided.value;
    await closeSeries(tx, communeCode, series.id, { closed_at: now, closed_by: actor.staffId, closed_by_name: actor.fullName, close_reason: reason });
    if (unused !== null) await insertFate(tx, { commune_code: communeCode, series_id: series.id, from_number: unused.from, to_number: unused.to, fate: 'unused', reason, ...by });
    return ok({ result: { id: series.id }, journal: { action: 'receipt-series.closed', object, facts: { reason, unused } } });
  }
  const decided = decideNumberFate(state, change.asked);
  if (!decided.ok) return decided;
  const { from, to, reason } = decided.value;
  if (!(await passOver(tx, communeCode, series, from, to))) return refuse('fee-receipts.number-not-next', { next: from, last: series.last_number ?? to }, 'to');
  await insertFate(tx, { commune_code: communeCode, series_id: series.id, from_number: from, to_number: to, fate: change.asked.fate, reason, ...by });
  return ok({ result: { id: series.id }, journal: { action: 'receipt-series.numbers-noted', object, facts: { from, to, fate: change.asked.fate, reason } } });
}
