import { addDays, dayOfYmd, dateOf, type LocalDate } from '../../../kernel/local-time.ts';
import { type Dong } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type RemittanceRule } from './receipt-rules.ts';

/** The day by which money of a month, `2026-11`, has to be handed on. */
export function remittanceDue(month: string, rule: RemittanceRule): LocalDate {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? dateOf(dayOfYmd(year + 1, 1, rule.dayOfMonth)) : dateOf(dayOfYmd(year, number + 1, rule.dayOfMonth));
}

/** How a month’s money stands on a day: not yet near, near its day, or late. */
export function remittanceStanding(month: string, today: LocalDate, rule: RemittanceRule): 'waiting' | 'near' | 'late' {
  const due = remittanceDue(month, rule);
  if (today > due) return 'late';
  return today > month && today >= addDays(due, -rule.warnDays) && today.slice(0, 7) > month ? 'near' : 'waiting';
}

/** A day whose money is to be handed on. */
export interface ReceivedDay {
  readonly state: string;
  readonly remitted: boolean;
  readonly handed: Dong;
}

/**
 * Notes that money of some days went to the treasury or the bank. Refuses no days, days that nobody has received yet or that went already, an amount
 * that is not their sum, no number of the slip, and a day to come.
 */
export function decideRemittance(days: readonly ReceivedDay[], asked: { readonly amount: Dong; readonly documentNumber: string; readonly remittedOn: LocalDate; readonly today: LocalDate; readonly latestDay: LocalDate | null }): Result<{ readonly sum: Dong; readonly documentNumber: string }> {
  if (days.length === 0) return refuse('fee-receipts.no-days', undefined, 'days');
  if (days.some(({ remitted }) => remitted)) return refuse('fee-receipts.remitted-already', undefined, 'days');
  if (days.some(({ state }) => state !== 'received')) return refuse('fee-receipts.day-not-received', undefined, 'days');
  const sum = days.reduce((total, { handed }) => total + handed, 0);
  if (sum === 0) return refuse('fee-receipts.nothing-to-remit', undefined, 'days');
  if (asked.amount !== sum) return refuse('fee-receipts.remittance-amount', { sum }, 'amount');
  if (asked.documentNumber.trim() === '') return refuse('fee-receipts.document-number', undefined, 'documentNumber');
  if (asked.remittedOn > asked.today || (asked.latestDay !== null && asked.remittedOn < asked.latestDay)) return refuse('fee-receipts.remittance-day', undefined, 'remittedOn');
  return ok({ sum, documentNumber: asked.documentNumber.trim() });
}
