/** Groups of the agency code: capital letters, digits and dots, at most 35 characters (QĐ 20/2020/QĐ-TTg). */
const AGENCY = /^[A-Y][0-9]{2}(\.[A-Z0-9]{1,6}){0,4}$/;
/** Accepts every family of codes in use; the agency is never read out of it (domain 1.8). */
const ANY_CODE = /^[A-Y]?\d{0,3}[A-Z0-9.]{2,30}-(\d{2})(\d{2})(\d{2})-\d{4,8}$/;

/** Whether the text is an agency code that dossier codes may begin with. */
export function isAgencyCode(text: string): boolean {
  return text.length <= 35 && AGENCY.test(text);
}

/**
 * Builds mã số hồ sơ: agency code, local day YYMMDD and the day's sequence, at least four digits and wider beyond 9999
 * (QĐ 20/2020/QĐ-TTg; domain 1.8). The database builds the same text; a test holds the two together.
 */
export function buildDossierCode(agencyCode: string, localDay: string, sequence: number): string {
  return `${agencyCode}-${localDay.slice(2).replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`;
}

/** Whether the text looks like a dossier code of any family, with a date that exists. */
export function isDossierCode(text: string): boolean {
  const match = ANY_CODE.exec(text);
  if (match === null) return false;
  const [, , month = '00', day = '00'] = match;
  const m = Number(month);
  const d = Number(day);
  return m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

/** What a person typed as a code: spaces out, capitals, full-width and dash variants made plain. */
export function tidyCode(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[‐-―−]/g, '-').replace(/\s+/g, '');
}

const REFERENCE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The code of a declaration, easy to read aloud: `KB-` and two groups of four without 0, 1, I, L, O. Needs 8 random bytes. */
export function buildReference(random: Uint8Array): string {
  const letters = [...random.slice(0, 8)].map((byte) => REFERENCE_LETTERS.charAt(byte % REFERENCE_LETTERS.length)).join('');
  return `KB-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
