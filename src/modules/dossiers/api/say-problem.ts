import { type ProblemTable } from '../../../kernel/problem-table.ts';
import { type Problem } from '../../../kernel/result.ts';
import { FILE_PROBLEMS } from '../../../platform/files/file-problems.ts';
import { PLATFORM_PROBLEMS } from '../../../platform/http/problem-table.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { UPLOAD_PROBLEMS } from '../../uploads/index.ts';
import { DOSSIER_PROBLEMS } from '../contract/problems.ts';

const TABLE: ProblemTable = { ...PLATFORM_PROBLEMS, ...FILE_PROBLEMS, ...DOSSIER_PROBLEMS, ...UPLOAD_PROBLEMS };

/** A refusal's status and sentence, for pages that show it beside what was typed. Throws for a code without an entry. */
export function sayProblem(problem: Problem, locale: Locale): { readonly status: number; readonly sentence: string } {
  const entry = TABLE[problem.code];
  if (entry === undefined) throw new Error(`problem ${problem.code} has no entry in the table`);
  return { status: entry.status, sentence: fillMessage(entry[locale], problem.facts) };
}
