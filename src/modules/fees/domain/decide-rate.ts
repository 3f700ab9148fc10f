import { type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { type Dong } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Rate } from './tariff.ts';

/** An amount that is entered; null: it is not charged any more from the day. */
export interface RateEntry {
  readonly amount: number | null;
  readonly basis: string;
  readonly validFrom: LocalDate;
}

/** No charge of a commune is higher. */
const MOST_AMOUNT: Dong = 1_000_000_000;
/** Charges of communes follow Luật Phí và lệ phí 97/2015/QH13, in force since this day. */
const FIRST_DAY: LocalDate = '2017-01-01';

/**
 * Whether an amount may be entered for a code: whole đồng, its basis, a real day, and not the same as what holds from that day already. What holds today
 * may be put right; dossiers that were assessed keep what they were told.
 */
export function decideRate(entry: RateEntry, before: readonly Rate[]): Result<{ readonly basis: string }> {
  const { amount, validFrom } = entry;
  if (amount !== null && (!Number.isInteger(amount) || amount < 0 || amount > MOST_AMOUNT)) return refuse('fees.amount-wrong', {}, 'amount');
  const basis = entry.basis.trim();
  if (basis === '') return refuse('fees.basis-missing', {}, 'basis');
  if (!parseLocalDate(validFrom).ok || validFrom < FIRST_DAY) return refuse('fees.day-wrong', {}, 'validFrom');
  const same = before.findLast((rate) => rate.validFrom === validFrom);
  if (same !== undefined && same.amount === amount && same.basis === basis) return refuse('fees.rate-same', {}, 'amount');
  if (amount === null && !before.some((rate) => rate.amount !== null)) return refuse('fees.nothing-to-end', {}, 'amount');
  return ok({ basis });
}

/** What the province takes off online filings, as entered; null: nothing any more from the day. */
export interface OnlineExemptionEntry {
  readonly percent: number | null;
  readonly kinds: readonly string[];
  readonly basis: string;
  readonly validFrom: LocalDate;
}

/** Whether the exemption for online filings may be entered: 1 to 100 per cent of at least one kind of charge, with its resolution and a real day. */
export function decideOnlineExemption({ percent, kinds, basis, validFrom }: OnlineExemptionEntry): Result<{ readonly basis: string }> {
  if (percent !== null && (!Number.isInteger(percent) || percent < 1 || percent > 100)) return refuse('fees.percent-outside', {}, 'percent');
  if (percent !== null && kinds.length === 0) return refuse('fees.kinds-missing', {}, 'kinds');
  if (basis.trim() === '') return refuse('fees.basis-missing', {}, 'basis');
  if (!parseLocalDate(validFrom).ok || validFrom < FIRST_DAY) return refuse('fees.day-wrong', {}, 'validFrom');
  return ok({ basis: basis.trim() });
}
