import { addDays, daysBetween, daysInMonth, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** Two local days, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const LONGEST_DAYS = 400;

function isDay(text: string): boolean {
  try {
    return addDays(text, 0) === text;
  } catch {
    return false;
  }
}

/** The period that was asked for; a missing end is that of this month. Refuses days that do not exist, an end before the beginning, and more than 400 days. */
export function readPeriod(asked: { readonly from?: string | undefined; readonly to?: string | undefined }, today: LocalDate): Result<Period> {
  const month = (asked.from ?? asked.to ?? today).slice(0, 7);
  const from = asked.from ?? `${month}-01`;
  const [year = 0, number = 0] = month.split('-').map(Number);
  const to = asked.to ?? `${month}-${String(number >= 1 && number <= 12 ? daysInMonth(year, number) : 1).padStart(2, '0')}`;
  if (!isDay(from) || !isDay(to) || from > to || daysBetween(from, to) > LONGEST_DAYS) return refuse('fee-receipts.period', undefined, 'from');
  return ok({ from, to });
}
