import { type Problem } from '../../../kernel/result.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { IDENTITY_PROBLEMS } from '../contract/problems.ts';

/** The sentence and status of one of this module's refusals. */
export function sayProblem(problem: Problem, locale: Locale): { readonly status: number; readonly sentence: string } {
  const entry = Object.entries(IDENTITY_PROBLEMS).find(([code]) => code === problem.code)?.[1];
  if (entry === undefined) throw new Error(`no words for ${problem.code}`);
  return { status: entry.status, sentence: fillMessage(entry[locale], problem.facts) };
}
