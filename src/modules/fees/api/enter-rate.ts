import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type EnterOnlineExemptionRequest, type EnterRateRequest, type RateEntered } from '../contract/fee-schemas.ts';
import { decideOnlineExemption, decideRate } from '../domain/decide-rate.ts';
import { insertOnlineExemption, insertRate, listRates } from '../store/fee-rates.ts';
import { type FeesDeps } from './deps.ts';
import { loadFeeRules } from './load-fee-rules.ts';
import { enteredCharges } from './rates-view.ts';

/**
 * Enters the amount of a charge from a day on; what was entered before stays as its history. Dossiers that were assessed keep what they were told.
 * Refuses charges whose amount nobody sets here, and what `decideRate` refuses.
 */
export async function enterRate(deps: FeesDeps, request: EnterRateRequest, actor: StaffActor, { now, address }: RequestContext): Promise<Result<RateEntered>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: request.commandId, kind: 'enter-fee-rate', actor, request, now, address };
  const charge = enteredCharges(loadFeeRules().tariffs, deps.publishedFees(communeCode, dateAt(now.getTime()))).find(({ code }) => code === request.code);
  const done = await runCommand<RateEntered>(deps.db, envelope, async (tx) => {
    if (charge === undefined) return refuse('fees.rate-unknown', {}, 'code');
    const label = charge.known ? charge.label.vi : request.label.trim();
    if (label === '') return refuse('fees.label-missing', {}, 'label');
    const decided = decideRate(request, await listRates(tx, communeCode, [request.code]));
    if (!decided.ok) return decided;
    const { amount, validFrom } = request;
    const id = deps.newId();
    await insertRate(tx, {
      commune_code: communeCode, id, code: request.code, kind: charge.known ? charge.kind : request.kind, unit: charge.known ? charge.unit : request.unit, label, amount, basis: decided.value.basis, valid_from: validFrom,
      entered_at: now, entered_by: actor.staffId, entered_by_name: actor.fullName,
    });
    return ok({ result: { id }, journal: { action: 'fees.rate-entered', object: `fee-rate:${request.code}`, facts: { amount, validFrom, basis: decided.value.basis } } });
  });
  if (done.ok) deps.onRates(communeCode);
  return done;
}

/** Enters what the province takes off online filings from a day on. Refuses what `decideOnlineExemption` refuses. */
export async function enterOnlineExemption(deps: FeesDeps, request: EnterOnlineExemptionRequest, actor: StaffActor, { now, address }: RequestContext): Promise<Result<RateEntered>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: request.commandId, kind: 'enter-online-fee-exemption', actor, request, now, address };
  const done = await runCommand<RateEntered>(deps.db, envelope, async (tx) => {
    const decided = decideOnlineExemption(request);
    if (!decided.ok) return decided;
    const { percent, kinds, validFrom } = request;
    const id = deps.newId();
    await insertOnlineExemption(tx, {
      commune_code: communeCode, id, percent, kinds: percent === null ? [] : [...new Set(kinds)], basis: decided.value.basis, valid_from: validFrom, entered_at: now, entered_by: actor.staffId, entered_by_name: actor.fullName,
    });
    return ok({ result: { id }, journal: { action: 'fees.online-exemption-entered', object: 'fee-rate:online-filing', facts: { percent, validFrom, basis: decided.value.basis } } });
  });
  if (done.ok) deps.onRates(communeCode);
  return done;
}
