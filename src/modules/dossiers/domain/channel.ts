/** How a dossier came in (kênh). Written once and never changed. */
export const CHANNELS = ['counter', 'online', 'post', 'kiosk', 'home'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * The channel in the national interchange vocabulary (`KenhThucHien`): 1 direct, 2 online, 3 public post. A visit at home is direct: an
 * officer took the papers. At a kiosk the citizen files alone, so that it counts as online.
 */
export const NATIONAL_CHANNEL = { counter: 1, online: 2, post: 3, kiosk: 2, home: 1 } as const satisfies Readonly<Record<Channel, 1 | 2 | 3>>;

/** Whether a dossier counts for the online indicator (QĐ 766/QĐ-TTg, 3.3): filed online, and answered with an electronic result. */
export function countsAsOnline(channel: Channel, hasElectronicResult: boolean): boolean {
  return NATIONAL_CHANNEL[channel] === 2 && hasElectronicResult;
}
