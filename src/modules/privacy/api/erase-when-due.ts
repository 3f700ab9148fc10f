import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RetentionKind } from '../domain/retention.ts';
import { insertRetentionRun } from '../store/retention-runs.ts';
import { type PrivacyDeps } from './deps.ts';
import { retentionKinds } from './retention-kinds.ts';
import { scopeOf, takeDue } from './take-due.ts';

type Deps = Pick<PrivacyDeps, 'db' | 'newId'>;

/** As much as one transaction takes; what is beyond follows in the next. */
const BATCH = 100;

/**
 * Erases or blurs what has been kept long enough, kind by kind and in small finished parts: whatever cuts it off, the next run goes on, and a second run on
 * the same day finds nothing. The journal has how many and which ids, no contents. What is held for a complaint or a court stays. Answers how many went.
 */
export async function eraseWhenDue(deps: Deps, communes: readonly string[], now: Date, signal: AbortSignal): Promise<number> {
  let gone = 0;
  for (const communeCode of communes) {
    for (const kind of await retentionKinds(deps.db, communeCode, now)) {
      for (let batch = BATCH; batch === BATCH && !signal.aborted;) {
        batch = await eraseBatch(deps, communeCode, kind, now);
        gone += batch;
      }
    }
  }
  return gone;
}

async function eraseBatch({ db, newId }: Deps, communeCode: string, kind: RetentionKind, now: Date): Promise<number> {
  const commandId = newId();
  const envelope = { communeCode, commandId, kind: 'retention', actor: { kind: 'anonymous' } as const, request: { kind: kind.kind }, now, address: '' };
  const done: Result<number> = await runCommand(db, envelope, async (tx) => {
    const due = await takeDue(tx, kind, await scopeOf(tx, communeCode, kind, now, BATCH), now, true);
    // Nothing was due: nothing happened, and nothing is written down.
    if (due.length === 0) return refuse('privacy.nothing-masked');
    await insertRetentionRun(tx, { commune_code: communeCode, id: commandId, kind: kind.kind, at: now, erased: due.length });
    return ok({ result: due.length, journal: { action: 'retention.erased', object: `retention:${kind.kind}`, facts: { count: due.length, ids: due.map(({ dossierId, id }) => (dossierId === id ? id : `${dossierId}/${id}`)).join(' ') } } });
  });
  return done.ok ? done.value : 0;
}
