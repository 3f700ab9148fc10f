import { type ProcedurePack } from './procedure-pack.ts';

/** Versions that come with the program are numbered below; those that an office publishes from here on, so that neither takes the other's number. */
export const FIRST_OFFICE_VERSION = 1000;

/** Whether a version was published by the office and not read from a file. */
export function isOfficeVersion(version: number): boolean {
  return version >= FIRST_OFFICE_VERSION;
}

type Validity = Pick<ProcedurePack, 'version' | 'validFrom' | 'validTo'>;

/**
 * The version of one procedure that applies on a day (`YYYY-MM-DD`), or undefined if none does; both end days count. Files never share a day; a
 * version that the office published stands before the program's for as long as it holds.
 */
export function packInForce<T extends Validity>(versions: readonly T[], date: string): T | undefined {
  return versions.reduce<T | undefined>((newest, pack) => {
    const holds = pack.validFrom <= date && (pack.validTo === null || date <= pack.validTo);
    return holds && (newest === undefined || isLater(pack, newest)) ? pack : newest;
  }, undefined);
}

/** Office versions stand before the program's; among those of one maker the one that began last holds. */
function isLater(one: Validity, other: Validity): boolean {
  const [ownOne, ownOther] = [isOfficeVersion(one.version), isOfficeVersion(other.version)];
  if (ownOne !== ownOther) return ownOne;
  return one.validFrom > other.validFrom || (one.validFrom === other.validFrom && one.version > other.version);
}

/** Whether two versions of one procedure apply on the same day. */
export function validityOverlaps(one: Validity, other: Validity): boolean {
  const oneStartsInTime = other.validTo === null || one.validFrom <= other.validTo;
  const otherStartsInTime = one.validTo === null || other.validFrom <= one.validTo;
  return oneStartsInTime && otherStartsInTime;
}
