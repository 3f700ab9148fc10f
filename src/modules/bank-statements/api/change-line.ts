import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandRecord, runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { listPayablesById, recordPayment, reversePayment } from '../../payments/index.ts';
import { type LineDone, type PayLineRequest, type ReasonRequest } from '../contract/statement-schemas.ts';
import { type DecidableLine, decidePay, decideSetAside, decideUndo, type LinePart } from '../domain/decide-line.ts';
import { insertLineEvent, insertLinePayment, type LineRow, listLinePayments, loadLineForUpdate, markUndone, updateLine } from '../store/lines.ts';
import { type BankStatementDeps } from './deps.ts';
import { paidAt } from './import-statement.ts';

type Change = { readonly act: 'pay'; readonly asked: PayLineRequest } | { readonly act: 'set-aside'; readonly asked: ReasonRequest } | { readonly act: 'undo'; readonly asked: ReasonRequest };

const KINDS = { 'pay': 'pay-statement-line', 'set-aside': 'set-statement-line-aside', 'undo': 'undo-statement-line' } as const;

interface Moment {
  readonly actor: StaffActor;
  readonly now: Date;
}

type Outcome = Result<CommandRecord<LineDone>>;

const decidable = ({ state, amount }: LineRow): DecidableLine => ({ state: state, amount });

/** Records the parts of a line as payments, each under a source of its own. */
async function pay(deps: BankStatementDeps, tx: Tx, line: LineRow, parts: readonly LinePart[], { actor, now }: Moment): Promise<Outcome> {
  const decided = decidePay(decidable(line), parts);
  if (!decided.ok) return decided;
  const { communeCode, staffId, fullName } = actor;
  const found = await listPayablesById(deps.payables, tx, communeCode, parts.map(({ payableId }) => payableId));
  if (found.length !== parts.length) return refuse('bank-statements.payable-unknown', {}, 'parts');
  const before = (await listLinePayments(tx, communeCode, [line.id])).length;
  let [surplus, missing] = [0, 0];
  for (const [index, { payableId, amount }] of parts.toSorted((a, b) => (a.payableId < b.payableId ? -1 : 1)).entries()) {
    const paid = await recordPayment(deps.payables, tx, { communeCode, payableId, method: 'transfer', amount, paidAt: paidAt(line.booked_on, now), source: `statement-line:${line.id}:${String(before + index + 1)}`, at: now, actor: { staffId, name: fullName } });
    if (!paid.ok) return paid;
    if (paid.value.outcome !== 'recorded') return refuse('bank-statements.line-decided');
    surplus += paid.value.surplus;
    missing += paid.value.missing;
    await insertLinePayment(tx, { commune_code: communeCode, id: deps.newId(), line_id: line.id, payable_id: payableId, payment_id: paid.value.paymentId, amount, automatic: false, at: now, by_id: staffId, by_name: fullName });
  }
  await updateLine(tx, line, { state: 'paid', decided_at: now, decided_by: staffId, decided_by_name: fullName, reason: null });
  await insertLineEvent(tx, { commune_code: communeCode, line_id: line.id, kind: 'paid', at: now, by_id: staffId, by_name: fullName, automatic: false, facts: JSON.stringify({ parts, surplus, missing }) });
  return ok({ result: { id: line.id, state: 'paid', surplus, missing }, journal: { action: 'statement-line.paid', object: `statement-line:${line.id}`, facts: { amount: line.amount, parts, surplus, missing } } });
}

async function setAside(tx: Tx, line: LineRow, words: string, { actor, now }: Moment): Promise<Outcome> {
  const decided = decideSetAside(decidable(line), words);
  if (!decided.ok) return decided;
  const reason = decided.value;
  const { communeCode, staffId, fullName } = actor;
  await updateLine(tx, line, { state: 'not-ours', decided_at: now, decided_by: staffId, decided_by_name: fullName, reason });
  await insertLineEvent(tx, { commune_code: communeCode, line_id: line.id, kind: 'set-aside', at: now, by_id: staffId, by_name: fullName, automatic: false, reason, facts: '{}' });
  return ok({ result: { id: line.id, state: 'not-ours', surplus: 0, missing: 0 }, journal: { action: 'statement-line.set-aside', object: `statement-line:${line.id}`, facts: { amount: line.amount, reason } } });
}

/** Reverses the payments that a line made, or takes it back from those that are none of ours; then it waits again. */
async function undo(deps: BankStatementDeps, tx: Tx, line: LineRow, words: string, { actor, now }: Moment): Promise<Outcome> {
  const decided = decideUndo(decidable(line), words);
  if (!decided.ok) return decided;
  const reason = decided.value;
  const { communeCode, staffId, fullName } = actor;
  const standing = (await listLinePayments(tx, communeCode, [line.id])).filter(({ undone_at: undone }) => undone === null);
  for (const payment of standing.toSorted((a, b) => (a.payable_id < b.payable_id ? -1 : 1))) {
    const reversed = await reversePayment(deps.payables, tx, { communeCode, paymentId: payment.payment_id, reason, at: now, actor: { staffId, name: fullName } });
    // Reversed at the counter already: then only our own note is missing.
    if (!reversed.ok && reversed.problem.code !== 'payment.reversed-already') return reversed;
    await markUndone(tx, payment, { undone_at: now, undone_by: staffId, undone_by_name: fullName, undo_reason: reason });
  }
  // What a person took back is never paid by itself again.
  await updateLine(tx, line, { state: 'waiting', list: line.list === 'exact' ? 'probable' : line.list, decided_at: null, decided_by: null, decided_by_name: null, reason: null });
  const kind = line.state === 'paid' ? 'undone' : 'taken-back';
  await insertLineEvent(tx, { commune_code: communeCode, line_id: line.id, kind, at: now, by_id: staffId, by_name: fullName, automatic: false, reason, facts: JSON.stringify({ payments: standing.map(({ payment_id: id }) => id) }) });
  return ok({ result: { id: line.id, state: 'waiting', surplus: 0, missing: 0 }, journal: { action: `statement-line.${kind}`, object: `statement-line:${line.id}`, facts: { amount: line.amount, reason, payments: standing.map(({ payment_id: id }) => id) } } });
}

/**
 * Decides about one line: what its money is for, that it is none of ours, or that neither was right. The line, its payments, the history and the journal in one transaction; two officers
 * at once are told apart by the line's lock. Refuses `bank-statements.line-not-found` and what the rules and the payments refuse.
 */
export function changeLine(deps: BankStatementDeps, lineId: string, change: Change, actor: StaffActor, context: Pick<RequestContext, 'address' | 'now'>): Promise<Result<LineDone>> {
  const { act, asked } = change;
  const { communeCode } = actor;
  const { now, address } = context;
  const moment = { actor, now };
  return runCommand<LineDone>(deps.db, { communeCode, commandId: asked.commandId, kind: KINDS[act], actor, request: { lineId, ...asked }, now, address }, async (tx) => {
    const line = await loadLineForUpdate(tx, communeCode, lineId);
    if (line === undefined) return refuse('bank-statements.line-not-found');
    switch (change.act) {
      case 'pay':
        return pay(deps, tx, line, change.asked.parts, moment);
      case 'set-aside':
        return setAside(tx, line, change.asked.reason, moment);
      case 'undo':
        return undo(deps, tx, line, change.asked.reason, moment);
    }
  });
}
