import { type VerifyWord } from './verify-messages.ts';

/** One line that stands on the paper; null instead of words that are covered, with what is left of them. */
export interface VerifyLine {
  readonly key: VerifyWord;
  readonly words: string;
  readonly covered: boolean;
}

/** What the check page shows of a paper. */
export interface VerifyView {
  readonly code: string;
  readonly title: string;
  /** “12/PTC-TTPVHCC”. */
  readonly number: string;
  readonly dayWords: string;
  readonly centreName: string;
  readonly hotline: string;
  readonly dossierCode: string | null;
  readonly isEnvelope: boolean;
  readonly standing: { readonly kind: 'valid' } | { readonly kind: 'voided'; readonly day: string } | { readonly kind: 'replaced'; readonly day: string; readonly number: string };
  readonly lines: readonly VerifyLine[];
  /** `open`: nothing is covered; `typed`: four digits open the rest; `closed`: nothing that is printed could open it. */
  readonly cover: 'open' | 'typed' | 'closed';
}
