import { type FeeUnit } from '../../../kernel/fee-formula.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Dong } from '../../../kernel/money.ts';
import { chargesOf } from './charges-of.ts';
import { FEE_CHANNELS, type FeeWords, procedureChargeCode, type PublishedFee, type Rate, rateOn, type Tariff } from './tariff.ts';

/** What the province set for a charge of a procedure. */
export interface LocalFee {
  readonly label: FeeWords;
  /** Whole đồng for one unit. */
  readonly amount: Dong;
  readonly unit: FeeUnit;
  readonly basis: string;
  readonly validFrom: LocalDate;
  /** Whether it takes the place of everything that the procedure publishes. */
  readonly replaces: boolean;
}

/**
 * The amounts of the province that hold on a day for a procedure, each charge once; none before the day from which one holds. Prices of
 * services beside every procedure, such as printing, are left out.
 */
export function localFees(tariffs: readonly Tariff[], rates: readonly Rate[], published: PublishedFee, day: LocalDate): readonly LocalFee[] {
  const charges = new Map(FEE_CHANNELS.flatMap((channel) => chargesOf(tariffs, rates, { published, channel, day })).map((charge) => [charge.code, charge]));
  return [...charges.values()].flatMap(({ code, kind, label, unit }): readonly LocalFee[] => {
    const rate = rateOn(rates, code, day);
    if (rate?.amount == null || kind === 'service-price') return [];
    return [{ label, amount: rate.amount, unit, basis: rate.basis, validFrom: rate.validFrom, replaces: code === procedureChargeCode(published.procedureCode) }];
  });
}
