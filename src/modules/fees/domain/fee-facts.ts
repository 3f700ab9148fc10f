import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Exemption } from './exemption.ts';
import { applies, type Charge, type FeeChannel, type OnlineExemption } from './tariff.ts';

/** An exemption or reduction that somebody claims. */
export interface ExemptionClaim {
  readonly exemption: string;
  /** What is taken off, where the exemption leaves it to the proof; else null. */
  readonly percent: number | null;
  /** Which paper or data proves it, in words. */
  readonly proof: string;
}

/** One charge that is asked for, as often as it is; `pages` of the original where the price goes by pages. */
export interface FeeItem {
  readonly code: string;
  readonly quantity: number;
  readonly pages: number | null;
}

/** What the officer says of a dossier. */
export interface FeesAsked {
  /** Charges in their quantities; a base charge that is left out counts once, an extra one not at all. */
  readonly items: readonly FeeItem[];
  readonly claims: readonly ExemptionClaim[];
  /** Day of the birth or death that is registered, where being on time decides. */
  readonly eventDay: LocalDate | null;
}

/** Everything that the fees of a dossier follow from. */
export interface FeeFacts {
  readonly procedureCode: string;
  readonly charges: readonly Charge[];
  readonly exemptions: readonly Exemption[];
  /** What the province takes off online filings on the day; undefined: nothing. */
  readonly onlineExemption: OnlineExemption | undefined;
  /** The day whose rules hold: that of the reception. */
  readonly day: LocalDate;
  /** The day on which it was filed, which may be before. */
  readonly filedOn: LocalDate;
  readonly channel: FeeChannel;
  readonly isWorkingDay: (day: LocalDate) => boolean;
}

/** Whether an exemption holds on the day and for the channel. */
export function holds(exemption: Exemption, { day, channel }: Pick<FeeFacts, 'day' | 'channel'>): boolean {
  return applies(exemption, day) && (exemption.channels === null || exemption.channels.includes(channel));
}
