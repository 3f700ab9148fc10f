/** Where the pages of what is declared together live. */
export const BUNDLE_PATHS = {
  start: (slug: string): string => `/khai-mot-lan/bat-dau/${encodeURIComponent(slug)}`,
  list: (token: string): string => `/khai-mot-lan/${token}`,
  choose: (token: string): string => `/khai-mot-lan/${token}/chon`,
  declare: (token: string, member: string): string => `/khai-mot-lan/${token}/khai/${encodeURIComponent(member)}`,
  change: (token: string): string => `/khai-mot-lan/${token}/sua-cung`,
  later: (token: string): string => `/khai-mot-lan/${token}/de-sau`,
  deletion: (token: string): string => `/khai-mot-lan/${token}/xoa`,
} as const;
