import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { checkPermission, neededWords, type SeenDossier } from './check-permission.ts';
import { type DossierChange } from './dossier-change.ts';

export type DeliveryMethod = 'counter' | 'post' | 'home' | 'electronic';
/** `waiting`: the result lies in the office; `sent`: it is on its way; `delivered` and `returned`: that way is over. */
export type DeliveryState = 'waiting' | 'sent' | 'delivered' | 'returned';

/** What can happen to a result on its way. */
export type DeliveryEvent = 'sealed' | 'handed-on' | 'posted' | 'arrived' | 'not-met' | 'delivered' | 'came-back';

/** Whom a result reaches: the applicant, somebody with a paper that authorises, or at home or by post a member of the household. */
export type ReceiverRelation = 'self' | 'authorised' | 'family';

export interface Receiver {
  readonly name: string;
  readonly relation: ReceiverRelation;
  /** The authorising paper, in words; needed for `authorised` (NĐ 118/2025 Điều 6). */
  readonly paper: string | null;
}

/** What shows that it was handed over: a signature on the screen, or a photo of the signed slip or of the moment. */
export interface Proof {
  readonly kind: 'signature' | 'photo' | 'electronic';
  readonly sha256: string;
}

function checkReceiver({ name, relation, paper }: Receiver, method: DeliveryMethod): Result<Receiver> {
  const tidy = name.trim();
  if (tidy === '') return refuse('dossier.receiver-missing', {}, 'receiver.name');
  // Whoever stands at the counter for somebody else shows the paper that allows it; at a house door and with the post the household may take it.
  if (relation === 'family' && method !== 'home' && method !== 'post') return refuse('delivery.family-at-counter', {}, 'receiver.relation');
  const words = paper?.trim() ?? '';
  if (relation === 'authorised' && words === '') return refuse('delivery.authorisation-missing', {}, 'receiver.paper');
  return ok({ name: tidy, relation, paper: words === '' ? null : words });
}

function receiverFacts({ name, relation, paper }: Receiver): Readonly<Record<string, string>> {
  return { returnedTo: name, relation, ...(paper === null ? {} : { authorisation: paper }) };
}

