import { type Result } from '../../../kernel/result.ts';
import { type Database } from '../../../platform/db/database.ts';
import { digestToken } from '../../identity/index.ts';
import { type Arrival, type Attempt, judgeAttempt } from '../domain/judge-attempt.ts';
import { loadAttemptForUpdate, useAttempt } from '../store/attempts.ts';

/**
 * Takes the try that an answer belongs to; it can be taken once. An answer in another browser takes nothing: whoever stole an address must
 * not be able to spoil the sign-in of its owner.
 */
export async function takeAttempt(db: Database, state: string, arrival: Arrival): Promise<Result<Attempt>> {
  const stateHash = digestToken(state);
  return db.transaction().execute(async (tx) => {
    const judged = judgeAttempt(await loadAttemptForUpdate(tx, stateHash), arrival);
    if (judged.ok || judged.problem.code === 'sign-on.too-late') await useAttempt(tx, stateHash, arrival.now);
    return judged;
  });
}
