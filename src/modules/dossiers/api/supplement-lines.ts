import { dateAt } from '../../../kernel/local-time.ts';
import { type SupplementLine } from '../../official-papers/index.ts';
import { supplementRulesOn } from '../domain/supplement-rules.ts';
import { type DeclaredQuestion } from './declared-answers.ts';
import { supplementRuleFile } from './supplement-rules-file.ts';

/** A fault as it was written: reasons by their codes, further words, how to mend it and by which rule. */
interface Fault {
  /** The question of the declared form, where the fault is about an answer. */
  readonly answerField: string | null;
  readonly paperName: string;
  readonly reasons: readonly string[];
  readonly words: string | null;
  readonly howToFix: string;
  readonly legalBasis: string | null;
}

/** The lines of form 02: each paper or question with what is wrong, and what was declared there, in the words of the reasons that were in force when it was asked. */
export function supplementLines(faults: readonly Fault[], askedAt: Date, questions: readonly Pick<DeclaredQuestion, 'field' | 'answer'>[]): readonly SupplementLine[] {
  const { reasons } = supplementRulesOn(supplementRuleFile(), dateAt(askedAt.getTime()));
  return faults.map(({ answerField, paperName, words, howToFix, legalBasis, ...fault }) => ({
    paper: answerField === null ? paperName : `Câu “${paperName}” của tờ khai`,
    fault: [...fault.reasons.flatMap((code) => reasons.find((reason) => reason.code === code)?.label.vi ?? []), ...(words === null ? [] : [words])].join('. '),
    ...declaredWords(questions.find(({ field }) => field === answerField)),
    howToFix,
    legalBasis,
  }));
}

/** “Đã khai: …”, numbers masked. */
function declaredWords(question: Pick<DeclaredQuestion, 'answer'> | undefined): Pick<SupplementLine, 'declared'> {
  return question === undefined ? {} : { declared: question.answer.length === 0 ? 'Chưa khai.' : `Đã khai: ${question.answer.join('; ')}` };
}
