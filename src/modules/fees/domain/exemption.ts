import { type Charge, type FeeChannel, type FeeWords, type Validity } from './tariff.ts';

/** When an exemption applies: always, when a step was taken within days of an event, or when somebody claims it with a proof. */
export type ExemptionCondition =
  | { readonly kind: 'always' }
  | { readonly kind: 'within-days'; readonly days: number; readonly event: FeeWords }
  | { readonly kind: 'claimed' };

/** An exemption (miễn, 100 %) or reduction (giảm) of a charge, `data/fees/exemptions.json`. */
export interface Exemption extends Validity {
  readonly code: string;
  readonly label: FeeWords;
  /** What is taken off, 1 to 100; null: as the proof says. */
  readonly percent: number | null;
  readonly condition: ExemptionCondition;
  /** What proves it, for a claimed one. */
  readonly proof: FeeWords | null;
  /** How the dossier must have come in; null: in any way. */
  readonly channels: readonly FeeChannel[] | null;
  /** Null: every tariff. */
  readonly tariffs: readonly string[] | null;
  /** Null: every procedure. */
  readonly procedureCodes: readonly string[] | null;
  readonly basis: string;
}

/** Whether an exemption is about a charge of a procedure at all, whatever the day and the channel. Prices of services are never relieved by law on fees. */
export function isAbout(exemption: Pick<Exemption, 'tariffs' | 'procedureCodes'>, charge: Pick<Charge, 'tariff' | 'kind'>, procedureCode: string): boolean {
  return charge.kind !== 'service-price' && (exemption.tariffs === null || exemption.tariffs.includes(charge.tariff)) && (exemption.procedureCodes === null || exemption.procedureCodes.includes(procedureCode));
}
