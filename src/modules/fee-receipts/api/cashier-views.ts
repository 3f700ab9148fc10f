import { type StaffActor, hasRole } from '../../../kernel/actor.ts';
import { addDays, dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { readSetting } from '../../settings/index.ts';
import { type DayItem, type DayResponse, type DaysResponse, type RemittancesResponse } from '../contract/cashier-schemas.ts';
import { NOTES } from '../domain/cash-count.ts';
import { expectedCash } from '../domain/decide-cashier-day.ts';
import { readPeriod } from '../domain/period.ts';
import { remittanceRuleInForce } from '../domain/receipt-rules.ts';
import { numberWords } from '../domain/receipt-symbol.ts';
import { remittanceDue, remittanceStanding } from '../domain/remittance.ts';
import { loadReceiptRules } from '../papers/load-receipt-rules.ts';
import { DAY_OPENING } from '../settings.ts';
import { type DayWithTaken, findDay, listDays, listRemittances, listTakings, listUnremitted, listWaitingFor } from '../store/cashier-days.ts';
import { receiversAmong } from './change-day.ts';
import { type FeeReceiptsDeps } from './deps.ts';

const MOST_DAYS = 400;
const MOST_REMITTANCES = 60;

/** A day as the screens show it. */
function dayItem(row: DayWithTaken, reader: Pick<StaffActor, 'staffId'>): DayItem {
  const expected = row.expected ?? expectedCash({ float: row.float_amount, taken: row.taken });
  return {
    id: row.id, cashierId: row.cashier_id, cashier: row.cashier_name, day: row.day, state: row.state, openedAt: row.opened_at.toISOString(), byItself: row.by_itself, float: row.float_amount, taken: row.taken, takings: row.takings,
    expected, counted: row.counted, difference: row.counted === null ? null : row.counted - expected, explanation: row.explanation, closedAt: row.closed_at?.toISOString() ?? null,
    kept: row.kept, handed: row.handed, handedTo: row.handed_to_name, handedToId: row.handed_to, receivedBy: row.received_by_name, receivedAt: row.received_at?.toISOString() ?? null, backWords: row.back_words,
    remitted: row.remittance_id !== null, mine: row.cashier_id === reader.staffId,
  };
}

/** Whether somebody sees the days of all cashiers; others see their own and those handed to them. */
function seesAll(actor: StaffActor): boolean {
  return hasRole(actor, 'cashier', 'unit-head', 'president', 'administrator');
}

/** The days of a period, the reader’s own of today, and those that wait for the reader. Refuses a wrong period. */
export async function daysView(deps: FeeReceiptsDeps, actor: StaffActor, query: { readonly from?: string | undefined; readonly to?: string | undefined }, now: Date): Promise<Result<DaysResponse>> {
  const { communeCode, staffId } = actor;
  const today = dateAt(now.getTime());
  const period = readPeriod(query, today);
  if (!period.ok) return period;
  const [items, own, waiting, colleagues, opening] = await Promise.all([
    listDays(deps.db, { communeCode, ...period.value, cashierId: seesAll(actor) ? null : staffId }, MOST_DAYS),
    // What was left open yesterday comes before today’s.
    listDays(deps.db, { communeCode, from: addDays(today, -31), to: today, cashierId: staffId }, MOST_DAYS),
    listWaitingFor(deps.db, communeCode, staffId), deps.colleaguesOf(communeCode), readSetting(deps.db, communeCode, DAY_OPENING, now),
  ]);
  const mine = own.findLast(({ state, day }) => state === 'open' && day < today) ?? own.find(({ day }) => day === today);
  return ok({
    ...period.value, today, opening, notes: [...NOTES], mayOpen: hasRole(actor, 'cashier', 'reception'), mayRemit: hasRole(actor, 'cashier', 'unit-head', 'president'),
    own: mine === undefined ? null : dayItem(mine, actor), waiting: waiting.map((row) => dayItem(row, actor)), items: items.map((row) => dayItem(row, actor)),
    receivers: receiversAmong(colleagues).filter((one) => one.staffId !== staffId).map((one) => ({ id: one.staffId, name: one.fullName, title: one.positions[0]?.title ?? '' })),
  });
}

/** One day with what went into and out of its drawer. Refuses `fee-receipts.day-not-found`, also for somebody else’s day that the reader does not see. */
export async function dayView(deps: FeeReceiptsDeps, actor: StaffActor, id: string): Promise<Result<DayResponse>> {
  const row = await findDay(deps.db, actor.communeCode, id);
  if (row === undefined || !(seesAll(actor) || row.cashier_id === actor.staffId || row.handed_to === actor.staffId)) return refuse('fee-receipts.day-not-found');
  const takings = await listTakings(deps.db, actor.communeCode, id);
  return ok({
    day: dayItem(row, actor), floatNotes: row.float_notes as Record<string, number>, countedNotes: row.counted_notes as Record<string, number> | null,
    takings: takings.map(({ kind, amount, at, receiptId, symbol, number, digits, payerName }) => ({
      kind, amount, at: at.toISOString(), receiptId, receipt: symbol === null || number === null ? null : `${symbol} ${numberWords(number, digits ?? 8)}`, payerName,
    })),
  });
}

/** What is still here by month with its last day, the days that can be handed on, and what was. */
export async function remittancesView(deps: FeeReceiptsDeps, actor: StaffActor, now: Date, account: string | null): Promise<RemittancesResponse> {
  const { communeCode } = actor;
  const today = dateAt(now.getTime());
  const rule = remittanceRuleInForce(loadReceiptRules(), today);
  const [days, done] = await Promise.all([listUnremitted(deps.db, communeCode), listRemittances(deps.db, communeCode, MOST_REMITTANCES)]);
  const months = [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].flatMap(([month, list]) => {
    if (rule === undefined) return [];
    const ready = list.filter(({ state }) => state === 'received');
    return [{ month, due: remittanceDue(month, rule), standing: remittanceStanding(month, today, rule), amount: ready.reduce((sum, { handed }) => sum + (handed ?? 0), 0), basis: rule.basis, ready: ready.length, unready: list.length - ready.length }];
  });
  return {
    today, mayRemit: hasRole(actor, 'cashier', 'unit-head', 'president'), months, account,
    days: days.map(({ id, day, cashier_name: cashier, state, handed }) => ({ id, day, cashier, state, amount: handed ?? 0 })),
    items: done.map((row) => ({ id: row.id, destination: row.destination, account: row.account, amount: row.amount, documentNumber: row.document_number, remittedOn: row.remitted_on, fromDay: row.from_day, toDay: row.to_day, by: row.by_name })),
  };
}
