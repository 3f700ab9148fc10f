import { type StaffActor } from '../../../kernel/actor.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type OutboxMessage } from '../../../platform/commands.ts';
import { type Database } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { readLimit, readPauses } from '../domain/dossier-clock.ts';
import { decideNotices } from '../domain/decide-notices.ts';
import { decideRecipients } from '../domain/decide-recipients.ts';
import { isEnded } from '../domain/dossier-states.ts';
import { namingFacts } from '../domain/staff-notice.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { lockNoticedDossiers, writeNoticeTimes } from '../store/noticed-dossiers.ts';
import { seenDossier } from '../store/seen-dossier.ts';

/** What the job is given by the composition root. */
export interface LateDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly calendarOf: (communeCode: string) => Promise<WorkingCalendar>;
  readonly colleaguesOf: (communeCode: string) => Promise<readonly StaffActor[]>;
}

const BATCH = 200;

/**
 * Tells holders, heads of unit and the President about dossiers that are near or past their date, each mark once, and writes when each dossier
 * is looked at next. Notice and next look stand or fall together. Answers how many dossiers were looked at.
 */
export async function tellLateDossiers(deps: LateDeps, now: Date, signal: AbortSignal): Promise<number> {
  const colleagues = new Map<string, Promise<readonly StaffActor[]>>();
  const colleaguesOf = (code: string) => {
    const known = colleagues.get(code) ?? deps.colleaguesOf(code);
    colleagues.set(code, known);
    return known;
  };
  let looked = 0;
  while (!signal.aborted) {
    const batch = await deps.db.transaction().execute(async (tx) => {
      const dossiers = await lockNoticedDossiers(tx, now, BATCH);
      const times: { communeCode: string; id: string; at: Date | null }[] = [];
      const messages = new Map<string, OutboxMessage[]>();
      for (const dossier of dossiers) {
        const { commune_code: communeCode, id } = dossier;
        const { notice, next } = await lookAt(dossier, await deps.calendarOf(communeCode), () => colleaguesOf(communeCode), now);
        times.push({ communeCode, id, at: next });
        if (notice !== null) messages.set(communeCode, [...(messages.get(communeCode) ?? []), { id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } }]);
      }
      for (const [communeCode, list] of messages) await addMessages(tx, communeCode, list, now);
      await writeNoticeTimes(tx, times);
      return dossiers.length;
    });
    looked += batch;
    if (batch < BATCH) break;
  }
  return looked;
}

async function lookAt(dossier: DossierRow, calendar: WorkingCalendar, colleaguesOf: () => Promise<readonly StaffActor[]>, now: Date): Promise<{ readonly notice: StaffNotice | null; readonly next: Date | null }> {
  if (dossier.received_at === null || dossier.time_limit === null || isEnded(dossier.state)) return { notice: null, next: null };
  const clock = {
    receivedAt: dossier.received_at.getTime(),
    limit: readLimit(dossier.time_limit),
    pauses: readPauses(dossier.pauses),
    extendedDueAt: dossier.extended_due_at?.getTime() ?? null,
  };
  const { notice, next } = decideNotices(clock, calendar, now.getTime());
  const nextAt = next === null ? null : new Date(next);
  if (notice === null) return { notice: null, next: nextAt };
  const told: StaffNotice = {
    kind: notice.mark,
    key: `${dossier.id} ${notice.mark} ${new Date(notice.at).toISOString()}`,
    to: decideRecipients(seenDossier(dossier), notice.mark, await colleaguesOf()),
    dossierId: dossier.id,
    facts: { ...namingFacts(dossier), dueAt: new Date(notice.dueAt).toISOString() },
  };
  return { notice: told, next: nextAt };
}
