import { plainDateWords } from '../../../kernel/date-words.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Problem, refuse } from '../../../kernel/result.ts';

/** A refusal as every result carries it. */
interface Refusal {
  readonly ok: false;
  readonly problem: Problem;
}

/** The days on which a procedure holds, the first and the last included; `to` null: no end is known. */
export interface ProcedureSpan {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/**
 * Why nothing new can be received under a procedure of which no version is in force on `day`, by the days in its published pack: it
 * ended, it does not hold yet, or nobody knows it.
 */
export function refuseProcedure(span: ProcedureSpan | undefined, day: LocalDate): Refusal {
  if (span?.to != null && day > span.to) return refuse('dossier.procedure-ended', { until: plainDateWords(span.to, 'vi') }, 'procedureCode');
  if (span !== undefined && day < span.from) return refuse('dossier.procedure-not-yet', { from: plainDateWords(span.from, 'vi') }, 'procedureCode');
  return refuse('dossier.procedure-unknown', {}, 'procedureCode');
}
