import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** How long a code can be typed, and then how long the device may take to come for its key: ten minutes each. */
export const PAIRING_LIFE_MS = 10 * 60_000;

/** How many codes may wait behind one address, and in the whole installation: an office has a handful of devices. */
export const MOST_WAITING = { address: 20, installation: 200 } as const;

/** A browser that shows a code. */
export interface Pairing {
  readonly browserHash: string;
  readonly beganAt: Date;
  readonly address: string;
  readonly userAgent: string;
  readonly deviceId: string | null;
  readonly acceptedAt: Date | null;
  readonly claimedAt: Date | null;
}

/** How a browser's pairing stands, for the browser itself. */
export type PairingState = 'waiting' | 'accepted' | 'claimed' | 'expired';

/** Whether a moment lies within the ten minutes after another; a clock that was set back makes everything too old. */
function isWithin(from: Date, now: Date): boolean {
  const age = now.getTime() - from.getTime();
  return age >= 0 && age < PAIRING_LIFE_MS;
}

/** How a pairing stands at a moment of the server's clock; the clock of the device is never asked. */
export function pairingState({ beganAt, acceptedAt, claimedAt }: Pairing, now: Date): PairingState {
  if (claimedAt !== null) return 'claimed';
  if (acceptedAt !== null) return isWithin(acceptedAt, now) ? 'accepted' : 'expired';
  return isWithin(beganAt, now) ? 'waiting' : 'expired';
}

/** Whether an administrator can take the device behind a code. Refuses an unknown code, one that was used for a device, and one that is too old. */
export function judgeCode(pairing: Pairing | undefined, now: Date): Result<Pairing> {
  if (pairing === undefined) return refuse('device.code-unknown', undefined, 'code');
  if (pairing.acceptedAt !== null) return refuse('device.code-used', undefined, 'code');
  return pairingState(pairing, now) === 'waiting' ? ok(pairing) : refuse('device.code-expired', undefined, 'code');
}
