import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** Why somebody opens a file outside the own work: one of the listed purposes and a few words of one's own. */
export interface ViewPurpose {
  readonly code: string;
  readonly words: string;
}

/** “A few words” begins here: one word alone says nothing to the person whose file it is. */
const FEWEST_WORDS = 3;

/** How a file stands to whoever wants to see it: part of the own work; outside it, to be opened with a purpose; beyond every position held today. */
export type FileStanding = 'own' | 'reach' | 'beyond';

/**
 * Whether a file may be shown (Luật 91/2025/QH15 Điều 3: personal data are used for a stated purpose). Whoever works on it needs to say nothing;
 * everybody else whose fields and units reach it says why, once for each file and day. Refuses `journal.beyond-position` and `journal.purpose-needed`.
 */
export function decideView(facts: { readonly dossierId: string; readonly standing: FileStanding; readonly purposeOfToday: ViewPurpose | undefined }): Result<ViewPurpose | undefined> {
  if (facts.standing === 'own') return ok(undefined);
  if (facts.standing === 'beyond') return refuse('journal.beyond-position');
  return facts.purposeOfToday === undefined ? refuse('journal.purpose-needed', { dossierId: facts.dossierId }) : ok(facts.purposeOfToday);
}

/** A purpose as it is kept. Refuses `journal.purpose-unknown` for one that is not listed and `journal.purpose-words-missing` below three words. */
export function decidePurpose(given: ViewPurpose, listed: readonly string[]): Result<ViewPurpose> {
  if (!listed.includes(given.code)) return refuse('journal.purpose-unknown', {}, 'purpose');
  const words = given.words.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
  if (words.split(' ').length < FEWEST_WORDS) return refuse('journal.purpose-words-missing', {}, 'words');
  return ok({ code: given.code, words });
}
