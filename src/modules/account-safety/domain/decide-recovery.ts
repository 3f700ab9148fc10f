import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { isOpen, type Recovery } from './recovery.ts';

/** What is known of the people around a recovery at the moment of a step, read in the same transaction. */
export interface RecoveryPeople {
  /** Ids of those who administer the commune now, with an open account. */
  readonly administrators: readonly string[];
  /** Whether the account of the person is open. */
  readonly personActive: boolean;
}

/**
 * Whether an administrator may start a recovery for a person. Refuses one's own account, a closed one, a missing reason, and a commune where no two
 * others administer: there, whoever runs the machine helps (`xaso second-factor clear`).
 */
export function decideStart(wish: { readonly staffId: string; readonly by: string; readonly reason: string }, { administrators, personActive }: RecoveryPeople): Result<{ readonly reason: string }> {
  const reason = wish.reason.trim();
  if (wish.staffId === wish.by) return refuse('recovery.own-account');
  if (!personActive) return refuse('recovery.person-closed');
  if (!administrators.includes(wish.by)) return refuse('recovery.no-longer-administrator');
  if (administrators.filter((id) => id !== wish.staffId).length < 2) return refuse('recovery.one-administrator');
  return reason === '' ? refuse('recovery.reason-missing', undefined, 'reason') : ok({ reason });
}

/**
 * Whether a second administrator may approve a recovery. Refuses the one who started it, the person, somebody who no longer administers or whose
 * starter no longer does, a closed account, and a recovery that is over or was approved before.
 */
export function decideApprove(recovery: Recovery, by: string, people: RecoveryPeople, now: Date): Result<void> {
  const over = refuseOver(recovery, now);
  if (over !== undefined) return over;
  if (recovery.state !== 'started') return refuse('recovery.approved-before');
  if (by === recovery.staffId) return refuse('recovery.own-account');
  if (by === recovery.startedBy) return refuse('recovery.same-administrator');
  if (!people.administrators.includes(by)) return refuse('recovery.no-longer-administrator');
  if (!people.administrators.includes(recovery.startedBy)) return refuse('recovery.starter-gone');
  return people.personActive ? ok(undefined) : refuse('recovery.person-closed');
}

/** Whether a recovery may be cancelled: by its person or by whoever administers now, for as long as it goes on. */
export function decideCancel(recovery: Recovery, by: string, { administrators }: Pick<RecoveryPeople, 'administrators'>, now: Date): Result<void> {
  if (by !== recovery.staffId && !administrators.includes(by)) return refuse('recovery.no-longer-administrator');
  return refuseOver(recovery, now) ?? ok(undefined);
}

/**
 * Whether the right code lets its person in. Refuses a code that was used, cancelled or is too old, a closed account, and an approval of which one
 * of the two no longer administers: whoever removes an administrator who was not to be trusted takes back what that one has set going.
 */
export function decideUse(recovery: Recovery, { administrators, personActive }: RecoveryPeople, now: Date): Result<void> {
  const over = refuseOver(recovery, now);
  if (over !== undefined) return over;
  if (!personActive) return refuse('recovery.person-closed');
  const both = [recovery.startedBy, recovery.approvedBy].every((id) => id !== null && administrators.includes(id));
  return both ? ok(undefined) : refuse('recovery.administrators-gone');
}

function refuseOver(recovery: Recovery, now: Date): { readonly ok: false; readonly problem: { readonly code: string } } | undefined {
  if (recovery.state === 'used') return refuse('recovery.used');
  if (recovery.state === 'cancelled') return refuse('recovery.cancelled');
  return isOpen(recovery, now) ? undefined : refuse('recovery.expired');
}
