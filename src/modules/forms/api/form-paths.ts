/** Where the pages of a declaration live. */
export const FORM_PATHS = {
  start: (procedureCode: string): string => `/to-khai/bat-dau/${encodeURIComponent(procedureCode)}`,
  resume: '/to-khai/tiep-tuc',
  draft: (token: string): string => `/to-khai/${token}`,
  group: (token: string, group: string, fromReview = false): string => `/to-khai/${token}/${group}${fromReview ? '?sua=1' : ''}`,
  given: (token: string): string => `/to-khai/${token}/da-co`,
  review: (token: string): string => `/to-khai/${token}/xem-lai`,
  print: (token: string): string => `/to-khai/${token}/in`,
  empty: (procedureCode: string): string => `/to-khai/mau/${encodeURIComponent(procedureCode)}`,
  papers: (token: string): string => `/to-khai/${token}/giay-to`,
  send: (token: string): string => `/to-khai/${token}/gui`,
  later: (token: string): string => `/to-khai/${token}/de-sau`,
  deletion: (token: string): string => `/to-khai/${token}/xoa`,
} as const;

/** The general declaration of a procedure, without its form. */
export function generalPath(procedureCode: string): string {
  return `/khai/${encodeURIComponent(procedureCode)}?chung=1`;
}
