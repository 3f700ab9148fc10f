import { type Updateable } from 'kysely';
import { type Instant } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type DossierTable } from '../../../platform/db/tables.generated.ts';
import { stepDueAt } from '../domain/decide-reception.ts';
import { type RunningDossier } from '../domain/decide-step.ts';
import { type DossierChange, type StepPlan } from '../domain/dossier-change.ts';
import { closePause, dueOf, openPause, readLimit, readPauses, stepDueAfterPause, writePauses } from '../domain/dossier-clock.ts';
import { isEnded } from '../domain/dossier-states.ts';
import { seenDossier } from '../store/seen-dossier.ts';
import { type DossierMove, type DossierRow, type DossierStepRow } from '../store/move-dossier.ts';

export { seenDossier };

type Changes = Updateable<DossierTable>;

/** A row with its steps as the rules see it. */
export function runningDossier(dossier: DossierRow, steps: readonly DossierStepRow[]): RunningDossier {
  return { ...seenDossier(dossier), steps: steps.map(stepPlan), resultKind: dossier.result_kind };
}

function stepPlan(step: DossierStepRow): StepPlan {
  return { position: step.position, key: step.key, role: step.role_name, hours: step.hours };
}

/** Who did it, for the history; a citizen has no account and therefore neither id nor name. */
export interface ChangedBy {
  readonly staffId: string | null;
  readonly name: string | null;
}

/**
 * What a decided change means for the rows: the dossier, the step that ends, the step that begins, the line of history.
 * Pure: the same for a command of today and for a story that is told afterwards.
 */
export function changeRows(loaded: { readonly dossier: DossierRow; readonly steps: readonly DossierStepRow[] }, change: DossierChange, by: ChangedBy, at: Instant, calendar: WorkingCalendar): DossierMove {
  const { dossier, steps } = loaded;
  const now = new Date(at);
  const clock = clockChanges(dossier, change, at, calendar);
  const dueAt = clock.due_at ?? dossier.due_at;
  const here = steps.find((step) => step.key === dossier.current_step);
  const next = change.step;
  const nextDue = next === undefined || next === null ? null : new Date(stepDueAt(calendar, at, next.hours, dueAt === null ? null : new Date(dueAt).getTime()));
  const moves = next !== undefined;
  return {
    changes: {
      state: change.state,
      ...clock,
      ...(moves ? { current_step: next?.key ?? null, current_role_name: next?.role ?? null, step_due_at: nextDue, held_since: now } : {}),
      // A dossier that comes to another step belongs to whoever handles its field again, unless it is still appraised.
      ...(moves && next?.key !== 'appraise' ? { unit_id: null } : {}),
      // Nobody has to take over what is at another step, or over.
      ...(moves || isEnded(change.state) ? { handed_at: null, handed_by: null, handed_from: null, agency_asked: null } : {}),
      ...(change.holder === undefined ? {} : { holder_id: change.holder, held_since: now }),
      ...(change.decides === undefined ? {} : { decided_at: now, result_kind: change.decides }),
      ...(change.state === 'returned' && dossier.state !== 'returned' ? { returned_at: now } : {}),
      ...(change.state === 'stopped' ? { stop_kind: stopKind(change), stop_reason: change.facts['note'] ?? null } : {}),
      ...(change.state === 'rejected' ? { rejection_reason: change.facts['note'] ?? null } : {}),
      ...(change.event === 'withdrawal-requested' ? { withdrawal_reason: change.facts['note'] ?? null } : {}),
      ...(change.facts['resultNumber'] === undefined ? {} : { result_number: change.facts['resultNumber'] }),
      ...(change.facts['returnedTo'] === undefined ? {} : { returned_to: change.facts['returnedTo'] }),
      ...(change.facts['legalBasis'] === undefined ? {} : { result_basis: change.facts['legalBasis'] }),
    },
    finished: moves && here !== undefined ? { position: here.position, at: now, holderId: by.staffId } : null,
    started: next === undefined || next === null ? null : { position: next.position, at: now, dueAt: nextDue },
    postponed: moves || here === undefined || clock.step_due_at == null ? null : { position: here.position, dueAt: new Date(clock.step_due_at) },
    history: { at: now, event: change.event, actor_id: by.staffId, actor_name: by.name, facts: JSON.stringify(change.facts) },
  };
}

function stopKind(change: DossierChange): NonNullable<Changes['stop_kind']> {
  const kind = change.facts['kind'];
  return kind === 'withdrawn' || kind === 'not-supplemented' || kind === 'not-paid' ? kind : 'other';
}

/** What becomes of the clock. A declaration has none: nothing pauses before it is received. */
function clockChanges(dossier: DossierRow, change: DossierChange, at: Instant, calendar: WorkingCalendar): Changes {
  const now = new Date(at);
  const ended = change.clock === 'ends';
  const ends: Changes = ended ? { ended_at: now, notice_at: null, urged_at: null, approval_asked: null, answered_at: null } : change.clock === 'starts-again' ? { ended_at: null, decided_at: null } : {};
  if (dossier.received_at === null || dossier.time_limit === null) return ends;
  const pauses = readPauses(dossier.pauses);
  const wakes: Changes = isEnded(change.state) ? {} : { notice_at: now };
  switch (change.clock) {
    case 'as-it-was':
      return {};
    case 'pauses':
      return { pauses: writePauses(openPause(pauses, at)), paused_since: dossier.paused_since ?? now, notice_at: null };
    case 'starts-again':
      return { ...ends, ...wakes };
    case 'ends':
    case 'resumes': {
      const open = pauses.find(({ to }) => to === null);
      if (open === undefined) return ended ? ends : wakes;
      const closed = closePause(pauses, at);
      const due = dueOf({ receivedAt: dossier.received_at.getTime(), limit: readLimit(dossier.time_limit), pauses: closed }, calendar);
      const stepDue = dossier.step_due_at === null ? null : new Date(stepDueAfterPause(calendar, dossier.step_due_at.getTime(), { from: open.from, to: at }, due));
      return { pauses: writePauses(closed), paused_since: null, due_at: new Date(due), step_due_at: stepDue, ...(ended ? ends : wakes) };
    }
  }
}
