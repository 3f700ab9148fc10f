import { type Instant, MS_PER_MINUTE } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type CaseEvent } from './decide-child.ts';
import { endOfLimit } from './linked-case.ts';

/**
 * An outgoing message to another agency. `waiting`: to be sent, perhaps again; `sent`: not acknowledged yet; `refused`: the agency did not take
 * it; `failed`: given up after many tries; `repaired`: handed over by hand; `cancelled`: not needed any more.
 */
export type TransferState = 'waiting' | 'sent' | 'acknowledged' | 'refused' | 'failed' | 'repaired' | 'cancelled';

/** What went wrong on the way. `not-connected`: this office has no line to that agency at all. */
export const TRANSFER_FAULTS = ['unreachable', 'timeout', 'server-error', 'unreadable', 'not-connected'] as const;
export type TransferFault = (typeof TRANSFER_FAULTS)[number];

/** What became of one try. */
export type SendOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'acknowledged'; readonly externalCode: string | null }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'fault'; readonly fault: TransferFault };

/** The part of a transfer that its rules need. */
export interface Transfer {
  readonly state: TransferState;
  readonly attempts: number;
  readonly nextTryAt: Instant | null;
  readonly sentAt: Instant | null;
  readonly acknowledgeBy: Instant | null;
  readonly acknowledgedAt: Instant | null;
  readonly externalCode: string | null;
  readonly fault: string | null;
}

/** A transfer as it is after something happened to it, and what the history says. */
export interface TransferChange {
  readonly transfer: Transfer;
  readonly event: CaseEvent;
  readonly facts: Readonly<Record<string, string>>;
}

/** Minutes until the next try after so many that failed; after the last one a person decides. The first tries keep within the ten minutes of NĐ 301/2026. */
const BACK_OFF_MINUTES = [1, 2, 5, 15, 60, 180] as const;

/** A transfer that is to be sent at once. */
export function newTransfer(at: Instant): Transfer {
  return { state: 'waiting', attempts: 0, nextTryAt: at, sentAt: null, acknowledgeBy: null, acknowledgedAt: null, externalCode: null, fault: null };
}

/** What one try means. Undefined when the transfer is not waiting any more: an acknowledgement or a repair was faster, and stands. */
export function afterTry(transfer: Transfer, outcome: SendOutcome, limit: string, at: Instant, calendar: WorkingCalendar): TransferChange | undefined {
  if (transfer.state !== 'waiting') return undefined;
  const attempts = transfer.attempts + 1;
  const tried = { ...transfer, attempts, nextTryAt: null, fault: null };
  switch (outcome.kind) {
    case 'accepted':
      return { transfer: { ...tried, state: 'sent', sentAt: at, acknowledgeBy: endOfLimit(limit, at, calendar) }, event: 'transfer-sent', facts: {} };
    case 'acknowledged':
      return { transfer: { ...tried, state: 'acknowledged', sentAt: at, acknowledgedAt: at, externalCode: outcome.externalCode }, event: 'transfer-acknowledged', facts: outcome.externalCode === null ? {} : { number: outcome.externalCode } };
    case 'refused':
      return { transfer: { ...tried, state: 'refused', fault: outcome.words }, event: 'transfer-refused', facts: { note: outcome.words } };
    case 'fault': {
      const wait = outcome.fault === 'not-connected' ? undefined : BACK_OFF_MINUTES[attempts - 1];
      if (wait === undefined) return { transfer: { ...tried, state: 'failed', fault: outcome.fault }, event: 'transfer-failed', facts: { fault: outcome.fault } };
      return { transfer: { ...tried, fault: outcome.fault, nextTryAt: at + wait * MS_PER_MINUTE }, event: 'transfer-fault', facts: { fault: outcome.fault } };
    }
  }
}

/** The agency has it, whatever our own tries said. Undefined when that was known already; what was handed over by hand stays so and keeps the agency's number. */
export function acknowledge(transfer: Transfer, externalCode: string | null, at: Instant): TransferChange | undefined {
  if (transfer.state === 'acknowledged' || transfer.state === 'cancelled' || (transfer.state === 'repaired' && transfer.acknowledgedAt !== null)) return undefined;
  const state = transfer.state === 'repaired' ? 'repaired' : 'acknowledged';
  return {
    transfer: { ...transfer, state, acknowledgedAt: at, externalCode: externalCode ?? transfer.externalCode, nextTryAt: null, fault: null, sentAt: transfer.sentAt ?? at },
    event: 'transfer-acknowledged',
    facts: externalCode === null ? {} : { number: externalCode },
  };
}

/** The agency did not take the message. Undefined when it was taken before, or by hand. */
export function refuseTransfer(transfer: Transfer, words: string): TransferChange | undefined {
  if (transfer.state !== 'sent' && transfer.state !== 'waiting') return undefined;
  return { transfer: { ...transfer, state: 'refused', fault: words, nextTryAt: null }, event: 'transfer-refused', facts: { note: words } };
}

/** Sends once more, at once. Refuses what is acknowledged or was handed over, and what is on its way within its time. */
export function retry(transfer: Transfer, at: Instant): Result<TransferChange> {
  if (transfer.state === 'acknowledged') return refuse('transfer.already-acknowledged', { number: transfer.externalCode ?? '' });
  if (!canRepair(transfer, at)) return refuse('linked-case.action-not-possible');
  return ok({ transfer: { ...transfer, state: 'waiting', attempts: 0, nextTryAt: at, fault: null }, event: 'transfer-retried', facts: {} });
}

/** Says that the message was handed over by hand, with the number of the paper. Refuses what the agency has acknowledged meanwhile. */
export function repair(transfer: Transfer, hand: { readonly number: string; readonly receivedBy: string | null; readonly words: string | null }, at: Instant): Result<TransferChange> {
  if (transfer.state === 'acknowledged') return refuse('transfer.already-acknowledged', { number: transfer.externalCode ?? '' });
  if (!canRepair(transfer, at)) return refuse('linked-case.action-not-possible');
  const number = hand.number.trim();
  if (number === '') return refuse('transfer.number-missing', {}, 'number');
  const facts = Object.fromEntries(Object.entries({ number, to: hand.receivedBy?.trim() ?? '', note: hand.words?.trim() ?? '' }).filter(([, value]) => value !== ''));
  return ok({ transfer: { ...transfer, state: 'repaired', nextTryAt: null, fault: null }, event: 'transfer-repaired', facts });
}

/** Whether a person may send it again or say that it was handed over by hand. */
export function canRepair(transfer: Transfer, at: Instant): boolean {
  return transfer.state === 'failed' || transfer.state === 'refused' || (transfer.state === 'waiting' && transfer.fault !== null) || isUnacknowledged(transfer, at);
}

/** Whether the agency should have said by now that it has the message. */
function isUnacknowledged({ state, acknowledgeBy }: Transfer, at: Instant): boolean {
  return state === 'sent' && acknowledgeBy !== null && at > acknowledgeBy;
}

/** Why a person must look at a transfer; null when nobody need. */
export function transferAlert(transfer: Transfer, at: Instant): 'failed' | 'refused' | 'unacknowledged' | null {
  if (transfer.state === 'failed' || transfer.state === 'refused') return transfer.state;
  return isUnacknowledged(transfer, at) ? 'unacknowledged' : null;
}
