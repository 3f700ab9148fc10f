import { type Instant, MS_PER_HOUR, MS_PER_MINUTE } from '../../../kernel/local-time.ts';

/** What came of one attempt to tell the other system something. */
export type SendAnswer =
  | { readonly kind: 'taken' }
  /** It had this very message before: as good as taken. */
  | { readonly kind: 'taken-before' }
  /** Nobody answered, or too late. */
  | { readonly kind: 'unreachable' }
  /** It answered that it cannot now. `afterMs`: when it asked to be left alone for so long. */
  | { readonly kind: 'busy'; readonly afterMs: number | null }
  /** Its answer is not about this message, or cannot be read. */
  | { readonly kind: 'wrong-answer'; readonly detail: string }
  /** It will not take this message, however often it is sent. */
  | { readonly kind: 'refused'; readonly reason: 'not-let-in' | 'code-unknown' | 'not-accepted'; readonly detail: string };

/** What becomes of the message. */
export type SendOutcome =
  | { readonly state: 'sent' }
  | { readonly state: 'waiting'; readonly nextTryAt: Instant; readonly problem: SendProblem; readonly detail: string | null }
  | { readonly state: 'failed'; readonly problem: SendProblem; readonly detail: string | null };

/** Why a message is not there yet; each has its sentence. */
export const SEND_PROBLEMS = ['unreachable', 'busy', 'wrong-answer', 'not-let-in', 'code-unknown', 'not-accepted'] as const;
export type SendProblem = (typeof SEND_PROBLEMS)[number];

/** After so many attempts, about a day and a half, somebody must look. */
export const MOST_ATTEMPTS = 12;
const LONGEST_WAIT = 6 * MS_PER_HOUR;

/** How long to wait after so many attempts: one minute, twice as long each time, at most six hours; `spread` 0 to 1 keeps many from coming at once. */
export function waitAfter(attempts: number, spread: number): number {
  const wait = Math.min(LONGEST_WAIT, MS_PER_MINUTE * 2 ** Math.min(attempts - 1, 30));
  return Math.round(wait * (1 + 0.2 * spread));
}

/** What follows from an answer; `attempts` counts this one. Refusals end it at once, everything else is tried again until it was enough. */
export function decideResend(answer: SendAnswer, attempts: number, now: Instant, spread: number): SendOutcome {
  switch (answer.kind) {
    case 'taken':
    case 'taken-before':
      return { state: 'sent' };
    case 'refused':
      return { state: 'failed', problem: answer.reason, detail: answer.detail };
    case 'unreachable':
    case 'busy':
    case 'wrong-answer': {
      const detail = answer.kind === 'wrong-answer' ? answer.detail : null;
      if (attempts >= MOST_ATTEMPTS) return { state: 'failed', problem: answer.kind, detail };
      const asked = answer.kind === 'busy' ? Math.min(answer.afterMs ?? 0, LONGEST_WAIT) : 0;
      return { state: 'waiting', nextTryAt: now + Math.max(waitAfter(attempts, spread), asked), problem: answer.kind, detail };
    }
  }
}
