import { type Database } from '../../../platform/db/database.ts';
import { findPayablesOfRefunds, listPayablesById, type ListedPayable } from '../../payments/index.ts';
import { type CandidateView, type LineItem, type PayableView } from '../contract/statement-schemas.ts';
import { type MatchCandidate, type MatchReason } from '../domain/match-statement.ts';
import { type LinePaymentRow, type LineRow, listLinePayments } from '../store/lines.ts';
import { type BankStatementDeps } from './deps.ts';

/** A payable as lists of lines show it. */
export function payableView({ id, dossierId, dossierCode, payerName, procedureName, reference, state, amount, missing }: ListedPayable): PayableView {
  return { id, dossierId, dossierCode, payerName, procedureName, reference, state, amount, missing };
}

/** Candidates with their payables; one whose payable is no more is left out. */
function candidateViews(candidates: readonly MatchCandidate[], payables: ReadonlyMap<string, ListedPayable>): CandidateView[] {
  return candidates.flatMap(({ payableId, score, reasons }) => {
    const payable = payables.get(payableId);
    return payable === undefined ? [] : [{ payable: payableView(payable), score, reasons: [...reasons] }];
  });
}

function lineItem(row: LineRow, candidates: readonly MatchCandidate[], payments: readonly LinePaymentRow[], payables: ReadonlyMap<string, ListedPayable>, refunded: string | undefined): LineItem {
  const refundOf = refunded === undefined ? undefined : payables.get(refunded);
  return {
    id: row.id, statementId: row.statement_id, line: row.line, date: row.booked_on, amount: row.amount, memo: row.memo, counterpart: row.counterpart, bankNumber: row.bank_number,
    balance: row.balance, direction: row.direction, reversal: row.reversal, list: row.list, state: row.state,
    reasons: row.reasons as MatchReason[], candidates: candidateViews(candidates, payables),
    payments: payments.flatMap((payment) => {
      const payable = payables.get(payment.payable_id);
      if (payable === undefined) return [];
      const undone = payment.undone_at === null ? null : { at: payment.undone_at.toISOString(), by: payment.undone_by_name ?? '', reason: payment.undo_reason ?? '' };
      return [{ payable: payableView(payable), amount: payment.amount, automatic: payment.automatic, by: payment.by_name, at: payment.at.toISOString(), undone }];
    }),
    refundOf: refundOf === undefined ? null : payableView(refundOf),
    decidedBy: row.decided_by_name, decidedAt: row.decided_at?.toISOString() ?? null, reason: row.reason,
  };
}

/** Lines as lists show them, with what they have paid and what they may be for. `candidates`: those of this moment, where they were looked for again. */
export async function lineItems(deps: BankStatementDeps, db: Database, communeCode: string, rows: readonly LineRow[], candidates?: readonly MatchCandidate[]): Promise<LineItem[]> {
  const payments = await listLinePayments(db, communeCode, rows.map(({ id }) => id));
  const refunded = await findPayablesOfRefunds(db, communeCode, rows.flatMap(({ refund_id: id }) => id ?? []));
  const of = (row: LineRow): readonly MatchCandidate[] => candidates ?? (row.state === 'waiting' ? (row.candidates as readonly MatchCandidate[]) : []);
  const ids = new Set([...refunded.values(), ...payments.map(({ payable_id: id }) => id), ...rows.flatMap((row) => of(row).map(({ payableId }) => payableId))]);
  const payables = new Map((ids.size === 0 ? [] : await listPayablesById(deps.payables, db, communeCode, [...ids])).map((payable) => [payable.id, payable]));
  return rows.map((row) => lineItem(row, of(row), payments.filter(({ line_id: id }) => id === row.id), payables, refunded.get(row.refund_id ?? '')));
}
