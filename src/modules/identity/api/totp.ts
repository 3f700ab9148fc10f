import { generateSecret, generateURI, verifySync } from 'otplib';

const PERIOD_S = 30;
/** One step earlier or later: a phone may be half a minute off, and people type slowly. */
const SKEW_S = PERIOD_S;
/** How far off a phone's clock may be and still be recognised as such: 20 minutes. */
const RECOGNISED_SKEW_S = 40 * PERIOD_S;

/** A new secret of 160 bits in Base32 (RFC 4226, section 4). */
export function makeTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What the phone's app reads from the QR code. */
export function totpAddress(secret: string, issuer: string, userName: string): string {
  return generateURI({ issuer, label: userName, secret });
}

/** What a typed code of six digits turns out to be. */
export type TotpVerdict =
  | { readonly kind: 'right'; readonly step: number }
  /** It was right and has been accepted before. */
  | { readonly kind: 'used' }
  /** It is a code of this secret from another time: the phone's clock is off by so many minutes, ahead or behind. */
  | { readonly kind: 'clock'; readonly minutes: number; readonly ahead: boolean }
  | { readonly kind: 'wrong' };

/** Checks a code of six digits (RFC 6238) at a moment; `lastStep` is the step of the last one that was accepted. */
export function checkTotp(secret: string, code: string, lastStep: number | null, now: Date): TotpVerdict {
  const epoch = Math.floor(now.getTime() / 1000);
  const near = verifySync({ secret, token: code, epoch, epochTolerance: SKEW_S });
  if (near.valid && 'timeStep' in near) return lastStep !== null && near.timeStep <= lastStep ? { kind: 'used' } : { kind: 'right', step: near.timeStep };
  const far = verifySync({ secret, token: code, epoch, epochTolerance: RECOGNISED_SKEW_S });
  if (!far.valid || far.delta === 0) return { kind: 'wrong' };
  return { kind: 'clock', minutes: Math.max(1, Math.round(Math.abs(far.delta) / 2)), ahead: far.delta > 0 };
}
