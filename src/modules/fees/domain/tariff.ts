import { type FeeFormula, type FeeUnit } from '../../../kernel/fee-formula.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Dong } from '../../../kernel/money.ts';

/** Phí, lệ phí (Luật Phí và lệ phí 97/2015/QH13, Điều 3), and giá dịch vụ such as printing. The first two as procedure packs name them. */
export const CHARGE_KINDS = ['service-fee', 'state-charge', 'service-price'] as const;

export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** How a dossier came in. */
export const FEE_CHANNELS = ['counter', 'online', 'post', 'kiosk', 'home'] as const;

export type FeeChannel = (typeof FEE_CHANNELS)[number];

/** Vietnamese first; English is null where only the official Vietnamese text exists. */
export interface FeeWords {
  readonly vi: string;
  readonly en: string | null;
}

/** Days from which and to which a rule applies; both may be the last or first day themselves. */
export interface Validity {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Whether a rule applies on a day. */
export function applies({ validFrom, validTo }: Validity, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** One kind of charge, `data/fees/tariffs.json`. */
export interface Tariff extends Validity {
  readonly code: string;
  readonly kind: ChargeKind;
  readonly unit: FeeUnit;
  /** `base`: for every dossier of its procedures; `extra`: only where it is asked for. */
  readonly role: 'base' | 'extra';
  /** How a dossier must have come in; null: in any way. */
  readonly channels: readonly FeeChannel[] | null;
  /** Every procedure has an amount of its own, under the code `<code>:<procedure>`. */
  readonly perProcedure: boolean;
  /** When asked for, it takes the place of this base charge. */
  readonly insteadOf: string | null;
  readonly label: FeeWords;
  /** Null: beside every procedure. */
  readonly procedureCodes: readonly string[] | null;
  /** Null: the province or the office sets it. */
  readonly formula: FeeFormula | null;
  readonly basis: string;
}

/** An amount that the province or the office has set, from a day on; a later one takes its place. */
export interface Rate {
  readonly code: string;
  /** Null: it is not charged any more. */
  readonly amount: Dong | null;
  readonly kind: ChargeKind;
  readonly unit: FeeUnit;
  readonly label: string;
  readonly basis: string;
  readonly validFrom: LocalDate;
}

/** What the province takes off dossiers filed online (a resolution of its People's Council), from a day on. */
export interface OnlineExemption {
  /** 1 to 100; null: it ended. */
  readonly percent: number | null;
  readonly kinds: readonly ChargeKind[];
  readonly basis: string;
  readonly validFrom: LocalDate;
}

/** The fee of a procedure as its pack publishes it. */
export interface PublishedFee {
  readonly procedureCode: string;
  /** Everyday or official name. */
  readonly procedureName: FeeWords;
  /** False: the source does not say. */
  readonly known: boolean;
  readonly lines: readonly { readonly kind: 'service-fee' | 'state-charge'; readonly amount: Dong; readonly unit: FeeUnit; readonly label: FeeWords; readonly basis: string | null }[];
}

/** One charge that a dossier may have, with its price on the day. */
export interface Charge {
  readonly code: string;
  /** Code of the tariff that it comes from; exemptions name tariffs. */
  readonly tariff: string;
  readonly kind: ChargeKind;
  readonly unit: FeeUnit;
  readonly role: 'base' | 'extra';
  readonly insteadOf: string | null;
  readonly label: FeeWords;
  /** Null: nobody has entered the province's or office's amount yet. */
  readonly formula: FeeFormula | null;
  readonly basis: string;
}

/** The newest rate of a code that holds on a day; undefined when there is none or it ended. `rates` in the order in which they were entered. */
export function rateOn(rates: readonly Rate[], code: string, day: LocalDate): Rate | undefined {
  let found: Rate | undefined;
  for (const rate of rates) {
    if (rate.code === code && rate.validFrom <= day && (found === undefined || rate.validFrom >= found.validFrom)) found = rate;
  }
  return found?.amount == null ? undefined : found;
}

/** What the province takes off online filings on a day; undefined when nothing. In the order in which they were entered. */
export function onlineExemptionOn(exemptions: readonly OnlineExemption[], day: LocalDate): OnlineExemption | undefined {
  let found: OnlineExemption | undefined;
  for (const exemption of exemptions) if (exemption.validFrom <= day && (found === undefined || exemption.validFrom >= found.validFrom)) found = exemption;
  return found?.percent == null ? undefined : found;
}

/** The code under which a tariff is charged for a procedure. */
export function chargeCode(tariff: Pick<Tariff, 'code' | 'perProcedure'>, procedureCode: string): string {
  return tariff.perProcedure ? `${tariff.code}:${procedureCode}` : tariff.code;
}

/** The code under which an office enters the amount of a procedure that no tariff knows. */
export function procedureChargeCode(procedureCode: string): string {
  return `procedure:${procedureCode}`;
}
