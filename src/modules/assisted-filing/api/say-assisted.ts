import { type Problem } from '../../../kernel/result.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { ASSISTED_PROBLEMS } from '../contract/problems.ts';
import { type ProblemTable } from '../../../kernel/problem-table.ts';
import { sayProblem } from '../../dossiers/index.ts';

const TABLE: ProblemTable = ASSISTED_PROBLEMS;

/** The sentence and status of a refusal, of assisted filing or of what it stands on. */
export function sayAssisted(problem: Problem, locale: Locale): { readonly status: number; readonly sentence: string } {
  const entry = TABLE[problem.code];
  return entry === undefined ? sayProblem(problem, locale) : { status: entry.status, sentence: fillMessage(entry[locale], problem.facts) };
}
