import { dateAt } from '../../../kernel/local-time.ts';
import { type SupplementLine } from '../../official-papers/index.ts';
import { supplementRulesOn } from '../domain/supplement-rules.ts';
import { supplementRuleFile } from './supplement-rules-file.ts';

/** A fault as it was written: reasons by their codes, further words, how to mend it and by which rule. */
interface Fault {
  readonly paperName: string;
  readonly reasons: readonly string[];
  readonly words: string | null;
  readonly howToFix: string;
  readonly legalBasis: string | null;
}

/** The lines of form 02: each paper with what is wrong, in the words of the reasons that were in force when it was asked. */
export function supplementLines(faults: readonly Fault[], askedAt: Date): readonly SupplementLine[] {
  const { reasons } = supplementRulesOn(supplementRuleFile(), dateAt(askedAt.getTime()));
  return faults.map(({ paperName, words, howToFix, legalBasis, ...fault }) => ({
    paper: paperName,
    fault: [...fault.reasons.flatMap((code) => reasons.find((reason) => reason.code === code)?.label.vi ?? []), ...(words === null ? [] : [words])].join('. '),
    howToFix,
    legalBasis,
  }));
}
