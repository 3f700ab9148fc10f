import { dateAt } from '../../../kernel/local-time.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { receiversAmong } from './change-day.ts';
import { type FeeReceiptsDeps } from './deps.ts';
import { remittanceRuleInForce } from '../domain/receipt-rules.ts';
import { remittanceDue, remittanceStanding } from '../domain/remittance.ts';
import { loadReceiptRules } from '../papers/load-receipt-rules.ts';
import { listUnremitted } from '../store/cashier-days.ts';

/** Reminds cashiers and heads of cash of a past month that is still here: once before its last day, once after it. Answers how many reminders went out. */
export async function remindRemittance(deps: FeeReceiptsDeps, now: Date, signal: AbortSignal): Promise<number> {
  const today = dateAt(now.getTime());
  const rule = remittanceRuleInForce(loadReceiptRules(), today);
  if (rule === undefined) return 0;
  let told = 0;
  const months = Map.groupBy(await listUnremitted(deps.db, null), ({ commune_code: commune, day }) => `${commune} ${day.slice(0, 7)}`);
  for (const [place, days] of months) {
    if (signal.aborted) break;
    const [communeCode = '', month = ''] = place.split(' ');
    const standing = remittanceStanding(month, today, rule);
    if (standing === 'waiting') continue;
    const kind = standing === 'late' ? 'remittance-late' : 'remittance-near';
    const to = receiversAmong(await deps.colleaguesOf(communeCode)).map(({ staffId }) => staffId);
    const notice: StaffNotice = { kind, key: `${kind} ${month}`, to, dossierId: null, facts: { words: `${month.slice(5)}/${month.slice(0, 4)}`, until: remittanceDue(month, rule), count: String(days.length) } };
    if (to.length === 0) continue;
    // The inbox keeps a key once for everybody: told again tomorrow, it changes nothing.
    await deps.db.transaction().execute((tx) => addMessages(tx, communeCode, [{ id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } }], now));
    told += 1;
  }
  return told;
}
