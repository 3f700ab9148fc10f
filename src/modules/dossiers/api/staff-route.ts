import { type Result } from '../../../kernel/result.ts';
import { type Answer, json, problemAnswer } from '../../../platform/http/route.ts';

/** A result as the answer of an API route. */
export function answerOf<T>(result: Result<T>): Answer {
  return result.ok ? json(result.value) : problemAnswer(result.problem);
}
