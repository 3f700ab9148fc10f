import { onlyRoles } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, json, problemAnswer } from '../../../platform/http/route.ts';

/** Who keeps the office and the other systems together: reception, the clerk, the administrator. */
export const exchangers = onlyRoles('reception', 'clerk', 'administrator');

/** A result as the answer of an API route. */
export function answerOf<T>(result: Result<T>): Answer {
  return result.ok ? json(result.value) : problemAnswer(result.problem);
}
