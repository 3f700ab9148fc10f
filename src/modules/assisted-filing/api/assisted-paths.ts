/** Where the pages of assisted filing live. */
export const ASSISTED_PATHS = {
  /** Who is filling in. */
  who: (token: string): string => `/to-khai/${token}/ai-khai`,
  /** Where the person reads everything in large type and agrees, on the helper's device. */
  agree: (token: string): string => `/to-khai/${token}/dong-y`,
  /** One way of agreeing there. */
  way: (token: string, way: 'chu-ky' | 'ma' | 'ghi-am'): string => `/to-khai/${token}/dong-y/${way}`,
  /** The same on the person's own phone. */
  ownPhone: (secret: string): string => `/dong-y/${secret}`,
  script: '/dong-y/dong-y.js',
} as const;
