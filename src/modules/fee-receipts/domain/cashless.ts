import { type Dong } from '../../../kernel/money.ts';

/** In which ways fees are paid. */
export type Method = 'cash' | 'transfer' | 'online';

/** A part of a whole, as it is reported: never a bare percentage. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** In tenths of a per cent, rounded half up; null when there is nothing to divide. */
  readonly permille: number | null;
}

/** How many payments, and how much of the money, came without cash. */
export interface CashlessRate {
  readonly byCount: Share;
  readonly byAmount: Share;
}

function share(numerator: number, denominator: number): Share {
  return { numerator, denominator, permille: denominator === 0 ? null : Math.round((numerator * 1000) / denominator) };
}

/** The rate of cashless fees among sums by method. Receipts that do not hold any more are no part of it. */
export function cashlessRate(sums: readonly { readonly method: Method; readonly count: number; readonly amount: Dong }[]): CashlessRate {
  const without = sums.filter(({ method }) => method !== 'cash');
  const add = (list: typeof sums, part: 'count' | 'amount') => list.reduce((total, one) => total + one[part], 0);
  return { byCount: share(add(without, 'count'), add(sums, 'count')), byAmount: share(add(without, 'amount'), add(sums, 'amount')) };
}
