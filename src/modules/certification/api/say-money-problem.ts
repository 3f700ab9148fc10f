import { type ProblemTable } from '../../../kernel/problem-table.ts';
import { type Problem } from '../../../kernel/result.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { FEE_RECEIPT_PROBLEMS } from '../../fee-receipts/contract/problems.ts';
import { PAYMENT_PROBLEMS } from '../../payments/contract/problems.ts';

const TABLE: ProblemTable = { ...PAYMENT_PROBLEMS, ...FEE_RECEIPT_PROBLEMS };

/** Why no cash is taken now, as a sentence. Throws for a code that is none of payments or receipts. */
export function sayMoneyProblem(problem: Problem, locale: Locale): string {
  const entry = TABLE[problem.code];
  if (entry === undefined) throw new Error(`problem ${problem.code} has no entry in the table`);
  return fillMessage(entry[locale], problem.facts);
}
