import { type LocalDate } from '../../../kernel/local-time.ts';

/** What consent is asked for, in one version of its words. */
export interface ConsentPurpose {
  readonly purpose: string;
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly basis: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly words: { readonly vi: string; readonly en: string };
}

/** The newest line of a purpose. */
export interface StandingConsent {
  readonly purpose: string;
  readonly version: number;
  readonly act: 'given' | 'withdrawn';
}

/** The purposes that may be asked for on a day: the newest version of each. */
export function purposesOn(purposes: readonly ConsentPurpose[], day: LocalDate): readonly ConsentPurpose[] {
  const holding = purposes.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
  return holding.filter(({ purpose, version }) => !holding.some((other) => other.purpose === purpose && other.version > version));
}

/** Whether consent stands: the newest line gave it, for the very version that holds. Words that changed are asked for again. */
export function isConsented(purposes: readonly ConsentPurpose[], standing: readonly StandingConsent[], purpose: string, day: LocalDate): boolean {
  const holding = purposesOn(purposes, day).find((one) => one.purpose === purpose);
  const newest = standing.find((one) => one.purpose === purpose);
  return holding !== undefined && newest !== undefined && newest.act === 'given' && newest.version === holding.version;
}
