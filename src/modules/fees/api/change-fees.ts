import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { lockDossier } from '../../dossiers/index.ts';
import { type ChangeFeesRequest, type FeesDone } from '../contract/fee-schemas.ts';
import { assessFees } from '../domain/assess-fees.ts';
import { decideFeeChange } from '../domain/decide-fee-change.ts';
import { findFees, type FeesToWrite, insertFees, loadFeesForUpdate, replaceFees } from '../store/fees.ts';
import { type FeesDeps } from './deps.ts';
import { feeSubject } from './fees-view.ts';
import { feeFacts } from './prepare-fees.ts';

/**
 * Changes the fees of a dossier, or assesses them for the first time where its reception did not: lines, history, journal and outbox in one
 * transaction, and what is to be paid with them. By the rules of the day of its reception. Refuses what `assessFees` and `decideFeeChange` refuse.
 */
export async function changeFees(deps: FeesDeps, id: string, request: ChangeFeesRequest, actor: StaffActor, context: RequestContext): Promise<Result<FeesDone>> {
  const { communeCode } = actor;
  const { now } = context;
  const envelope = { communeCode, commandId: request.commandId, kind: 'change-fees', actor, request: { id, ...request }, now, address: context.address };
  const subject = await feeSubject(deps.db, communeCode, id);
  if (!subject.ok) return runCommand(deps.db, envelope, () => Promise.resolve(subject));
  const { procedureCode, channel, submittedAt, receivedAt } = subject.value;
  const before = await findFees(deps.db, communeCode, id);
  const day = before?.assessment.rule_day ?? dateAt((receivedAt ?? now).getTime());
  const filedOn = before?.assessment.filed_on ?? dateAt(submittedAt.getTime());
  const facts = await feeFacts(deps, { communeCode, procedureCode, channel, day, filedOn });
  return runCommand<FeesDone>(deps.db, envelope, async (tx) => {
    // The dossier first, then what hangs on it, as the payments lock them.
    await lockDossier(tx, communeCode, id);
    const held = await loadFeesForUpdate(tx, communeCode, id);
    const current = await feeSubject(tx, communeCode, id);
    if (!current.ok) return current;
    const paid = await deps.paidOf(tx, communeCode, id);
    const atWork = current.value.receivedAt === null ? 'not-yet' : current.value.over ? 'over' : 'yes';
    if (!facts.ok) return facts;
    const assessed = assessFees(facts.value, request.fees);
    if (!assessed.ok) return assessed;
    const { total } = assessed.value;
    const decided = decideFeeChange({ version: held?.version ?? null, total: held?.total ?? 0, paid, atWork }, request, total);
    if (!decided.ok) return decided;
    const by = { staffId: actor.staffId, name: actor.fullName };
    const version = (held?.version ?? 0) + 1;
    const fees: FeesToWrite = {
      communeCode, dossierId: id, version, ruleDay: day, filedOn, channel, asked: request.fees, assessment: assessed.value, at: now, by, synthetic: current.value.synthetic,
      reason: held === undefined ? null : decided.value.reason, totalBefore: held?.total ?? null,
    };
    if (held !== undefined) await replaceFees(tx, fees);
    else if (!(await insertFees(tx, [fees]))) return refuse('fees.changed-meanwhile');
    await deps.feesAssessed(tx, { communeCode, dossierId: id, total, at: now, actor: by });
    return ok({
      result: { version, total },
      journal: { action: held === undefined ? 'fees.assessed' : 'fees.changed', object: `dossier:${id}`, facts: { total, ...(held === undefined ? {} : { before: held.total }) } },
      outbox: [{ id: deps.newId(), topic: 'FeesAssessed', payload: { dossierId: id, total } }],
    });
  });
}
