import { type Instant } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type ExchangeResponse } from '../contract/linked-case-schemas.ts';
import { type CaseChange, endChild, pauseChild } from '../domain/decide-child.ts';
import { fillRequest } from '../domain/fill-request.ts';
import { isChildEnded, type LinkedChild } from '../domain/linked-case.ts';
import { groupOfCase } from '../domain/linked-group.ts';
import { acknowledge, afterTry, refuseTransfer, type SendOutcome, type TransferChange } from '../domain/transfer.ts';
import { appendCaseLines, type CaseAggregate, findLinkedCase, keepAnswer, loadLinkedCaseForUpdate, type TransferRow } from '../store/linked-cases.ts';
import { type AwaitedTransfer, listAwaitedTransfers, takeDueTransfers } from '../store/transfer-queue.ts';
import { type AgencyAnswer, type AgencyMessage } from './agency-line.ts';
import { transferOf, writeChange, writeTransfer } from './case-state.ts';
import { type LinkedCasesDeps } from './deps.ts';
import { childrenOf } from './follow-dossier.ts';
import { tellTrouble } from './tell-trouble.ts';

/** So many messages and answers are looked at in one round; the rest comes with the next. */
const MOST = 50;

function messageOf(deps: LinkedCasesDeps, found: CaseAggregate, row: TransferRow): AgencyMessage | undefined {
  const { linkedCase, children } = found;
  const group = groupOfCase(deps.groups, linkedCase.group_code, linkedCase.group_valid_from);
  const member = group.members.find(({ key }) => key === row.child_key);
  if (member === undefined || member.agency === 'commune') return undefined;
  const results = Object.fromEntries(children.map(({ key, result_number }) => [key, result_number]));
  return {
    id: row.id, communeCode: row.commune_code, agency: member.agency, kind: row.kind, procedure: row.child_key, caseCode: linkedCase.code,
    lines: fillRequest(group, member, caseFacts(linkedCase.facts), results), attempt: row.attempts + 1,
  };
}

/** The facts of a case as they were kept. Reception wrote texts only. */
export function caseFacts(stored: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(stored as Readonly<Record<string, unknown>>).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
}

/** A message that was given up or refused needs a person, who is told. */
async function tellOf(deps: LinkedCasesDeps, tx: Tx, found: CaseAggregate, row: TransferRow, change: TransferChange, now: Date): Promise<void> {
  if (change.event === 'transfer-failed' || change.event === 'transfer-refused') await tellTrouble(deps, tx, found, row, change.event, change.transfer.fault, now);
}

async function writeTry(deps: LinkedCasesDeps, row: TransferRow, outcome: SendOutcome, now: Date): Promise<TransferChange | undefined> {
  const calendar = await deps.calendarOf(row.commune_code);
  return deps.db.transaction().execute(async (tx) => {
    const found = await loadLinkedCaseForUpdate(tx, row.commune_code, row.case_id);
    const current = found?.transfers.find(({ id }) => id === row.id);
    if (found === undefined || current === undefined) return undefined;
    const group = groupOfCase(deps.groups, found.linkedCase.group_code, found.linkedCase.group_valid_from);
    const change = afterTry(transferOf(current), outcome, group.acknowledgement, now.getTime(), calendar);
    if (change === undefined) return undefined;
    await writeTransfer(tx, current, change.transfer);
    await appendCaseLines(tx, found.linkedCase, [{ event: change.event, childKey: row.child_key, facts: change.facts }], null, now);
    await tellOf(deps, tx, found, current, change, now);
    return change;
  });
}

/** A line that throws is a broken line: what it was given is tried again like after any other fault. */
async function sendOne(deps: LinkedCasesDeps, row: TransferRow, now: Date): Promise<TransferChange | undefined> {
  const found = await findLinkedCase(deps.db, row.commune_code, row.case_id);
  const message = found === undefined ? undefined : messageOf(deps, found, row);
  if (message === undefined) return undefined;
  const line = await deps.lineOf(row.commune_code);
  return writeTry(deps, row, await line.send(message, now), now);
}

/** Sends every message whose time has come, of one commune or of all. Two senders at once never send the same one. */
async function sendDue(deps: LinkedCasesDeps, communeCode: string | null, now: Date): Promise<{ readonly sent: number; readonly failed: number }> {
  const due = await takeDueTransfers(deps.db, communeCode, now, MOST);
  const changes: (TransferChange | undefined)[] = [];
  for (const row of due) changes.push(await sendOne(deps, row, now));
  const went = changes.filter((change) => change?.transfer.state === 'sent' || change?.transfer.state === 'acknowledged').length;
  return { sent: went, failed: changes.length - went };
}

