import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { areFilesKept } from '../../../platform/files/keep-upload.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type DeliveryReportRequest, type DispatchRequest, type HandOverRequest, type TransitionResponse } from '../contract/action-schemas.ts';
import { checkPermission } from '../domain/check-permission.ts';
import { changeOfDelivery, decideDeliveryReport, type DeliveryReport, type DeliveryStep, decideDispatch, decideHandOver, type Dispatch, type Proof, type Receiver } from '../domain/decide-delivery.ts';
import { envelopeCode } from '../domain/envelope-code.ts';
import { addDeliveryEvent, type DeliveryRow, findOpenDelivery, openDelivery, updateDelivery } from '../store/deliveries.ts';
import { findResult } from '../store/kept-papers.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { changeDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { type DossierPaper, issueDossierPaper } from './issue-dossier-paper.ts';

/** The way of a decided dossier's result: sealing opened it. */
async function wayOf(tx: Tx, dossier: DossierRow): Promise<DeliveryRow> {
  const open = await findOpenDelivery(tx, dossier);
  if (open === undefined) throw new Error(`dossier ${dossier.id} is decided and its result has no way`);
  return open;
}

function receiverColumns({ name, relation, paper }: Receiver, proof: Proof | null) {
  return { receiver_name: name, receiver_relation: relation, receiver_paper: paper, proof: proof?.kind ?? null, proof_sha256: proof?.sha256 ?? null } as const;
}

/** Hands the result over at the counter, with the signature or photo that shows it, and issues the receipt of the result. */
export function handOver(deps: DossiersDeps, id: string, request: HandOverRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('hand-over', id, request, actor, context), async ({ dossier, tx }) => {
    const decided = decideHandOver(seenDossier(dossier), request, actor);
    if (!decided.ok) return decided;
    const delivery = await wayOf(tx, dossier);
    if (delivery.state === 'sent') return refuse('delivery.on-its-way');
    if (request.proof !== null && !(await areFilesKept(tx, actor.communeCode, [request.proof.sha256]))) return refuse('dossier.file-unknown', {}, 'proof');
    const { receiver } = decided.value;
    return ok({
      change: decided.value,
      row: { delivery_state: 'delivered' },
      write: async (inner) => {
        await updateDelivery(inner, delivery, { method: 'counter', state: 'delivered', closed_at: context.now, ...receiverColumns(receiver, request.proof) });
        await addDeliveryEvent(inner, delivery, { at: context.now, event: 'delivered', actor_id: actor.staffId, actor_name: actor.fullName, to_name: receiver.name, words: request.note });
        await issueDossierPaper(deps, inner, { dossier, paper: { kind: 'result-receipt', receiver }, actor, now: context.now, commandId: request.commandId });
      },
    });
  });
}

function dispatchOf({ method, address, carrier, trackingNumber, carriedBy }: DispatchRequest): Dispatch {
  switch (method) {
    case 'post':
      return { method, address: address ?? '', carrier: carrier ?? '', trackingNumber: trackingNumber ?? '' };
    case 'home':
      return { method, address: address ?? '', carriedBy: carriedBy ?? '' };
    case 'electronic':
      return { method };
  }
}

