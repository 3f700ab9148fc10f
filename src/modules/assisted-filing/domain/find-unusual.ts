import { type LocalDate } from '../../../kernel/local-time.ts';
import { weekTo } from './assisted.ts';

/** How many one helper filed on a day. */
export interface DayOfHelper {
  readonly key: string;
  readonly day: LocalDate;
  readonly filings: number;
}

/** That a helper filed unusually many: more than the number of a day, or of the seven days that end with it. */
export interface Unusual {
  readonly key: string;
  readonly day: LocalDate;
  readonly span: 'day' | 'week';
  readonly filings: number;
}

/**
 * Finds what is unusual on the days that are looked at: more filings than `limits.day` on one day, else more than `limits.week` in the seven days that end
 * with it. A week is told once: not again while one of its own days was told already, be it now or (`told`) before.
 */
export function findUnusual(days: readonly DayOfHelper[], looked: readonly LocalDate[], limits: { readonly day: number; readonly week: number }, told: readonly { readonly key: string; readonly day: LocalDate }[]): readonly Unusual[] {
  const found: Unusual[] = [];
  const keys = [...new Set(days.map(({ key }) => key))];
  for (const key of keys) {
    const own = days.filter((one) => one.key === key);
    for (const day of [...looked].sort()) {
      const known = [...told.filter((one) => one.key === key), ...found.filter((one) => one.key === key)].map((one) => one.day);
      const here = own.find((one) => one.day === day);
      if (here === undefined || known.includes(day)) continue;
      if (here.filings > limits.day) {
        found.push({ key, day, span: 'day', filings: here.filings });
        continue;
      }
      const first = weekTo(day).from;
      const week = own.filter((one) => one.day >= first && one.day <= day).reduce((all, { filings }) => all + filings, 0);
      if (week > limits.week && !known.some((one) => one >= first && one <= day)) found.push({ key, day, span: 'week', filings: week });
    }
  }
  return found;
}
