import { type Position } from '../../../kernel/actor.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';

/** Most characters of what the administrator enters, and most positions of one person; the form and the server keep to the same. */
export const STAFF_ENTRY_LENGTH = { fullName: 100, userName: 40, title: 100, positions: 10 } as const;

/** A position with its id, its first day, and its last day if one is known. */
export interface HeldPosition extends Position {
  readonly positionId: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Somebody is on leave from a day to a day; who acts has the positions meanwhile. */
export interface StaffLeave {
  readonly id: string;
  readonly fromDay: LocalDate;
  readonly untilDay: LocalDate;
  readonly reason: string;
  readonly actingStaffId: string | null;
  readonly actingName: string | null;
}

/** One of the people who work for a commune. */
export interface StaffMember {
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
  /** False when the account is closed. */
  readonly active: boolean;
  /** Made for demonstration. */
  readonly synthetic: boolean;
  /** The newest sign-in that is still remembered; null when there is none. */
  readonly lastSignInAt: Date | null;
  /** Those held on the day that was asked for, and those that begin later. */
  readonly positions: readonly (HeldPosition & { readonly unitName: string })[];
  /** Leave that has not ended by that day, the next one first. */
  readonly leaves: readonly StaffLeave[];
}
