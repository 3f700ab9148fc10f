import { dateAt } from '../../../kernel/local-time.ts';
import { type OutboxMessage } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { successorFor } from '../domain/decide-unit-change.ts';
import { listUnsettledUnits, markUnitSettled, type UnsettledUnit } from '../store/unit-changes.ts';

/** Dossiers in one transaction: a break loses at most so much work, which is done again. */
const BATCH = 200;

/** What lets the dossiers of a unit go on; the module of dossiers does it in the caller's transaction. */
export interface SettleDeps {
  readonly db: Database;
  readonly moveDossiers: (
    tx: Tx,
    move: {
      readonly communeCode: string; readonly unitId: string; readonly unitName: string; readonly successorOf: (field: string) => { readonly id: string; readonly name: string };
      readonly words: string; readonly by: { readonly staffId: string | null; readonly name: string }; readonly now: Date;
    },
    limit: number,
  ) => Promise<{ readonly moved: number; readonly outbox: readonly OutboxMessage[] }>;
}

function successorOf({ successors, unitName }: UnsettledUnit, field: string): { readonly id: string; readonly name: string } {
  const id = successorFor([field], successors);
  const found = successors.find((one) => one.id === id);
  if (found === undefined) throw new Error(`the unit ${unitName} ended without a successor`);
  return found;
}

/** Lets the open dossiers of units that were merged or split by today go on in their successors, batch by batch; what breaks off goes on. Answers how many went. */
export async function settleUnits(deps: SettleDeps, now: Date, signal?: AbortSignal): Promise<number> {
  let total = 0;
  for (const unit of await listUnsettledUnits(deps.db, dateAt(now.getTime()))) {
    for (let moved = BATCH; moved === BATCH;) {
      if (signal?.aborted === true) return total;
      moved = await deps.db.transaction().execute(async (tx) => {
        const { communeCode, unitId, unitName, reason, enteredBy, enteredByName } = unit;
        const done = await deps.moveDossiers(tx, {
          communeCode, unitId, unitName, successorOf: (field) => successorOf(unit, field), words: reason, by: { staffId: enteredBy, name: enteredByName }, now,
        }, BATCH);
        if (done.outbox.length > 0) await addMessages(tx, communeCode, done.outbox, now);
        if (done.moved < BATCH) await markUnitSettled(tx, communeCode, unitId, now);
        return done.moved;
      });
      total += moved;
    }
  }
  return total;
}
