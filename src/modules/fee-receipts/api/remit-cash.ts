import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type RemittanceDone, type RemittanceRequest } from '../contract/cashier-schemas.ts';
import { decideRemittance } from '../domain/remittance.ts';
import { insertRemittance, loadDaysForUpdate } from '../store/cashier-days.ts';
import { type FeeReceiptsDeps } from './deps.ts';

/** Notes that the money of some days went to the treasury or the bank. Refuses days that are not there, a slip that is known, and what the rule refuses. */
export function remitCash(deps: FeeReceiptsDeps, asked: RemittanceRequest, actor: StaffActor, context: RequestContext): Promise<Result<RemittanceDone>> {
  const { communeCode } = actor;
  const { now, address } = context;
  return runCommand<RemittanceDone>(deps.db, { communeCode, commandId: asked.commandId, kind: 'RemitCash', actor, request: asked, now, address }, async (tx) => {
    const ids = [...new Set(asked.days)];
    const days = ids.length === 0 ? [] : await loadDaysForUpdate(tx, communeCode, ids);
    if (days.length !== ids.length) return refuse('fee-receipts.day-not-found');
    const spans = days.map(({ day }) => day).toSorted();
    const decided = decideRemittance(
      days.map(({ state, handed, remittance_id: remittance }) => ({ state, handed: handed ?? 0, remitted: remittance !== null })),
      { amount: asked.amount, documentNumber: asked.documentNumber, remittedOn: asked.remittedOn, today: dateAt(now.getTime()), latestDay: spans.at(-1) ?? null },
    );
    if (!decided.ok) return decided;
    const { sum, documentNumber } = decided.value;
    const id = deps.newId();
    const written = await insertRemittance(tx, {
      commune_code: communeCode, id, destination: asked.destination, account: asked.account.trim(), amount: sum, document_number: documentNumber, remitted_on: asked.remittedOn, from_day: spans[0] ?? asked.remittedOn, to_day: spans.at(-1) ?? asked.remittedOn,
      at: now, by_id: actor.staffId, by_name: actor.fullName, synthetic: false,
    }, ids);
    if (!written) return refuse('fee-receipts.document-known', undefined, 'documentNumber');
    return ok({ result: { id, amount: sum }, journal: { action: 'remittance.noted', object: `remittance:${id}`, facts: { amount: sum, destination: asked.destination, documentNumber, days: ids.length } } });
  });
}
