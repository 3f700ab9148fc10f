/** Where the public pages live. Every link between pages of different modules takes its path from here. */
export const PUBLIC_PATHS = {
  home: '/',
  /** Procedures found for `?q=`; without it, all procedures by field. */
  search: '/tim',
  procedure: (code: string): string => `/t/${encodeURIComponent(code)}`,
  lifeEvent: (slug: string): string => `/viec/${slug}`,
  /** Where a dossier stands: `?ma=` is the code on the appointment slip. */
  track: '/tra-cuu',
  /** The own pages of a citizen with an electronic identity; only there when an identity provider is set up. */
  mine: '/cua-toi',
  citizenSignIn: '/cua-toi/dang-nhap',
  /** Type size, contrast, background and language. */
  choices: '/lua-chon',
  /** Whether a paper is genuine: its code is typed there. */
  verify: '/x',
  scams: '/tro-giup/lua-dao',
  setUp: '/thiet-lap',
} as const;
