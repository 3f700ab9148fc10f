/** How a recovery stands. `expired`: the time passed before the next step. */
export const RECOVERY_STATES = ['started', 'approved', 'used', 'cancelled', 'expired'] as const;

export type RecoveryState = (typeof RECOVERY_STATES)[number];

/** What may follow; what has no followers is over. */
export const NEXT = {
  started: ['approve', 'cancel'],
  approved: ['use', 'cancel'],
  used: [],
  cancelled: [],
  expired: [],
} as const satisfies Record<RecoveryState, readonly ('approve' | 'cancel' | 'use')[]>;

/** One recovery of an account. */
export interface Recovery {
  readonly id: string;
  readonly staffId: string;
  readonly state: RecoveryState;
  readonly reason: string;
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly approvedBy: string | null;
  readonly expiresAt: Date;
}

const HOUR = 3_600_000;

/** How long a started recovery waits for the second administrator, and an approved one for its person: 24 hours each. */
export const RECOVERY_MS = 24 * HOUR;

/** How long the code is: twelve signs of thirty, 58 bits. */
export const RECOVERY_CODE_SIGNS = 12;

/** Whether a recovery still goes on at a moment; its very last millisecond does not. */
export function isOpen({ state, expiresAt }: Pick<Recovery, 'state' | 'expiresAt'>, now: Date): boolean {
  return NEXT[state].length > 0 && now.getTime() < expiresAt.getTime();
}
