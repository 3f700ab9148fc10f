import { formatInstant } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type OutboxMessage } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { type ClockedDossier, type DeadlineMove, decideDeadlineMoves } from '../domain/decide-deadline-moves.ts';
import { holdersOf } from '../domain/decide-recipients.ts';
import { readLimit, readPauses } from '../domain/dossier-clock.ts';
import { listRunning, type RunningRow, type RunningStepRow, writeDeadlineMoves } from '../store/running-dossiers.ts';
import { seenDossier } from '../store/seen-dossier.ts';
import { type DossiersDeps } from './deps.ts';

/** A commune's calendar before and after a change. */
interface CalendarMove {
  readonly communeCode: string;
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly now: Date;
}

/** Why dates move, for the history and the notices. */
interface MoveReason {
  readonly changeId: string;
  readonly words: string;
  readonly by: { readonly staffId: string | null; readonly name: string };
  readonly which: 'all' | 'missed';
}

/** A dossier that gets another date, by the code under which people know it. */
interface MovedDossier {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly oldDueAt: Date;
  readonly newDueAt: Date;
  readonly paused: boolean;
  readonly lateBefore: boolean;
  readonly lateAfter: boolean;
}

interface FoundMoves {
  readonly moves: readonly DeadlineMove[];
  readonly rows: ReadonlyMap<string, RunningRow>;
  readonly steps: ReadonlyMap<string, RunningStepRow>;
}

function clocked(row: RunningRow, step: RunningStepRow | undefined): ClockedDossier {
  if (row.received_at === null || row.due_at === null) throw new Error(`the running dossier ${row.id} has no date`);
  const running = step?.started_at == null || row.step_due_at === null ? null : { startedAt: step.started_at.getTime(), hours: step.hours, dueAt: row.step_due_at.getTime() };
  return { id: row.id, receivedAt: row.received_at.getTime(), limit: readLimit(row.time_limit ?? ''), pauses: readPauses(row.pauses), dueAt: row.due_at.getTime(), step: running };
}

async function findMoves(db: Database, move: CalendarMove, lock: boolean, which: MoveReason['which']): Promise<FoundMoves> {
  const { dossiers, steps } = await listRunning(db, move.communeCode, lock);
  const moves = decideDeadlineMoves(dossiers.map((row) => clocked(row, steps.get(row.id))), move.before, move.after, move.now.getTime(), which);
  return { moves: moves.toSorted((a, b) => a.newDueAt - b.newDueAt || (a.id < b.id ? -1 : 1)), rows: new Map(dossiers.map((row) => [row.id, row])), steps };
}

function movedDossiers({ moves, rows }: FoundMoves): readonly MovedDossier[] {
  return moves.flatMap(({ id, oldDueAt, newDueAt, paused, lateBefore, lateAfter }) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    return [{ dossierId: id, code: row.code ?? row.reference, procedureName: row.procedure_name, oldDueAt: new Date(oldDueAt), newDueAt: new Date(newDueAt), paused, lateBefore, lateAfter }];
  });
}

/** Which running dossiers a change of the calendar would move, the nearest new date first. Writes nothing. */
export async function previewDeadlineMoves(db: Database, move: CalendarMove): Promise<readonly MovedDossier[]> {
  return movedDossiers(await findMoves(db, move, false, 'all'));
}

/**
 * Moves the dates of running dossiers with the calendar, inside the transaction that changes it: date, step, a line of history with the
 * old and the new date and the reason, which the citizen's page shows beside the date on the receipt. Interlinked cases follow. Answers
 * what moved, and what is to be told: every dossier's change, and one notice to each holder with the number of theirs.
 */
export async function moveDeadlines(deps: Pick<DossiersDeps, 'newId' | 'colleaguesOf' | 'onCaseDossier'>, tx: Tx, move: CalendarMove, reason: MoveReason): Promise<{ readonly moved: readonly MovedDossier[]; readonly outbox: readonly OutboxMessage[] }> {
  const { communeCode, now } = move;
  const found = await findMoves(tx, move, true, reason.which);
  const { moves, rows, steps } = found;
  if (moves.length === 0) return { moved: [], outbox: [] };
  const written = moves.map(({ id, oldDueAt, newDueAt, stepDueAt }) => ({
    id, dueAt: new Date(newDueAt), stepDueAt: stepDueAt === null ? null : new Date(stepDueAt), stepPosition: steps.get(id)?.position ?? null,
    facts: { note: reason.words, dueAt: formatInstant(oldDueAt), newDueAt: formatInstant(newDueAt), changeId: reason.changeId },
  }));
  await writeDeadlineMoves(tx, communeCode, written, reason.by, now);
  for (const { id, newDueAt } of moves) {
    const row = rows.get(id);
    if (row?.case_id == null) continue;
    await deps.onCaseDossier(tx, {
      communeCode, dossierId: id, caseId: row.case_id, state: row.state, dueAt: new Date(newDueAt), resultKind: row.result_kind, resultNumber: row.result_number, stopKind: row.stop_kind,
      words: null, now, calendar: move.after,
    });
  }
  const changed = moves.map(({ id }) => ({ id: deps.newId(), topic: 'DossierChanged', payload: { dossierId: id, event: 'deadline-moved' } }));
  return { moved: movedDossiers(found), outbox: [...changed, ...(await tellHolders(deps, communeCode, found, reason))] };
}

/** One notice to everybody who holds moved dossiers: how many, why, and where the list is. */
async function tellHolders(deps: Pick<DossiersDeps, 'newId' | 'colleaguesOf'>, communeCode: string, { moves, rows }: FoundMoves, reason: MoveReason): Promise<readonly OutboxMessage[]> {
  const colleagues = await deps.colleaguesOf(communeCode);
  const counts = new Map<string, number>();
  for (const { id } of moves) {
    const row = rows.get(id);
    if (row === undefined) continue;
    for (const { staffId } of holdersOf(seenDossier(row), colleagues)) counts.set(staffId, (counts.get(staffId) ?? 0) + 1);
  }
  return [...counts].map(([staffId, count]) => {
    const notice: StaffNotice = {
      kind: 'dates-moved', key: `dates-moved ${reason.changeId} ${reason.which}`, to: [staffId], dossierId: null,
      facts: { by: reason.by.name, words: reason.words, count: String(count), changeId: reason.changeId },
    };
    return { id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } };
  });
}
