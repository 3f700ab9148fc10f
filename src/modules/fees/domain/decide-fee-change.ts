import { type Dong, formatDong } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** What a change of fees meets. */
export interface FeeStanding {
  /** Null: the fees were never assessed. */
  readonly version: number | null;
  readonly total: Dong;
  /** What was paid and not given back. */
  readonly paid: Dong;
  /** Whether the dossier is at work: received, and not finished, refused or stopped. */
  readonly atWork: 'not-yet' | 'yes' | 'over';
}

export interface FeeChange {
  /** What the sender was looking at; null: nothing was assessed. */
  readonly expectedVersion: number | null;
  readonly reason: string;
  /** That something was paid already is known to the sender. */
  readonly paidKnown: boolean;
}

/**
 * Whether fees may be changed to a new total: by a reason, on what the sender looked at, while the dossier is at work. After a payment only when the
 * sender knows of it, and never below what was paid: that is given back first.
 */
export function decideFeeChange(standing: FeeStanding, change: FeeChange, total: Dong): Result<{ readonly reason: string }> {
  if (standing.atWork === 'not-yet') return refuse('fees.dossier-not-received');
  if (standing.atWork === 'over') return refuse('fees.dossier-over');
  if (standing.version !== change.expectedVersion) return refuse('fees.changed-meanwhile');
  const reason = change.reason.trim();
  // The first assessment explains itself by its lines.
  if (reason === '' && standing.version !== null) return refuse('fees.reason-missing', {}, 'reason');
  if (total < standing.paid) return refuse('fees.below-paid', { paid: formatDong(standing.paid), total: formatDong(total) }, 'fees');
  if (standing.paid > 0 && !change.paidKnown) return refuse('fees.paid-already', { paid: formatDong(standing.paid), rest: formatDong(total - standing.paid) }, 'paidKnown');
  return ok({ reason });
}