/** Sends the result on its way. An envelope that goes home gets a code of its own for the QR on its label. */
export function dispatchResult(deps: DossiersDeps, id: string, request: DispatchRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('dispatch-result', id, request, actor, context), async ({ dossier, tx }) => {
    // The table first: a dossier that is not decided has no way to look at.
    const delivery = await findOpenDelivery(tx, dossier);
    const open = { state: delivery?.state ?? ('waiting' as const), hasElectronicResult: (await findResult(tx, dossier.commune_code, dossier.id)) !== undefined };
    const decided = decideDispatch(seenDossier(dossier), open, { expectedVersion: request.expectedVersion, dispatch: dispatchOf(request) }, actor);
    if (!decided.ok) return decided;
    if (delivery === undefined) throw new Error(`dossier ${dossier.id} is decided and its result has no way`);
    const { dispatch } = decided.value;
    const label = (inner: Tx, paper: Omit<Extract<DossierPaper, { readonly kind: 'envelope-label' }>, 'kind'>) =>
      issueDossierPaper(deps, inner, { dossier, paper: { kind: 'envelope-label', ...paper }, actor, now: context.now, commandId: request.commandId });
    const event = { at: context.now, actor_id: actor.staffId, actor_name: actor.fullName, words: null };
    return ok({
      change: decided.value,
      row: { delivery_state: 'sent', delivery_method: dispatch.method, ...(dispatch.method === 'electronic' ? {} : { delivery_address: dispatch.address }) },
      write: async (inner) => {
        switch (dispatch.method) {
          case 'post':
            await updateDelivery(inner, delivery, { method: 'post', state: 'sent', address: dispatch.address, carrier: dispatch.carrier, tracking_number: dispatch.trackingNumber });
            await addDeliveryEvent(inner, delivery, { ...event, event: 'posted', to_name: dispatch.carrier });
            await label(inner, { address: dispatch.address, envelopeCode: null, carrier: dispatch.carrier, trackingNumber: dispatch.trackingNumber, carriedBy: null });
            return;
          case 'home': {
            const code = envelopeCode(deps.randomBytes(10));
            await updateDelivery(inner, delivery, { method: 'home', state: 'sent', address: dispatch.address, envelope_code: code });
            await addDeliveryEvent(inner, delivery, { ...event, event: 'sealed', to_name: null });
            await addDeliveryEvent(inner, delivery, { ...event, event: 'handed-on', to_name: dispatch.carriedBy });
            await label(inner, { address: dispatch.address, envelopeCode: code, carrier: null, trackingNumber: null, carriedBy: dispatch.carriedBy });
            return;
          }
          case 'electronic':
            await updateDelivery(inner, delivery, { method: 'electronic', state: 'sent' });
            await addDeliveryEvent(inner, delivery, { ...event, event: 'handed-on', to_name: null });
        }
      },
    });
  });
}

function reportOf({ event, toName, words, receiver, proof }: DeliveryReportRequest): Result<DeliveryReport> {
  if (event === 'handed-on') return ok({ event, toName: toName ?? '', words });
  if (event !== 'delivered') return ok({ event, words });
  return receiver === null ? refuse('dossier.receiver-missing', {}, 'receiver') : ok({ event, receiver, proof, words });
}

/**
 * Records what happened to a result on its way: handed on, arrived, nobody met, come back, in somebody's hand. Whoever carries it may
 * say so; the version guards against two reports of one moment.
 */
export function reportDelivery(deps: DossiersDeps, id: string, request: DeliveryReportRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('report-delivery', id, request, actor, context), async ({ dossier, tx }) => {
    const allowed = checkPermission(seenDossier(dossier), 'report-delivery', actor, request.expectedVersion);
    if (!allowed.ok) return allowed;
    const delivery = await findOpenDelivery(tx, dossier);
    const report = reportOf(request);
    if (!report.ok) return report;
    const decided: Result<DeliveryStep> = delivery === undefined ? refuse('delivery.not-on-its-way') : decideDeliveryReport(delivery, report.value);
    if (!decided.ok) return decided;
    if (delivery === undefined) return refuse('delivery.not-on-its-way');
    const step = decided.value;
    if (step.proof !== null && !(await areFilesKept(tx, actor.communeCode, [step.proof.sha256]))) return refuse('dossier.file-unknown', {}, 'proof');
    const over = step.state === 'delivered' || step.state === 'returned';
    return ok({
      change: changeOfDelivery(seenDossier(dossier), step),
      row: { delivery_state: step.state === 'returned' ? 'waiting' : step.state === 'delivered' ? 'delivered' : 'sent' },
      write: async (inner) => {
        await updateDelivery(inner, delivery, { state: step.state, closed_at: over ? context.now : null, ...(step.receiver === null ? {} : receiverColumns(step.receiver, step.proof)) });
        await addDeliveryEvent(inner, delivery, { at: context.now, event: step.event, actor_id: actor.staffId, actor_name: actor.fullName, to_name: step.toName, words: step.words });
        // What came back lies in the office again and may be sent or fetched another way.
        if (step.state === 'returned') await openDelivery(inner, dossier, { id: deps.newId(), method: 'counter', address: dossier.delivery_address, at: context.now });
      },
    });
  });
}
