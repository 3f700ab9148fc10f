import { dayOf, type LocalDate, ymdOfDay } from '../../../kernel/local-time.ts';

/** In what form receipts of a series are: made here and signed electronically, or written by hand in a pre-printed book. */
export type SeriesKind = 'electronic' | 'paper';

/** What the law asks of receipts of one kind between two days, both included; `validTo` null: until now. */
export interface ReceiptRegime {
  readonly kind: SeriesKind;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** The article of law. */
  readonly basis: string;
  /** Name of the receipt as it is printed. */
  readonly name: string;
  /** Most digits of a number. */
  readonly digits: number;
  /** Whether numbers begin again at 1 on 1 January. */
  readonly restartsYearly: boolean;
  readonly signature: 'digital' | 'collector';
  /** How many copies a receipt on paper has. */
  readonly copies: number;
}

/** Until which day of the next month money that was collected goes to the treasury. */
export interface RemittanceRule {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly dayOfMonth: number;
  /** So many days before, the office is reminded. */
  readonly warnDays: number;
  readonly basis: string;
}

/** The rules as `data/receipts/rules.json` has them. */
export interface ReceiptRules {
  readonly regimes: readonly ReceiptRegime[];
  readonly remittance: readonly RemittanceRule[];
}

function holdsOn({ validFrom, validTo }: { readonly validFrom: LocalDate; readonly validTo: LocalDate | null }, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** The rule for receipts of a kind on a day; undefined when such receipts may not be given then. */
export function regimeInForce(rules: ReceiptRules, kind: SeriesKind, day: LocalDate): ReceiptRegime | undefined {
  return rules.regimes.find((regime) => regime.kind === kind && holdsOn(regime, day));
}

/** The rule for handing money on, on a day; undefined before the first one. */
export function remittanceRuleInForce(rules: ReceiptRules, day: LocalDate): RemittanceRule | undefined {
  return rules.remittance.find((rule) => holdsOn(rule, day));
}

/** The year in whose numbers a receipt of a day stands. */
export function yearOf(day: LocalDate): number {
  return ymdOfDay(dayOf(day)).year;
}
