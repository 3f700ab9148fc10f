/** A number in a yearly book. */
export interface CertificationNumber {
  readonly number: number;
  readonly volume: number;
  readonly year: number;
  /** Such as `SCT/BS`. */
  readonly book: string;
  /** The commune in whose book it stands, where that commune has gone over into this one. */
  readonly former?: string | null;
}

/** “0123, quyển số 01/2026-SCT/BS”: four digits or more, the volume in two; the book of a former commune is named. */
export function certificationNumberWords({ number, volume, year, book, former = null }: CertificationNumber): string {
  return `${String(number).padStart(4, '0')}, quyển số ${String(volume).padStart(2, '0')}/${String(year)}-${book}${former === null ? '' : ` (${former})`}`;
}