function changeByAnswer(deps: LinkedCasesDeps, found: CaseAggregate, children: readonly LinkedChild[], childKey: string, answer: AgencyAnswer, at: Instant, calendar: Parameters<typeof endChild>[4]): Result<CaseChange> {
  const child = children.find(({ key }) => key === childKey);
  if (child === undefined || isChildEnded(child.state)) return refuse('linked-case.child-ended');
  switch (answer.kind) {
    case 'acknowledged':
    case 'refused':
      return ok({ children: [], transfers: [], lines: [] });
    case 'supplement':
      return pauseChild(groupOfCase(deps.groups, found.linkedCase.group_code, found.linkedCase.group_valid_from), children, childKey, { reason: 'supplement', words: answer.words }, at, calendar);
    case 'result':
      return endChild(children, childKey, { state: 'finished', resultNumber: answer.number, words: answer.words }, at, calendar);
    case 'negative':
      return endChild(children, childKey, { state: 'refused', resultNumber: answer.number, words: answer.words }, at, calendar);
  }
}

async function takeAnswer(tx: Tx, deps: LinkedCasesDeps, awaited: AwaitedTransfer, answer: AgencyAnswer, now: Date): Promise<boolean> {
  const at = now.getTime();
  const calendar = await deps.calendarOf(awaited.communeCode);
  // The case's row is locked first: an answer that comes twice at the same moment, or while somebody repairs, waits here.
  const found = await loadLinkedCaseForUpdate(tx, awaited.communeCode, awaited.caseId);
  const row = found?.transfers.find(({ id }) => id === awaited.id);
  if (found === undefined || row === undefined) return false;
  const kept = await keepAnswer(tx, { communeCode: awaited.communeCode, transferId: row.id, answerId: answer.id, kind: answer.kind, facts: { number: answer.number, words: answer.words }, at: now });
  if (!kept) return false;
  const transfer = answer.kind === 'refused' ? refuseTransfer(transferOf(row), answer.words ?? '') : acknowledge(transferOf(row), answer.kind === 'acknowledged' ? answer.number : null, at);
  if (transfer !== undefined) {
    await writeTransfer(tx, row, transfer.transfer);
    await appendCaseLines(tx, found.linkedCase, [{ event: transfer.event, childKey: row.child_key, facts: transfer.facts }], null, now);
    await tellOf(deps, tx, found, row, transfer, now);
  }
  if (answer.kind === 'acknowledged' || answer.kind === 'refused') return transfer !== undefined;
  const change = changeByAnswer(deps, found, childrenOf(deps.groups, found), row.child_key, answer, at, calendar);
  if (change.ok) await writeChange(tx, found, change.value, null, now, deps.newId);
  else await appendCaseLines(tx, found.linkedCase, [{ event: 'answer-repeated', childKey: row.child_key, facts: answer.number === null ? {} : { number: answer.number } }], null, now);
  return change.ok;
}

/** Takes what agencies have answered. Each answer counts once, however often it comes; answers to one case are taken one after the other. */
export async function takeAnswers(deps: LinkedCasesDeps, awaited: readonly AwaitedTransfer[], answers: readonly AgencyAnswer[], now: Date): Promise<number> {
  let taken = 0;
  for (const answer of answers) {
    const transfer = awaited.find(({ id }) => id === answer.messageId);
    if (transfer !== undefined && (await deps.db.transaction().execute((tx) => takeAnswer(tx, deps, transfer, answer, now)))) taken += 1;
  }
  return taken;
}

async function collectAnswers(deps: LinkedCasesDeps, communeCode: string | null, now: Date): Promise<number> {
  const awaited = await listAwaitedTransfers(deps.db, communeCode, MOST);
  let taken = 0;
  for (const code of new Set(awaited.map((one) => one.communeCode))) {
    const own = awaited.filter((one) => one.communeCode === code);
    const line = await deps.lineOf(code);
    const messages = own.map(({ agency, childKey, id, kind, sentAt }) => ({ id, agency, kind, procedure: childKey, sentAt }));
    taken += await takeAnswers(deps, own, await line.collect(messages, now), now);
  }
  return taken;
}

/** One round of the exchange with other agencies: sends what is due, takes what they answered. Of one commune, or of all. */
export async function exchange(deps: LinkedCasesDeps, communeCode: string | null, now: Date): Promise<ExchangeResponse> {
  const { sent, failed } = await sendDue(deps, communeCode, now);
  return { sent, failed, answered: await collectAnswers(deps, communeCode, now) };
}
