import { addDays, dateAt } from '../../../kernel/local-time.ts';
import { remittanceRuleInForce } from '../domain/receipt-rules.ts';
import { remittanceStanding } from '../domain/remittance.ts';
import { loadReceiptRules } from '../papers/load-receipt-rules.ts';
import { listUnremitted } from '../store/cashier-days.ts';
import { countOpenReceipts, sumReceipts } from '../store/receipts.ts';
import { type FeeReceiptsDeps } from './deps.ts';
import { owedPayments } from './receipt-views.ts';

/** What administrators see of receipts: cashless payments of this month, requests that wait for a second person, refused and owed receipts, days whose money is late. */
export async function countReceipts(deps: FeeReceiptsDeps, communeCode: string, now: Date): Promise<{ readonly given: number; readonly cashless: number; readonly asked: number; readonly refused: number; readonly owed: number; readonly late: number; readonly unclosed: number }> {
  const today = dateAt(now.getTime());
  const rule = remittanceRuleInForce(loadReceiptRules(), today);
  const [sums, open, owed, days] = await Promise.all([
    sumReceipts(deps.db, { communeCode, from: `${today.slice(0, 7)}-01`, to: today, method: null, state: null, collectorId: null }), countOpenReceipts(deps.db, communeCode), owedPayments(deps, communeCode, now), listUnremitted(deps.db, communeCode),
  ]);
  const add = (list: typeof sums) => list.reduce((total, { count }) => total + count, 0);
  return {
    given: add(sums), cashless: add(sums.filter(({ method }) => method !== 'cash')), ...open, owed: owed.length,
    late: rule === undefined ? 0 : days.filter(({ day }) => remittanceStanding(day.slice(0, 7), today, rule) === 'late').length,
    unclosed: days.filter(({ state, day }) => state === 'open' && day <= addDays(today, -1)).length,
  };
}
