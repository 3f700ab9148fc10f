import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type CaseActionResponse, type ChildActionRequest } from '../contract/linked-case-schemas.ts';
import { childActions } from '../domain/child-actions.ts';
import { type CaseChange, endChild, pauseChild, resumeChild } from '../domain/decide-child.ts';
import { type LinkedChild } from '../domain/linked-case.ts';
import { groupOfCase } from '../domain/linked-group.ts';
import { repair, retry, type Transfer, type TransferChange } from '../domain/transfer.ts';
import { type CaseAggregate, loadLinkedCaseForUpdate, type TransferRow } from '../store/linked-cases.ts';
import { transferOf, writeChange, writeTransfer } from './case-state.ts';
import { type LinkedCasesDeps } from './deps.ts';
import { childrenOf } from './follow-dossier.ts';

interface Acting {
  readonly found: CaseAggregate;
  readonly children: readonly LinkedChild[];
  readonly row: TransferRow | undefined;
  readonly transfer: Transfer | undefined;
  readonly at: number;
  readonly calendar: WorkingCalendar;
}

interface Acted {
  readonly change: CaseChange;
  readonly transfer?: TransferChange;
}

function decideOnTransfer({ children, transfer, at }: Acting, request: ChildActionRequest): Result<Acted> {
  if (transfer === undefined) return refuse('linked-case.action-not-possible');
  const done = request.action === 'retry' ? retry(transfer, at) : repair(transfer, { number: request.number, receivedBy: request.receivedBy, words: request.words }, at);
  if (!done.ok) return done;
  return ok({ change: { children, transfers: [], lines: [{ event: done.value.event, childKey: request.child, facts: done.value.facts }] }, transfer: done.value });
}

function decideOnChild(deps: LinkedCasesDeps, acting: Acting, request: ChildActionRequest): Result<CaseChange> {
  const { found, children, transfer, at, calendar } = acting;
  const words = request.words.trim();
  switch (request.action) {
    case 'record-result': {
      const number = request.number.trim();
      const negative = request.outcome === 'negative';
      if (!negative && number === '') return refuse('linked-case.number-missing', {}, 'number');
      if (negative && words === '') return refuse('linked-case.words-missing', {}, 'words');
      return endChild(children, request.child, { state: negative ? 'refused' : 'finished', resultNumber: number === '' ? null : number, words: words === '' ? null : words }, at, calendar);
    }
    case 'pause': {
      const group = groupOfCase(deps.groups, found.linkedCase.group_code, found.linkedCase.group_valid_from);
      return pauseChild(group, children, request.child, { reason: request.pauseReason ?? 'supplement', words }, at, calendar);
    }
    case 'resume':
      return resumeChild(children, request.child, words, at, calendar);
    case 'stop':
    case 'withdraw': {
      if (words === '') return refuse('linked-case.words-missing', {}, 'words');
      const ended = endChild(children, request.child, { state: request.action === 'stop' ? 'stopped' : 'withdrawn', resultNumber: null, words }, at, calendar);
      if (!ended.ok) return ended;
      // What the agency may have already is called back.
      const isThere = transfer !== undefined && (transfer.state === 'sent' || transfer.state === 'acknowledged');
      return ok(isThere ? { ...ended.value, transfers: [...ended.value.transfers, { childKey: request.child, kind: 'withdrawal' }] } : ended.value);
    }
    case 'retry':
    case 'repair':
      throw new Error('a transfer is not a child');
  }
}

function decide(deps: LinkedCasesDeps, acting: Acting, request: ChildActionRequest): Result<Acted> {
  if (request.action === 'retry' || request.action === 'repair') return decideOnTransfer(acting, request);
  const child = acting.children.find(({ key }) => key === request.child);
  if (child === undefined || !childActions(child, acting.transfer, acting.at).includes(request.action)) return refuse('linked-case.action-not-possible');
  const change = decideOnChild(deps, acting, request);
  return change.ok ? ok({ change: change.value }) : change;
}

/**
 * What staff do to one child of a case: send again, say that it was handed over by hand, write the result down, stop and start its clock,
 * end it. Refuses what the child's state does not allow, a case that changed meanwhile and missing words; a repeated command answers the
 * first result.
 */
export async function actOnChild(deps: LinkedCasesDeps, id: string, request: ChildActionRequest, actor: StaffActor, context: RequestContext): Promise<Result<CaseActionResponse>> {
  const { communeCode } = actor;
  const { now } = context;
  const calendar = await deps.calendarOf(communeCode);
  const envelope = { communeCode, commandId: request.commandId, kind: 'act-on-linked-child', actor, request: { id, ...request }, now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    const found = await loadLinkedCaseForUpdate(tx, communeCode, id);
    if (found === undefined) return refuse('linked-case.not-found');
    const row = found.transfers.find(({ child_key }) => child_key === request.child);
    const acting: Acting = { found, children: childrenOf(deps.groups, found), row, transfer: row === undefined ? undefined : transferOf(row), at: now.getTime(), calendar };
    const decided = decide(deps, acting, request);
    // The reason itself says more than “it changed”: an acknowledgement that came meanwhile is told as such.
    if (!decided.ok) return decided;
    if (found.linkedCase.version !== request.expectedVersion) return refuse('linked-case.changed-meanwhile');
    if (row !== undefined && decided.value.transfer !== undefined) await writeTransfer(tx, row, decided.value.transfer.transfer);
    await writeChange(tx, found, decided.value.change, { id: actor.staffId, name: actor.fullName }, now, deps.newId);
    return ok({
      result: { id, version: found.linkedCase.version + 1 },
      journal: { action: `linked-case.${request.action}`, object: `linked-case:${id}`, facts: { code: found.linkedCase.code, child: request.child } },
      outbox: [{ id: deps.newId(), topic: 'LinkedCaseChanged', payload: { caseId: id, child: request.child, action: request.action } }],
    });
  });
}
