import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ReceiveDeclarationRequest, type ReceptionResponse } from '../contract/dossier-schemas.ts';
import { receiveDeclaration } from '../store/dossier-aggregate.ts';
import { findFeeSubject, findProvenHelp } from '../store/dossier-head.ts';
import { loadDossierForUpdate } from '../store/move-dossier.ts';
import { type DossiersDeps } from './deps.ts';
import { checkReusedPapers, keepReceivedPapers } from './keep-received-papers.ts';
import { issueReceipts } from './receipt-paper.ts';
import { aggregateOf, answer, feesOf, filesAreKnown, type Origin, prepare, receivedFor } from './receive-dossier.ts';

/** A declaration from home becomes a received dossier; its channel stays what it was, and its place in time too. */
export async function receiveDeclared(
  deps: DossiersDeps,
  id: string,
  request: ReceiveDeclarationRequest,
  actor: StaffActor,
  context: RequestContext,
): Promise<Result<ReceptionResponse>> {
  const declared = await findFeeSubject(deps.db, actor.communeCode, id);
  const proven = await findProvenHelp(deps.db, actor.communeCode, id);
  const filing = { dossierId: id, channel: declared?.channel ?? 'online', filedAt: declared?.submittedAt ?? context.now, proven } as const;
  const prepared = await prepare(deps, request, filing, actor, context.now);
  const envelope = {
    communeCode: actor.communeCode,
    commandId: request.commandId,
    kind: 'receive-declaration',
    actor,
    request: { id, ...request },
    now: context.now,
    address: context.address,
  };
  return runCommand(deps.db, envelope, async (tx) => {
    const loaded = await loadDossierForUpdate(tx, actor.communeCode, id);
    if (loaded === undefined) return refuse('dossier.not-found');
    if (!prepared.ok) return prepared;
    if (loaded.dossier.version !== request.expectedVersion) return refuse('dossier.changed-meanwhile');
    if (loaded.dossier.state !== 'submitted') return refuse('dossier.action-not-possible');
    if (loaded.dossier.approval_asked === 'supplement') return refuse('dossier.approval-pending');
    if (loaded.dossier.answered_at !== null) return refuse('supplement.answer-not-seen');
    const { reception, codeParts, commune, calendar, fees } = prepared.value;
    if (!(await filesAreKnown(tx, actor.communeCode, request.papers))) return refuse('dossier.file-unknown', {}, 'papers');
    const origin: Origin = {
      id,
      reference: loaded.dossier.reference,
      channel: loaded.dossier.channel,
      submittedAt: loaded.dossier.submitted_at,
      // The version counts the moves, and every move writes one line.
      historySeq: loaded.dossier.version + 1,
      corrects: null,
      caseId: null,
    };
    const aggregate = aggregateOf(deps, origin, request, prepared.value, actor, context.now);
    const forWhom = receivedFor(aggregate, context.now);
    const reusable = await checkReusedPapers(tx, request.papers, forWhom);
    if (!reusable.ok) return reusable;
    const given = loaded.dossier.external_code;
    // What was filed in another system has its one code already (NĐ 309/2026, Điều 17.3).
    const code = await receiveDeclaration(tx, aggregate, given === null ? codeParts : { given }, request.expectedVersion);
    if (code === undefined) return refuse('dossier.changed-meanwhile');
    if (given !== null) await deps.onStateChange(tx, { communeCode: actor.communeCode, dossierId: id, state: 'received', at: context.now });
    await deps.fees.write(tx, [feesOf(aggregate, fees, actor, context.now)]);
    await issueReceipts(deps, tx, [{ aggregate, code, commune, calendar, fees, actor, now: context.now, commandId: request.commandId, linked: null }]);
    await keepReceivedPapers(tx, request.papers, forWhom);
    return ok({
      result: answer(deps, id, code, reception, context.now),
      journal: { action: 'dossier.received', object: `dossier:${id}`, facts: { code, declared: true } },
      outbox: [{ id: deps.newId(), topic: 'DossierReceived', payload: { dossierId: id, code } }],
    });
  });
}
