import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { holdersOf, unitHeadsOf } from '../domain/decide-recipients.ts';
import { namingFacts } from '../domain/staff-notice.ts';
import { lockSilentRequests, updateAgencyRequest } from '../store/agency-requests.ts';
import { seenDossier } from '../store/seen-dossier.ts';

/** What the job is given by the composition root. */
export interface SilentDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly colleaguesOf: (communeCode: string) => Promise<readonly StaffActor[]>;
}

const BATCH = 100;

/** Tells holders and their heads, once, of agencies of the province that have not answered by the day that was expected. Answers how many were looked at. */
export async function tellSilentAgencies({ db, newId, colleaguesOf }: SilentDeps, now: Date, signal: AbortSignal): Promise<number> {
  let looked = 0;
  while (!signal.aborted) {
    const batch = await db.transaction().execute(async (tx) => {
      const silent = await lockSilentRequests(tx, dateAt(now.getTime()), BATCH);
      for (const { request, dossier } of silent) {
        await updateAgencyRequest(tx, request, { warned_at: now });
        // The work on the dossier ended meanwhile: nobody waits any more.
        if (dossier.agency_asked === null) continue;
        const colleagues = await colleaguesOf(request.commune_code);
        const seen = seenDossier(dossier);
        const to = [...new Set([...holdersOf(seen, colleagues), ...unitHeadsOf(seen, colleagues)].map(({ staffId }) => staffId))];
        const notice: StaffNotice = {
          kind: 'agency-silent', key: `agency-silent ${request.id}`, to, dossierId: dossier.id,
          facts: { ...namingFacts(dossier), by: request.agency, words: request.document_number, day: request.expected_on },
        };
        await addMessages(tx, request.commune_code, [{ id: newId(), topic: STAFF_NOTICE, payload: { ...notice } }], now);
      }
      return silent.length;
    });
    looked += batch;
    if (batch < BATCH) break;
  }
  return looked;
}
