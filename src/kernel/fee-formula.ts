import { type Dong } from './money.ts';

/** How the price of one unit is reckoned, in whole đồng. */
export type FeeFormula =
  /** One copy by the pages of its original, up to a most for a copy. */
  | { readonly kind: 'per-page'; readonly firstPages: number; readonly first: Dong; readonly next: Dong; readonly mostPerCopy: Dong }
  /** The same for every unit. */
  | { readonly kind: 'per-unit'; readonly amount: Dong };

/** What a fee is counted by: a matter, a page, a copy, a paper, a person. */
export const FEE_UNITS = ['case', 'page', 'copy', 'paper', 'person'] as const;

export type FeeUnit = (typeof FEE_UNITS)[number];

/** The price of one unit in whole đồng. `pages` is whole and at least 1 where the formula goes by pages, and is not looked at elsewhere. */
export function unitPrice(formula: FeeFormula, pages: number): Dong {
  if (formula.kind === 'per-unit') return formula.amount;
  const first = Math.min(pages, formula.firstPages) * formula.first;
  const next = Math.max(0, pages - formula.firstPages) * formula.next;
  return Math.min(first + next, formula.mostPerCopy);
}

/**
 * The fee of one document in whole đồng: by its pages and copies where copies are charged (TT 226/2016/TT-BTC, Điều 4, mục 1), once for the
 * document otherwise. Pages and copies are whole and at least 1.
 */
export function documentFee({ unit, formula }: { readonly unit: FeeUnit; readonly formula: FeeFormula }, { pages, copies }: { readonly pages: number; readonly copies: number }): Dong {
  return unitPrice(formula, pages) * (unit === 'copy' ? copies : 1);
}
