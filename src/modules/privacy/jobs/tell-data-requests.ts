import { type StaffActor } from '../../../kernel/actor.ts';
import { type Database } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { REMIND_BEFORE_MS } from '../domain/request-clock.ts';
import { lockRequestsToTell, updateDataRequest } from '../store/data-requests.ts';

/** What the job is given by the composition root. */
export interface TellDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly decidersOf: (communeCode: string) => Promise<readonly StaffActor[]>;
}

const BATCH = 100;

/** Reminds whoever decides of requests that are due within a day, and tells them of those that are late, each once. Answers how many were told. */
export async function tellDataRequests({ db, newId, decidersOf }: TellDeps, now: Date, signal: AbortSignal): Promise<number> {
  const rounds = [
    { kind: 'data-request-late', column: 'late_told_at', before: now },
    { kind: 'data-request-near', column: 'near_told_at', before: new Date(now.getTime() + REMIND_BEFORE_MS) },
  ] as const;
  let told = 0;
  for (const { kind, column, before } of rounds) {
    for (let batch = BATCH; batch === BATCH && !signal.aborted;) {
      batch = await db.transaction().execute(async (tx) => {
        const rows = await lockRequestsToTell(tx, column, before, BATCH);
        for (const row of rows) {
          // What is late already is not said to be near as well.
          await updateDataRequest(tx, row, { near_told_at: now, ...(kind === 'data-request-late' ? { late_told_at: now } : {}) });
          const to = (await decidersOf(row.commune_code)).map(({ staffId }) => staffId);
          const notice: StaffNotice = { kind, key: `${kind} ${row.id}`, to, dossierId: null, facts: { code: row.code, requestId: row.id, dueAt: row.due_at.toISOString() } };
          await addMessages(tx, row.commune_code, [{ id: newId(), topic: STAFF_NOTICE, payload: { ...notice } }], now);
        }
        return rows.length;
      });
      told += batch;
    }
  }
  return told;
}
