import { daysBetween, type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type StaffLeave, type StaffMember } from './staff-member.ts';

/** A longer leave is a change of positions. */
const LONGEST_DAYS = 366;

/** A leave as it is asked for. */
export interface LeaveWish {
  readonly fromDay: LocalDate;
  readonly untilDay: LocalDate;
  readonly reason: string;
  readonly actingStaffId: string | null;
}

const overlaps = (one: Pick<StaffLeave, 'fromDay' | 'untilDay'>, other: Pick<StaffLeave, 'fromDay' | 'untilDay'>): boolean => one.fromDay <= other.untilDay && other.fromDay <= one.untilDay;

/**
 * Whether somebody may be on leave, and whether a colleague may act meanwhile: that colleague has the person's positions for those days and no
 * longer. Refuses days that do not exist, are over, the wrong way round or more than a year; a second leave for the same days; no reason; and
 * as the acting person the same one, one without an open account, or one who is on leave too. Administration is never handed on with a leave,
 * and nobody acts for somebody who holds no position in those days. `acting` undefined: the commune has nobody of that id.
 */
export function decideLeave(person: StaffMember, wish: LeaveWish, acting: StaffMember | undefined, today: LocalDate): Result<{ readonly reason: string }> {
  const { fromDay, untilDay } = wish;
  const exist = parseLocalDate(fromDay).ok && parseLocalDate(untilDay).ok;
  if (!exist || untilDay < fromDay || untilDay < today || daysBetween(fromDay, untilDay) >= LONGEST_DAYS) return refuse('identity.leave-period', {}, 'untilDay');
  const other = person.leaves.find((leave) => overlaps(leave, wish));
  if (other !== undefined) return refuse('identity.leave-overlap', { from: other.fromDay, until: other.untilDay }, 'fromDay');
  const reason = wish.reason.normalize('NFC').trim();
  if (reason === '') return refuse('identity.leave-reason-missing', {}, 'reason');
  if (wish.actingStaffId === null) return ok({ reason });
  if (wish.actingStaffId === person.id) return refuse('identity.acting-same', {}, 'actingStaffId');
  if (acting?.active !== true) return refuse('identity.acting-unknown', {}, 'actingStaffId');
  if (acting.leaves.some((leave) => overlaps(leave, wish))) return refuse('identity.acting-away', { name: acting.fullName }, 'actingStaffId');
  const held = person.positions.filter(({ validFrom, validTo }) => validFrom <= untilDay && (validTo === null || validTo >= fromDay));
  if (held.length === 0) return refuse('identity.acting-no-position', { name: person.fullName }, 'actingStaffId');
  if (held.every(({ role }) => role === 'administrator')) return refuse('identity.acting-administrator', {}, 'actingStaffId');
  return ok({ reason });
}
