import { type Database } from '../../../platform/db/database.ts';
import { type ShownData } from '../../../platform/http/route.ts';
import { printedCode, printedTails, verifiedFields, type VerifiedField } from '../papers/verified-fields.ts';
import { type PaperView } from '../papers/paper-views.ts';
import { paperNumberWords } from '../papers/paper-words.ts';
import { findPaperByCode } from '../store/official-papers.ts';
import { shownPaper } from './shown-paper.ts';

/** A paper with a code in its QR, whichever module has given it out, as its check page needs it. */
export interface CheckedPaper {
  readonly communeCode: string;
  readonly code: string;
  readonly title: string;
  /** As people read it. */
  readonly number: string;
  readonly issuedAt: Date;
  readonly centreName: string;
  readonly hotline: string;
  readonly dossierCode: string | null;
  readonly isEnvelope: boolean;
  readonly fields: readonly VerifiedField[];
  /** The last four digits of numbers that are printed on it; they open what is covered. */
  readonly tails: readonly string[];
  readonly standing: { readonly kind: 'valid' } | { readonly kind: 'voided'; readonly at: Date } | { readonly kind: 'replaced'; readonly at: Date; readonly number: string };
  /** Whose data it shows once the digits were typed. */
  readonly seen: ShownData;
}

/** Finds what another module has given out by the code in its QR. */
export type FindChecked = (db: Database, code: string) => Promise<CheckedPaper | undefined>;

/** An official paper by its code; undefined when none has it. */
export const findCheckedPaper: FindChecked = async (db, code) => {
  const paper = await findPaperByCode(db, code);
  if (paper === undefined) return undefined;
  // Only `issuePaper` writes views.
  const view = paper.view as PaperView;
  const suffix = view.template.numberSuffix;
  return {
    communeCode: paper.commune_code, code: paper.verification_code, title: view.template.title, number: paperNumberWords(paper.number, suffix), issuedAt: paper.issued_at, centreName: view.office.centreName, hotline: view.office.hotline,
    dossierCode: printedCode(view), isEnvelope: view.kind === 'envelope-label', fields: verifiedFields(view), tails: printedTails(view),
    standing:
      paper.voided_at === null
        ? { kind: 'valid' }
        : paper.replacedByNumber === null
          ? { kind: 'voided', at: paper.voided_at }
          : { kind: 'replaced', at: paper.voided_at, number: paperNumberWords(paper.replacedByNumber, suffix) },
    seen: shownPaper(paper),
  };
};
