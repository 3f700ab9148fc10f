import { type StaffActor } from '../../../kernel/actor.ts';
import { type Database } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { receiversOf } from '../domain/decide-recipients.ts';
import { namingFacts } from '../domain/staff-notice.ts';
import { lockOverdueHandovers, markWarned } from '../store/unit-handovers.ts';

/** What the job is given by the composition root. */
export interface HandoverDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly colleaguesOf: (communeCode: string) => Promise<readonly StaffActor[]>;
}

const BATCH = 100;

/**
 * Warns both sides of hand-overs that nobody took over within two working hours, each once: the appraisers and heads of the unit that it
 * waits for, and whoever handed it over. Answers how many were looked at.
 */
export async function tellUntakenHandovers({ db, newId, colleaguesOf }: HandoverDeps, now: Date, signal: AbortSignal): Promise<number> {
  let looked = 0;
  while (!signal.aborted) {
    const batch = await db.transaction().execute(async (tx) => {
      const overdue = await lockOverdueHandovers(tx, now, BATCH);
      for (const { handover, dossier } of overdue) {
        await markWarned(tx, handover, now);
        // The work on the dossier ended meanwhile: nobody waits any more.
        if (dossier.handed_at === null) continue;
        const { appraisers, heads } = receiversOf(handover.to_unit_id, await colleaguesOf(handover.commune_code));
        const to = [...new Set([...appraisers, ...heads].map(({ staffId }) => staffId).concat(handover.handed_by))];
        const notice: StaffNotice = {
          kind: 'handover-overdue', key: `handover-overdue ${handover.id}`, to, dossierId: dossier.id,
          facts: { ...namingFacts(dossier), by: handover.handed_by_name, words: handover.to_unit_name, dueAt: handover.take_over_by.toISOString() },
        };
        await addMessages(tx, handover.commune_code, [{ id: newId(), topic: STAFF_NOTICE, payload: { ...notice } }], now);
      }
      return overdue.length;
    });
    looked += batch;
    if (batch < BATCH) break;
  }
  return looked;
}
