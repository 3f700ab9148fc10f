import { loadCertificationRules } from '../papers/load-certification-rules.ts';

/** The books of certifications that the law knows in a year: symbol and title. */
export function listCertificationBooks(year: number): readonly { readonly symbol: string; readonly title: string }[] {
  return loadCertificationRules().books.filter(({ validFrom, validTo }) => validFrom <= `${String(year)}-12-31` && (validTo === null || validTo >= `${String(year)}-01-01`)).map(({ symbol, title }) => ({ symbol, title }));
}
