import { type Updateable } from 'kysely';
import { type Actor, type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type OutboxMessage, runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type DossierTable } from '../../../platform/db/tables.generated.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type TransitionResponse } from '../contract/action-schemas.ts';
import { type DossierChange } from '../domain/dossier-change.ts';
import { findLastEvent } from '../store/dossier-page.ts';
import { type DossierRow, type DossierStepRow, loadDossierForUpdate, writeMove } from '../store/move-dossier.ts';
import { type ChangedBy, changeRows } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';

/** A locked dossier with what its rules need. */
export interface LoadedDossier {
  readonly tx: Tx;
  readonly dossier: DossierRow;
  readonly steps: readonly DossierStepRow[];
  readonly calendar: WorkingCalendar;
}

/** What an action decided. */
export interface Decided {
  readonly change: DossierChange;
  /** Columns of the dossier beyond what the change itself means. */
  readonly row?: Updateable<DossierTable>;
  /** Rows of other tables, written in the same transaction after the dossier's own. */
  readonly write?: (tx: Tx) => Promise<void>;
  /** What another module writes after that, and may refuse: then nothing is changed. */
  readonly settle?: (tx: Tx) => Promise<Result<void>>;
  readonly outbox?: readonly OutboxMessage[];
  /** Facts of the journal beside the code. */
  readonly journal?: Readonly<Record<string, unknown>>;
}

/** Which dossier, who asks, and the request as it came. */
export interface ChangeInput {
  readonly communeCode: string;
  readonly id: string;
  /** Names the command in the table of commands, such as `move-dossier`. */
  readonly kind: string;
  readonly request: { readonly commandId: string };
  readonly actor: Actor;
  readonly context: Pick<RequestContext, 'now' | 'address'>;
}

/**
 * The one way to change a dossier: locks it, lets the action decide, writes the change with one line of history, the journal and the
 * outbox in one transaction. A repeated command answers the first result. Whoever was overtaken is told by whom and with what.
 */
export async function changeDossier(deps: DossiersDeps, input: ChangeInput, decide: (loaded: LoadedDossier) => Result<Decided> | Promise<Result<Decided>>): Promise<Result<TransitionResponse>> {
  const { communeCode, id, actor, context } = input;
  const calendar = await deps.calendarOf(communeCode);
  const envelope = {
    communeCode,
    commandId: input.request.commandId,
    kind: input.kind,
    actor,
    request: { id, ...input.request },
    now: context.now,
    address: context.address,
  };
  return runCommand(deps.db, envelope, async (tx) => {
    const loaded = await loadDossierForUpdate(tx, communeCode, id);
    if (loaded === undefined) return refuse('dossier.not-found');
    const decided = await decide({ tx, calendar, ...loaded });
    if (!decided.ok) return { ok: false, problem: await withLastEvent(tx, loaded.dossier, decided.problem) };
    const { change, outbox = [], journal = {} } = decided.value;
    const told = await writeChange(deps, { tx, calendar, ...loaded }, decided.value, changedBy(actor), context.now);
    const settled = await decided.value.settle?.(tx);
    if (settled?.ok === false) return settled;
    return ok({
      result: { id, state: change.state, version: loaded.dossier.version + 1 },
      journal: { action: `dossier.${change.event}`, object: `dossier:${id}`, facts: { code: loaded.dossier.code, ...journal } },
      outbox: [told, ...outbox],
    });
  });
}

/** Writes a decided change into the caller's transaction: the dossier, its step, its history, and whoever follows it. Answers the message that it changed, which the caller sends. */
export async function writeChange(deps: Pick<DossiersDeps, 'newId' | 'onCaseDossier' | 'onStateChange'>, loaded: LoadedDossier, { change, row, write }: Pick<Decided, 'change' | 'row' | 'write'>, by: ChangedBy, now: Date): Promise<OutboxMessage> {
  const { tx, calendar, dossier } = loaded;
  const { commune_code: communeCode, id } = dossier;
  const move = changeRows(loaded, change, by, now.getTime(), calendar);
  await writeMove(tx, communeCode, id, { ...move, changes: { ...move.changes, ...row } });
  await write?.(tx);
  await tellCase(deps, tx, { ...dossier, ...move.changes, ...row }, change.facts, now);
  if (change.state !== dossier.state && dossier.external_code !== null) await deps.onStateChange(tx, { communeCode, dossierId: id, state: change.state, at: now });
  return { id: deps.newId(), topic: 'DossierChanged', payload: { dossierId: id, event: change.event } };
}

/** A case of interlinked procedures follows its dossiers in the same transaction: what waits for a result begins with it. */
async function tellCase(deps: Pick<DossiersDeps, 'onCaseDossier'>, tx: Tx, dossier: Omit<Updateable<DossierTable>, 'pauses'>, facts: DossierChange['facts'], now: Date): Promise<void> {
  const { commune_code, id, case_id, state, due_at } = dossier;
  if (commune_code === undefined || id === undefined || state === undefined || case_id == null || due_at == null) return;
  await deps.onCaseDossier(tx, {
    communeCode: commune_code, dossierId: id, caseId: case_id, state, dueAt: new Date(due_at), resultKind: dossier.result_kind ?? null, resultNumber: dossier.result_number ?? null,
    stopKind: dossier.stop_kind ?? null, words: facts['note'] ?? null, now,
  });
}

function changedBy(actor: Actor): ChangedBy {
  return actor.kind === 'staff' ? { staffId: actor.staffId, name: actor.fullName } : { staffId: null, name: null };
}

/** The loser of a race reads what the winner did, not only that there was one. */
async function withLastEvent(tx: Tx, dossier: DossierRow, problem: Problem): Promise<Problem> {
  if (problem.code !== 'dossier.changed-meanwhile' && problem.code !== 'dossier.taken-by-another') return problem;
  const last = await findLastEvent(tx, dossier.commune_code, dossier.id);
  return last === undefined ? problem : { ...problem, facts: { ...problem.facts, event: last.event, by: last.actorName ?? '', at: last.at.toISOString(), version: dossier.version } };
}

/** The input of a change that a member of staff asks for, of a dossier of the own commune. */
export function staffChange(kind: string, id: string, request: { readonly commandId: string }, actor: StaffActor, context: RequestContext): ChangeInput {
  return { communeCode: actor.communeCode, id, kind, request, actor, context };
}
