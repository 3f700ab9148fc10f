import { MS_PER_DAY } from '../../../kernel/local-time.ts';

/** How long a draft waits for its person after it was saved last, in milliseconds. */
export const DRAFT_WAITS_MS = 30 * MS_PER_DAY;

/** `open`: can be gone on with. `sent`: it is a dossier now. `expired`: its time is over. */
export type DraftPhase = 'open' | 'sent' | 'expired';

/** How a draft stands at a moment. */
export function draftPhase(draft: { readonly sent_at: Date | null; readonly expires_at: Date }, now: Date): DraftPhase {
  if (draft.sent_at !== null) return 'sent';
  return draft.expires_at <= now ? 'expired' : 'open';
}
