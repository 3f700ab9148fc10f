import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** How long a person may take at the identity provider: ten minutes. */
const ATTEMPT_LIFE_MS = 10 * 60_000;

/** How long a used or forgotten try is kept, so that its repetition gets its own sentence: one day. */
export const ATTEMPT_MEMORY_MS = 24 * 60 * 60_000;

/** A sign-in that was sent to an identity provider. */
export interface Attempt {
  readonly provider: string;
  readonly browserHash: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnPath: string;
  /** The signed-in member of staff who ties an identity to the own account; null for a sign-in. */
  readonly linkingStaffId: string | null;
  readonly startedAt: Date;
  readonly usedAt: Date | null;
}

/** From where an answer came, and when. */
export interface Arrival {
  readonly provider: string;
  /** sha256 of the secret in this browser's cookie; undefined without one. */
  readonly browserHash: string | undefined;
  readonly now: Date;
}

/**
 * Whether the answer of a provider belongs to a try of this browser. Refuses an answer that nobody asked for, one that was asked for in
 * another browser (stolen or sent by somebody else), one that came to another provider's address (mixed up), one that was used, and
 * one that came too late.
 */
export function judgeAttempt(attempt: Attempt | undefined, arrival: Arrival): Result<Attempt> {
  if (attempt === undefined) return refuse('sign-on.not-asked-for');
  if (attempt.browserHash !== arrival.browserHash) return refuse('sign-on.other-browser');
  if (attempt.provider !== arrival.provider) return refuse('sign-on.mixed-up');
  if (attempt.usedAt !== null) return refuse('sign-on.already-used');
  const age = arrival.now.getTime() - attempt.startedAt.getTime();
  if (age < 0 || age >= ATTEMPT_LIFE_MS) return refuse('sign-on.too-late');
  return ok(attempt);
}
