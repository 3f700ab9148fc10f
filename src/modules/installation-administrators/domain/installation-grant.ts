import { type LocalDate } from '../../../kernel/local-time.ts';

/** How the naming of an installation administrator stands. */
export const GRANT_STATES = ['proposed', 'granted', 'declined', 'ended'] as const;
export type GrantState = (typeof GRANT_STATES)[number];

/** What can be done to one. */
export const GRANT_ACTS = ['agree', 'decline', 'propose-end', 'agree-end', 'keep'] as const;
export type GrantAct = (typeof GRANT_ACTS)[number];

/** What may follow; the last three depend on whether an end was proposed. */
export const NEXT = {
  proposed: ['agree', 'decline'],
  granted: ['propose-end', 'agree-end', 'keep'],
  declined: [],
  ended: [],
} as const satisfies Record<GrantState, readonly GrantAct[]>;

/** One naming: somebody speaks for the whole installation from a day to a day, both included. */
export interface InstallationGrant {
  readonly id: string;
  /** Where the account is. */
  readonly communeCode: string;
  readonly staffId: string;
  /** As the person and the commune were called when named. */
  readonly staffName: string;
  readonly communeName: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly reason: string;
  readonly state: GrantState;
  /** Null: named at the machine. */
  readonly proposedBy: string | null;
  readonly proposedByName: string | null;
  readonly proposedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly endProposedBy: string | null;
  readonly endProposedByName: string | null;
  readonly endReason: string | null;
  readonly endedHow: 'agreed' | 'command-line' | 'account-closed' | null;
  readonly endedByName: string | null;
  readonly endedAt: Date | null;
}

/** How long a proposal waits for a second person, in milliseconds: a fortnight. */
export const PROPOSAL_MS = 14 * 86_400_000;

/** Whether a naming holds on a day. */
export function holdsOn({ state, validFrom, validTo }: Pick<InstallationGrant, 'state' | 'validFrom' | 'validTo'>, today: LocalDate): boolean {
  return state === 'granted' && validFrom <= today && today <= validTo;
}

/** Whether a proposal still waits for a second person. */
export function isWaiting({ state, proposedAt, validTo }: Pick<InstallationGrant, 'state' | 'proposedAt' | 'validTo'>, now: Date, today: LocalDate): boolean {
  return state === 'proposed' && now.getTime() - proposedAt.getTime() < PROPOSAL_MS && today <= validTo;
}
