import { addDays, daysInMonth, type LocalDate } from '../../../../../kernel/local-time.ts';

/** The periods that are one press away. */
export const PERIODS = ['this-month', 'last-month', 'this-quarter', 'this-year'] as const;
export type Period = (typeof PERIODS)[number];

export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

function monthOf(date: LocalDate): Days {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return { from: `${date.slice(0, 8)}01`, to: `${date.slice(0, 8)}${String(daysInMonth(year, month))}` };
}

/** First and last day of a period, seen from a day in it or, for the last month, after it. */
export function daysOfPeriod(period: Period, today: LocalDate): Days {
  const month = monthOf(today);
  switch (period) {
    case 'this-month':
      return month;
    case 'last-month':
      return monthOf(addDays(month.from, -1));
    case 'this-quarter': {
      const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
      const name = (number: number): string => `${today.slice(0, 5)}${String(number).padStart(2, '0')}-01`;
      return { from: name(first), to: monthOf(name(first + 2)).to };
    }
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
  }
}
