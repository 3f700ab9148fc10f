/** Where devices are paired, and the first page of each kind. */
export const DEVICE_PATHS = {
  pair: '/thiet-bi',
  kiosk: '/thiet-bi/ki-ot',
  /** Wipes what one person left behind and leads to the first page of the kiosk. */
  kioskDone: '/thiet-bi/ki-ot/xong',
  display: '/thiet-bi/man-hinh',
  counterScreen: '/thiet-bi/quay',
} as const;

/** Wipes what was done on a page of this site. */
export function kioskDonePath(from: string): string {
  return `${DEVICE_PATHS.kioskDone}?${new URLSearchParams({ tu: from }).toString()}`;
}
