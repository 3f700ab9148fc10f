import { type PaymentFit } from './decide-payable.ts';
import { type PaymentMethod } from './payable.ts';

/** What those who collect are told: money came without them, it was too little, or some of it is owed back. */
export type MoneyNoticeKind = 'money-came' | 'money-short' | 'money-surplus';

/**
 * Which notice a payment calls for; null for cash that fitted, which whoever took it knows. What came by transfer or online is told, and so is
 * whatever asks for an act: something is still missing, or owed back.
 */
export function decideMoneyNotice({ method, fit }: { readonly method: PaymentMethod; readonly fit: PaymentFit }): MoneyNoticeKind | null {
  if (fit === 'under') return 'money-short';
  if (fit === 'over' || fit === 'not-due') return 'money-surplus';
  return method === 'cash' ? null : 'money-came';
}