/** Hands the result over at the counter. Refuses a receiver without a name, and somebody who is sent by another without the paper that says so. */
export function decideHandOver(dossier: SeenDossier, command: { readonly expectedVersion: number; readonly receiver: Receiver; readonly note: string | null }, actor: StaffActor): Result<DossierChange & { readonly receiver: Receiver }> {
  const allowed = checkPermission(dossier, 'hand-over', actor, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const receiver = checkReceiver(command.receiver, 'counter');
  if (!receiver.ok) return receiver;
  const note = command.note?.trim() ?? '';
  return ok({
    event: 'handed-over', state: 'returned', step: null, clock: 'as-it-was', holder: null, receiver: receiver.value,
    facts: { ...receiverFacts(receiver.value), ...(note === '' ? {} : { note }) },
  });
}

/** How a result is sent out. */
export type Dispatch =
  | { readonly method: 'post'; readonly address: string; readonly carrier: string; readonly trackingNumber: string }
  | { readonly method: 'home'; readonly address: string; readonly carriedBy: string }
  | { readonly method: 'electronic' };

/**
 * Sends a result on its way: by public post with its number, home in a sealed envelope, or as an electronic result. Refuses a result
 * that is on its way already, a way without its address, a post without its number, and an electronic way without an electronic result.
 */
export function decideDispatch(
  dossier: SeenDossier,
  open: { readonly state: DeliveryState; readonly hasElectronicResult: boolean },
  command: { readonly expectedVersion: number; readonly dispatch: Dispatch },
  actor: StaffActor,
): Result<DossierChange & { readonly dispatch: Dispatch }> {
  const allowed = checkPermission(dossier, 'dispatch', actor, command.expectedVersion);
  if (!allowed.ok) return allowed;
  if (open.state !== 'waiting') return refuse('delivery.on-its-way');
  const { dispatch } = command;
  const change = (facts: Readonly<Record<string, string>>, tidy: Dispatch): Result<DossierChange & { readonly dispatch: Dispatch }> =>
    ok({ event: 'dispatched', state: dossier.state, clock: 'as-it-was', facts: { method: tidy.method, ...facts }, dispatch: tidy });
  switch (dispatch.method) {
    case 'electronic':
      return open.hasElectronicResult ? change({}, dispatch) : refuse('delivery.no-electronic-result');
    case 'post': {
      const [address, carrier, trackingNumber] = [dispatch.address.trim(), dispatch.carrier.trim(), dispatch.trackingNumber.trim().toUpperCase()];
      if (address === '') return refuse('delivery.address-missing', {}, 'address');
      if (carrier === '') return refuse('delivery.carrier-missing', {}, 'carrier');
      if (!/^[A-Z0-9.-]{5,40}$/.test(trackingNumber)) return refuse('delivery.tracking-number-wrong', {}, 'trackingNumber');
      return change({ carrier, trackingNumber }, { method: 'post', address, carrier, trackingNumber });
    }
    case 'home': {
      const [address, carriedBy] = [dispatch.address.trim(), dispatch.carriedBy.trim()];
      if (address === '') return refuse('delivery.address-missing', {}, 'address');
      if (carriedBy === '') return refuse('delivery.carrier-missing', {}, 'carriedBy');
      return change({ to: carriedBy }, { method: 'home', address, carriedBy });
    }
  }
}

/** What somebody reports of a result that is on its way. */
export type DeliveryReport =
  | { readonly event: 'handed-on'; readonly toName: string; readonly words: string | null }
  | { readonly event: 'arrived'; readonly words: string | null }
  | { readonly event: 'not-met'; readonly words: string | null }
  | { readonly event: 'came-back'; readonly words: string | null }
  | { readonly event: 'delivered'; readonly receiver: Receiver; readonly proof: Proof | null; readonly words: string | null };

/** What a report makes of a delivery. `receiver` and `proof` only when it has arrived in somebody's hand. */
export interface DeliveryStep {
  readonly event: DeliveryReport['event'];
  readonly state: DeliveryState;
  readonly toName: string | null;
  readonly words: string | null;
  readonly receiver: Receiver | null;
  readonly proof: Proof | null;
}

/**
 * Decides what a report of the way means. Refuses a report about a result that is not on its way, an event that this way does not
 * have, a hand-over without the name, a missed visit without a word about it, and at a house door a delivery that nothing shows.
 */
export function decideDeliveryReport(delivery: { readonly method: DeliveryMethod; readonly state: DeliveryState }, report: DeliveryReport): Result<DeliveryStep> {
  if (delivery.state !== 'sent') return refuse('delivery.not-on-its-way');
  const words = report.words?.trim() ?? '';
  const step = (state: DeliveryState, over: Partial<DeliveryStep> = {}): Result<DeliveryStep> =>
    ok({ event: report.event, state, toName: null, words: words === '' ? null : words, receiver: null, proof: null, ...over });
  switch (report.event) {
    case 'handed-on': {
      if (delivery.method !== 'home') return refuse('delivery.event-not-of-this-way');
      const toName = report.toName.trim();
      return toName === '' ? refuse('dossier.receiver-missing', {}, 'toName') : step('sent', { toName });
    }
    case 'arrived':
      return delivery.method === 'post' ? step('sent') : refuse('delivery.event-not-of-this-way');
    case 'not-met': {
      const reason = neededWords(report.words, 'words');
      return reason.ok ? step('sent') : reason;
    }
    case 'came-back': {
      const reason = neededWords(report.words, 'words');
      return reason.ok ? step('returned') : reason;
    }
    case 'delivered': {
      const receiver = checkReceiver(report.receiver, delivery.method);
      if (!receiver.ok) return receiver;
      if (delivery.method === 'home' && report.proof === null) return refuse('delivery.proof-missing', {}, 'proof');
      return step('delivered', { receiver: receiver.value, proof: report.proof, toName: receiver.value.name });
    }
  }
}

/** What a report means for the dossier: in somebody's hand it is returned, come back it waits in the office again. */
export function changeOfDelivery(dossier: SeenDossier, step: DeliveryStep): DossierChange {
  if (step.receiver !== null) return { event: 'delivered', state: 'returned', step: null, clock: 'as-it-was', holder: null, facts: { ...receiverFacts(step.receiver), ...(step.words === null ? {} : { note: step.words }) } };
  return {
    event: 'delivery-moved', state: dossier.state, clock: 'as-it-was',
    facts: { delivery: step.event, ...(step.toName === null ? {} : { to: step.toName }), ...(step.words === null ? {} : { note: step.words }) },
  };
}
