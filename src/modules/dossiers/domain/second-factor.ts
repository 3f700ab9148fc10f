/** What a stranger must know beside the code: the last four digits of the phone or of the citizen number. */
export interface SecondFactorHolder {
  readonly applicantPhone: string | null;
  readonly applicantNumber: string | null;
}

/** Whether the four digits are the tail of the phone or of the citizen number. Anything but four digits never matches. */
export function matchesSecondFactor(dossier: SecondFactorHolder, digits: string): boolean {
  if (!/^\d{4}$/.test(digits)) return false;
  return [dossier.applicantPhone, dossier.applicantNumber].some((known) => known !== null && known.endsWith(digits));
}
