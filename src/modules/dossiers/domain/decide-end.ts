import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { checkPermission, neededWords, type SeenDossier } from './check-permission.ts';
import { type DossierChange } from './dossier-change.ts';
import { type DossierState, stateAtStep } from './dossier-states.ts';
import { type Asker } from './may-act.ts';

/** Why the work on a dossier stops before a decision (form 05, TT 03/2025/TT-VPCP Điều 7). */
export type StopKind = 'withdrawn' | 'not-supplemented' | 'not-paid' | 'other';

interface Worded {
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Refuses a declaration at the counter (form 03): it never becomes a received dossier. The reason is told to the citizen. */
export function decideRejection(dossier: SeenDossier, command: Worded, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'reject', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({ event: 'rejected', state: 'rejected', clock: 'ends', facts: { note: reason.value } });
}

/**
 * Stops the work on a dossier before its decision: the citizen did not supplement, did not pay, or another reason that is told in the
 * notice (form 05). A withdrawal that was asked for is stopped by accepting it, not here. Refuses a kind that does not fit what the
 * dossier waits for, and a stop without its reason.
 */
export function decideStop(dossier: SeenDossier, command: Worded & { readonly kind: StopKind }, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'stop', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const fits =
    command.kind === 'other' ||
    (command.kind === 'not-supplemented' && dossier.state === 'supplement-requested') ||
    (command.kind === 'not-paid' && dossier.state === 'payment-requested');
  if (!fits) return refuse('dossier.stop-kind-wrong', {}, 'kind');
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({ event: 'stopped', state: 'stopped', clock: 'ends', facts: { note: reason.value, kind: command.kind } });
}

/** The citizen asks to stop (NĐ 118/2025 Điều 21): possible until the decision is signed. The clock goes on, or stands still as it did, until the office answers. */
export function decideWithdrawalRequest(dossier: SeenDossier, command: { readonly expectedVersion: number | null; readonly reason: string }, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'request-withdrawal', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({ event: 'withdrawal-requested', state: 'withdraw-requested', clock: 'as-it-was', facts: { note: reason.value } });
}

/** What a dossier goes back to when the wish to withdraw is declined: the open request to the citizen, or its step. */
export type OpenRequest = 'supplement' | 'payment' | null;

function stateBefore(dossier: SeenDossier, open: OpenRequest): DossierState {
  if (open === 'supplement') return 'supplement-requested';
  return open === 'payment' ? 'payment-requested' : stateAtStep(dossier.currentStep);
}

/** Accepts the withdrawal: the work ends (form 05); what was paid and not used is given back by the payments module. */
export function decideWithdrawalAcceptance(dossier: SeenDossier, command: { readonly expectedVersion: number; readonly note: string | null }, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'accept-withdrawal', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const note = command.note?.trim() ?? '';
  return ok({ event: 'withdrawal-accepted', state: 'stopped', clock: 'ends', facts: { kind: 'withdrawn', ...(note === '' ? {} : { note }) } });
}

/** Declines the withdrawal with the reason that the citizen reads, such as a decision that is signed already. */
export function decideWithdrawalRefusal(dossier: SeenDossier, command: Worded, open: OpenRequest, asker: Asker): Result<DossierChange> {
  const allowed = checkPermission(dossier, 'decline-withdrawal', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  return ok({ event: 'withdrawal-declined', state: stateBefore(dossier, open), clock: 'as-it-was', facts: { note: reason.value } });
}
