import { type Instant } from '../../../kernel/local-time.ts';

const HOUR_MS = 3_600_000;

/** How long before the end the administrator is reminded, in milliseconds. */
export const REMIND_BEFORE_MS = 24 * HOUR_MS;
/** How long a copy of the data may be taken home after the request for it was granted, in milliseconds. */
export const COPY_FOR_MS = 7 * 24 * HOUR_MS;

/** By when a request received at an instant must be answered. Hours run on at night and on holidays. */
export function answerDueAt(receivedAt: Instant, hours: number): Instant {
  return receivedAt + hours * HOUR_MS;
}

/** Whether a copy may still be taken: after the request for access was granted, for seven days. */
export function isCopyOpen(request: { readonly kind: string; readonly state: string; readonly decidedAt: Instant | null }, now: Instant): boolean {
  return request.kind === 'access' && request.state === 'done' && request.decidedAt !== null && now < request.decidedAt + COPY_FOR_MS;
}
