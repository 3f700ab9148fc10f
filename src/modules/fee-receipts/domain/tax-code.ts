const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;
const FORM = /^(\d{10})(?:-(\d{3}))?$/u;

/** What was typed as a tax code (mã số thuế), without spaces and dots; a branch is written `0123456789-001`. */
export function cleanTaxCode(typed: string): string {
  const signs = typed.normalize('NFKC').replace(/[\s.]/gu, '');
  return /^\d{13}$/u.test(signs) ? `${signs.slice(0, 10)}-${signs.slice(10)}` : signs;
}

/** Whether ten digits, and three of a branch where there is one, are a tax code of an organisation: the tenth digit checks the others. */
export function isTaxCode(code: string): boolean {
  const digits = FORM.exec(code)?.[1];
  if (digits === undefined) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits.charAt(place)), 0);
  return 10 - (sum % 11) === Number(digits.charAt(9));
}
