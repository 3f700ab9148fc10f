/** Where the public pages of procedures live. */
export const PROCEDURE_PATHS = {
  /** `?q=`: the procedures that answer a question; without it every way into the catalogue. */
  search: '/tim',
  /** The page of a procedure, short because it stands under the QR code of every poster. */
  procedure: (code: string): string => `/t/${encodeURIComponent(code)}`,
  /** The posters of a procedure, to look at and to print. */
  print: (code: string): string => `/t/${encodeURIComponent(code)}/in`,
  posterSvg: (code: string): string => `/t/${encodeURIComponent(code)}/ap-phich.svg`,
  posterPdf: (code: string, size: 'a5' | 'a6'): string => `/t/${encodeURIComponent(code)}/ap-phich.pdf?kho=${size}`,
  /** Posters of the whole catalogue, for the wall of the office. */
  posterBook: '/ap-phich.pdf',
  lifeEvent: (slug: string): string => `/viec/${slug}`,
  field: (slug: string): string => `/linh-vuc/${slug}`,
  /** Declaring at home; served by the dossiers module. */
  declare: (code: string): string => `/khai/${encodeURIComponent(code)}`,
} as const;
