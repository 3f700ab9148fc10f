import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { findReferences, isReference, listTransferRefunds, loadRefundForUpdate, settleRefund } from '../../payments/index.ts';
import { matchRefunds } from '../domain/match-refunds.ts';
import { type StatementLine } from '../domain/statement-line.ts';
import { findRefundedLines, markRefund } from '../store/lines.ts';
import { type BankStatementDeps } from './deps.ts';

/**
 * Finds the refunds among money that went out and notes which line is which. One that was approved is paid by it: the bank says so. Answers how many were found; refuses what noting
 * a refund refuses.
 */
export async function noteRefunds(deps: BankStatementDeps, tx: Tx, lines: readonly { readonly id: string; readonly line: StatementLine }[], actor: StaffActor, now: Date): Promise<Result<number>> {
  const { communeCode, staffId, fullName } = actor;
  const outgoing = lines.filter(({ line }) => line.amountOut > 0).map(({ id, line }) => ({ id, amount: line.amountOut, references: findReferences(line.memo).filter((one) => isReference(one)), reversal: line.reversal, line }));
  const refunds = await listTransferRefunds(tx, communeCode, [...new Set(outgoing.flatMap(({ references }) => references))]);
  const taken = await findRefundedLines(tx, communeCode, refunds.map(({ id }) => id));
  const found = matchRefunds(outgoing, refunds.filter(({ id }) => !taken.has(id)));
  // In one order for everybody, as payments are.
  for (const [lineId, refundId] of [...found].toSorted(([, a], [, b]) => (a < b ? -1 : 1))) {
    const row = await loadRefundForUpdate(tx, communeCode, refundId);
    const one = outgoing.find(({ id }) => id === lineId);
    if (row === undefined || one === undefined) continue;
    if (row.state === 'approved') {
      const { bankNumber, date } = one.line;
      const paid = await settleRefund({ payables: deps.payables }, tx, row, { amount: row.amount, evidence: `Sao kê ${date}${bankNumber === '' ? '' : `, ${bankNumber}`}`, by: { staffId, name: fullName }, now });
      if (!paid.ok) return paid;
    }
    await markRefund(tx, communeCode, lineId, refundId);
  }
  return ok(found.size);
}
