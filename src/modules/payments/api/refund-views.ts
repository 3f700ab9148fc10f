import { hasRole, type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type RefundItem, type RefundSearch, type RefundSearchResponse } from '../contract/refund-schemas.ts';
import { NEXT_OF_REFUND, type RefundAct } from '../domain/refund.ts';
import { type RefundVoucher } from '../papers/build-refund-voucher.ts';
import { findRefund, listRefunds, type RefundRow } from '../store/refunds.ts';
import { type OnlineDeps } from './deps.ts';
import { type ListedPayable, listPayablesById } from './listed-payables.ts';
import { TAKERS } from './may-take-cash.ts';
import { mayAct, waysOf } from './refunds.ts';

/** A list carries so many lines. */
const MOST = 200;

function itemOf(deps: OnlineDeps, actor: StaffActor, row: RefundRow, payable: ListedPayable | undefined, locale: Locale): RefundItem {
  const failures = row.gateway === null ? undefined : deps.gatewayByKey(row.gateway)?.description.refund?.told.failures;
  const words = row.code === null || failures === undefined || !Object.hasOwn(failures, row.code) ? undefined : failures[row.code]?.[locale];
  return {
    id: row.id, payableId: row.payable_id, dossierId: payable?.dossierId ?? null, dossierCode: payable?.dossierCode ?? null, payerName: payable?.payerName ?? null, reference: payable?.reference ?? '',
    amount: row.amount, way: row.way, payee: row.payee, account: row.account, reason: row.reason, state: row.state,
    askedAt: row.asked_at.toISOString(), askedBy: row.asked_by_name, decidedAt: row.decided_at?.toISOString() ?? null, decidedBy: row.decided_by_name, decisionWords: row.decision_words,
    gatewayWords: row.state === 'failed' ? (words ?? row.code) : null, paidAmount: row.paid_amount, beyond: row.beyond,
    evidence: row.evidence, endedAt: row.ended_at?.toISOString() ?? null, endedBy: row.ended_by_name, endReason: row.end_reason,
    may: (NEXT_OF_REFUND[row.state] as readonly RefundAct[]).filter((act) => mayAct(actor, row, act)),
  };
}

/** Refunds under way or over, with what the reader may do about each. */
export async function refundsView(deps: OnlineDeps, actor: StaffActor, { list, payableId }: RefundSearch, locale: Locale): Promise<RefundSearchResponse> {
  const { communeCode } = actor;
  const rows = await listRefunds(deps.db, communeCode, { list, payableId }, MOST + 1);
  const payables = new Map((await listPayablesById(deps.payables, deps.db, communeCode, [...new Set(rows.map(({ payable_id: id }) => id))])).map((payable) => [payable.id, payable]));
  return {
    items: rows.slice(0, MOST).map((row) => itemOf(deps, actor, row, payables.get(row.payable_id), locale)), count: rows.length,
    mayAsk: hasRole(actor, ...TAKERS), ways: payableId === null ? [] : await waysOf(deps, { commune_code: communeCode, id: payableId }),
  };
}

/** What the voucher of a refund says. Refuses `refund.not-found`, and one that nobody has approved. */
export async function refundVoucher(deps: OnlineDeps, communeCode: string, id: string, now: Date): Promise<Result<{ readonly voucher: RefundVoucher; readonly payableId: string }>> {
  const row = await findRefund(deps.db, communeCode, id);
  if (row === undefined) return refuse('refund.not-found');
  if (row.decided_by_name === null || row.state === 'refused' || row.state === 'withdrawn') return refuse('refund.not-approved');
  const [[payable], commune] = await Promise.all([listPayablesById(deps.payables, deps.db, communeCode, [row.payable_id]), deps.communeOf(communeCode)]);
  return ok({
    payableId: row.payable_id,
    voucher: {
      bodyName: `Ủy ban nhân dân ${commune.kind} ${commune.name}`, centreName: commune.centreName, place: commune.name, printedAt: now.getTime(), number: row.way === 'cash' ? row.evidence : null,
      payee: row.payee, account: row.account, way: row.way, amount: row.paid_amount ?? row.amount, reason: row.reason, dossierCode: payable?.dossierCode ?? null, procedureName: payable?.procedureName ?? null,
      reference: payable?.reference ?? '', askedBy: row.asked_by_name, approvedBy: row.decided_by_name,
    },
  });
}
