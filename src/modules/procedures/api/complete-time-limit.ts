import { type StaffActor } from '../../../kernel/actor.ts';
import { formatTimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { limitWords } from '../../../kernel/legal-clock/limit-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type CompleteTimeLimitRequest } from '../contract/procedure-schemas.ts';
import { decideTimeLimit } from '../domain/decide-time-limit.ts';
import { saveCompletion } from '../store/completions.ts';
import { type ProceduresDeps } from './deps.ts';

/**
 * Fills in the time limit of a procedure for the actor's commune, from now on; dossiers received before keep their due dates.
 * Refuses an unknown or hidden procedure and whatever `decideTimeLimit` refuses.
 */
export async function completeTimeLimit(
  deps: Pick<ProceduresDeps, 'db' | 'catalogue'>,
  code: string,
  body: CompleteTimeLimitRequest,
  actor: StaffActor,
  context: RequestContext,
): Promise<Result<{ readonly code: string; readonly timeLimitWords: string }>> {
  const { now, address, locale } = context;
  const { communeCode } = actor;
  const procedure = deps.catalogue.find(communeCode, code, dateAt(now.getTime()));
  if (procedure === undefined) return refuse('procedure.not-found');
  const { commandId, ...wish } = body;
  const envelope = { communeCode, commandId, kind: 'complete-time-limit', actor, request: { code, ...wish }, now, address };
  const done = await runCommand(deps.db, envelope, async (tx) => {
    const decided = decideTimeLimit(procedure, wish, actor, now.getTime());
    if (!decided.ok) return decided;
    await saveCompletion(tx, communeCode, code, decided.value);
    return ok({
      result: decided.value.limit,
      journal: { action: 'procedure.time-limit-completed', object: `procedure:${code}`, facts: { limit: formatTimeLimit(decided.value.limit), basis: decided.value.basis } },
    });
  });
  if (!done.ok) return done;
  await deps.catalogue.completionsChanged(communeCode);
  return ok({ code, timeLimitWords: limitWords(done.value, locale) });
}
