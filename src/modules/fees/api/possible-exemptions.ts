import { type LocalDate } from '../../../kernel/local-time.ts';
import { chargesOf } from '../domain/charges-of.ts';
import { isAbout } from '../domain/exemption.ts';
import { applies, FEE_CHANNELS, type FeeWords, type PublishedFee } from '../domain/tariff.ts';
import { loadFeeRules } from './load-fee-rules.ts';

/** An exemption or reduction that somebody may have. */
export interface PossibleExemption {
  readonly label: FeeWords;
  readonly basis: string;
  /** 100: nothing is paid; null: as VNeID or the text on the charge says. */
  readonly percent: number | null;
  readonly onlineOnly: boolean;
}

/** Who may pay nothing or less for a procedure on a day; what may apply to every procedure alike is left out. */
export function possibleExemptions(published: PublishedFee, day: LocalDate): readonly PossibleExemption[] {
  const { tariffs, exemptions } = loadFeeRules();
  const charges = FEE_CHANNELS.flatMap((channel) => chargesOf(tariffs, [], { published, channel, day }));
  return exemptions
    .filter((one) => applies(one, day) && (one.tariffs !== null || one.procedureCodes !== null) && charges.some((charge) => isAbout(one, charge, published.procedureCode)))
    .map(({ label, basis, percent, channels }) => ({ label, basis, percent, onlineOnly: channels !== null && !channels.includes('counter') }));
}
