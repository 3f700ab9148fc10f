/** Why a member of staff has a masked number shown; asked each time and kept in the journal (Luật 91/2025/QH15 Điều 3: bound to a purpose). */
export const REVEAL_PURPOSES = ['check-papers', 'contact', 'look-up'] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];

/** What of a dossier is masked and may be shown. */
export const REVEALED = ['citizen-number', 'phone', 'content'] as const;
export type Revealed = (typeof REVEALED)[number];

/** How long a shown number stays on the screen, in milliseconds. */
export const SHOWN_FOR_MS = 60_000;

/** Whether a repetition of a reveal still answers: only as long as the number would stand on the screen anyway. */
export function isStillShown(revealedAt: Date, now: Date): boolean {
  return now.getTime() - revealedAt.getTime() < SHOWN_FOR_MS;
}
