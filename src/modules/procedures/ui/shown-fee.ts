import { type FeeUnit } from '../../../kernel/fee-formula.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Bilingual, type Fee } from '../domain/procedure-pack.ts';

/** What the province set for a charge of a procedure, as it holds on the day of the page. */
export interface LocalFeeWords {
  readonly label: Bilingual;
  /** Whole đồng for one unit. */
  readonly amount: number;
  readonly unit: FeeUnit;
  readonly basis: string;
  readonly validFrom: LocalDate;
  /** Whether it takes the place of everything that the procedure publishes. */
  readonly replaces: boolean;
}

/** A line of the price list of a page. */
export interface ShownFeeLine {
  readonly label: Bilingual;
  readonly amount: number;
  readonly unit: FeeUnit;
  /** Of the province; null: as published. */
  readonly local: Pick<LocalFeeWords, 'basis' | 'validFrom'> | null;
}

/** The fee of a procedure as its page shows it. */
export interface ShownFee extends Pick<Fee, 'note' | 'known'> {
  readonly lines: readonly ShownFeeLine[];
}

/** What is published together with what the province set: the published lines first, unless they are replaced. */
export function shownFee(fee: Fee, local: readonly LocalFeeWords[]): ShownFee {
  const own = local.map(({ label, amount, unit, basis, validFrom }): ShownFeeLine => ({ label, amount, unit, local: { basis, validFrom } }));
  const published = local.some(({ replaces }) => replaces) ? [] : fee.lines.map(({ label, amount, unit }): ShownFeeLine => ({ label, amount, unit, local: null }));
  return { known: fee.known || own.length > 0, note: fee.note, lines: [...published, ...own] };
}

/** What the matter costs at first sight: as published where that is known, else what the province set. */
export function factFee(fee: ShownFee): ShownFee {
  const published = fee.lines.filter(({ local }) => local === null);
  return published.length === 0 ? fee : { ...fee, lines: published };
}
