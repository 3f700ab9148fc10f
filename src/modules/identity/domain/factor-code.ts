import { readPlainCode } from './plain-code.ts';

/** How long a recovery code is: ten signs of thirty, 49 bits. */
export const RECOVERY_CODE_LENGTH = 10;
/** How many there are. */
export const RECOVERY_CODE_COUNT = 10;

/** What a person typed where a code is asked for: six digits from the phone, or a recovery code from paper. */
export type FactorCode = { readonly kind: 'totp'; readonly code: string } | { readonly kind: 'recovery'; readonly code: string };

/** Reads a typed code; spaces and hyphens do not matter. Undefined when it is neither. */
export function readFactorCode(typed: string): FactorCode | undefined {
  const digits = typed.replace(/[\s.-]/gu, '');
  if (/^\d{6}$/u.test(digits)) return { kind: 'totp', code: digits };
  const code = readPlainCode(typed, RECOVERY_CODE_LENGTH);
  return code === undefined ? undefined : { kind: 'recovery', code };
}

/** How long the second step of a sign-in, and an answer to a passkey's challenge, may take: 5 minutes. */
export const SECOND_STEP_MS = 5 * 60_000;
