import { type ProcedurePack } from './procedure-pack.ts';

type Validity = Pick<ProcedurePack, 'version' | 'validFrom' | 'validTo'>;

/** The version of one procedure that applies on a day (`YYYY-MM-DD`), or undefined if none does; both end days count. */
export function packInForce<T extends Validity>(versions: readonly T[], date: string): T | undefined {
  return versions.find((pack) => pack.validFrom <= date && (pack.validTo === null || date <= pack.validTo));
}

/** Whether two versions of one procedure apply on the same day. */
export function validityOverlaps(one: Validity, other: Validity): boolean {
  const oneStartsInTime = other.validTo === null || one.validFrom <= other.validTo;
  const otherStartsInTime = one.validTo === null || other.validFrom <= one.validTo;
  return oneStartsInTime && otherStartsInTime;
}
