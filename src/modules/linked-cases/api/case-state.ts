import { type Instant } from '../../../kernel/local-time.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type CaseChange } from '../domain/decide-child.ts';
import { caseDueAt, caseEndedAt, isChildEnded, type LinkedChild } from '../domain/linked-case.ts';
import { newTransfer, type Transfer } from '../domain/transfer.ts';
import { appendCaseLines, type CaseAggregate, cancelWaitingTransfers, type ChildRow, insertTransfers, type TransferRow, updateTransfer, writeCaseChange } from '../store/linked-cases.ts';

const ms = (at: Date | null): Instant | null => (at === null ? null : at.getTime());

function readPauses(stored: unknown): LinkedChild['pauses'] {
  if (!Array.isArray(stored)) throw new Error('the pauses of a linked child are no list');
  return stored.map((one: unknown) => {
    const [from, to] = Array.isArray(one) ? (one as readonly unknown[]) : [];
    if (typeof from !== 'string' || (to !== null && typeof to !== 'string')) throw new Error('a pause of a linked child is not readable');
    return { from: Date.parse(from), to: to === null ? null : Date.parse(to) };
  });
}

/** A child's row as the rules see it; `dependsOn` comes from the group. */
export function childOf(row: ChildRow, dependsOn: readonly string[]): LinkedChild {
  return {
    key: row.key,
    agency: row.agency,
    state: row.state,
    dependsOn,
    limit: row.time_limit,
    clockFrom: ms(row.clock_from),
    startedAt: ms(row.started_at),
    dueAt: row.due_at.getTime(),
    endedAt: ms(row.ended_at),
    pauses: readPauses(row.pauses),
    pauseReason: row.pause_reason,
    answerBy: ms(row.answer_by),
    resultNumber: row.result_number,
    words: row.words,
  };
}

/** A message's row as the rules see it. */
export function transferOf(row: TransferRow): Transfer {
  return {
    state: row.state,
    attempts: row.attempts,
    nextTryAt: ms(row.next_try_at),
    sentAt: ms(row.sent_at),
    acknowledgeBy: ms(row.acknowledge_by),
    acknowledgedAt: ms(row.acknowledged_at),
    externalCode: row.external_code,
    fault: row.fault,
  };
}

const date = (at: Instant | null): Date | null => (at === null ? null : new Date(at));

/** Writes what became of a message; whoever was sending it is done with it. */
export function writeTransfer(tx: Tx, row: TransferRow, transfer: Transfer): Promise<void> {
  return updateTransfer(tx, row, {
    state: transfer.state,
    attempts: transfer.attempts,
    next_try_at: date(transfer.nextTryAt),
    busy_until: null,
    sent_at: date(transfer.sentAt),
    acknowledge_by: date(transfer.acknowledgeBy),
    acknowledged_at: date(transfer.acknowledgedAt),
    external_code: transfer.externalCode,
    fault: transfer.fault,
  });
}

/** Writes a decided change of a case: its children, its due moment, new messages, its history; messages of children that ended are not sent any more. */
export async function writeChange(tx: Tx, found: CaseAggregate, change: CaseChange, by: { readonly id: string; readonly name: string } | null, now: Date, newId: () => string): Promise<void> {
  const { linkedCase } = found;
  const open = new Set(found.children.filter(({ ended_at }) => ended_at === null).map(({ key }) => key));
  const ended = change.children.filter(({ key, state }) => open.has(key) && isChildEnded(state)).map(({ key }) => key);
  await writeCaseChange(tx, linkedCase, { children: change.children, dueAt: new Date(caseDueAt(change.children)), endedAt: date(caseEndedAt(change.children)) });
  await cancelWaitingTransfers(tx, linkedCase, ended);
  const fresh = newTransfer(now.getTime());
  await insertTransfers(
    tx,
    change.transfers.map(({ childKey, kind }) => ({
      commune_code: linkedCase.commune_code, id: newId(), case_id: linkedCase.id, child_key: childKey, kind, state: fresh.state, attempts: fresh.attempts, created_at: now,
      next_try_at: now, busy_until: null, sent_at: null, acknowledge_by: null, acknowledged_at: null, external_code: null, fault: null,
    })),
  );
  await appendCaseLines(tx, linkedCase, change.lines, by, now);
}
