import { findDeadline } from '../../../kernel/legal-clock/compute-deadline.ts';
import { type Pause } from '../../../kernel/legal-clock/pause.ts';
import { parseTimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type Agency, type GroupMember, type LinkedGroup } from './linked-group.ts';

/**
 * Where one child of a case stands. `waiting`: for the result of another child; `finished`: with its result; `refused`: with a negative one;
 * `stopped`: it could not go on; `withdrawn`: the citizen did not want it any more.
 */
export type ChildState = 'waiting' | 'in-progress' | 'paused' | 'finished' | 'refused' | 'stopped' | 'withdrawn';

/** Why the clock of a child stands still: the citizen supplements, the householder consents, a system is down. */
export type PauseReason = 'supplement' | 'consent' | 'incident';

/** One procedure of a case, with its agency, its clock and its result. */
export interface LinkedChild {
  readonly key: string;
  readonly agency: Agency;
  readonly state: ChildState;
  readonly dependsOn: readonly string[];
  /** In the notation of the legal clock; it counts from `clockFrom`. */
  readonly limit: string;
  /** Null while it waits and its limit does not count yet. */
  readonly clockFrom: Instant | null;
  readonly startedAt: Instant | null;
  /** While it waits: when it will be due if those before it use their whole time. */
  readonly dueAt: Instant;
  readonly endedAt: Instant | null;
  readonly pauses: readonly Pause[];
  readonly pauseReason: PauseReason | null;
  /** By when the citizen answers an open pause. */
  readonly answerBy: Instant | null;
  readonly resultNumber: string | null;
  /** Why it ended without its result, or a note on it. */
  readonly words: string | null;
}

/** Whether nothing more will come of a child. */
export function isChildEnded(state: ChildState): boolean {
  return state === 'finished' || state === 'refused' || state === 'stopped' || state === 'withdrawn';
}

/** When a limit that counts from a moment ends; while a pause is open, when it would have ended. Throws on an unreadable limit: the data are ours. */
export function endOfLimit(notation: string, from: Instant, calendar: WorkingCalendar, pauses: readonly Pause[] = []): Instant {
  const limit = parseTimeLimit(notation);
  if (!limit.ok) throw new Error(`a linked group has the unreadable limit ${notation}`);
  const found = findDeadline({ received: from, limit: limit.value, pauses, calendar });
  if (!found.ok) throw new Error(`the legal clock refused a linked case: ${found.problem.code}`);
  return found.value.state === 'paused' ? found.value.dueBefore : found.value.due;
}

/**
 * The due moments of all children again: of those at work from their own beginning, of those that wait from when the ones before them are
 * due. A child with a dossier of its own in this commune takes its moment from there, and what has ended keeps it.
 */
export function withDueMoments(children: readonly LinkedChild[], calendar: WorkingCalendar): readonly LinkedChild[] {
  const done: LinkedChild[] = [];
  for (const child of children) {
    if (isChildEnded(child.state) || (child.agency === 'commune' && child.clockFrom !== null)) {
      done.push(child);
      continue;
    }
    const before = done.filter(({ key }) => child.dependsOn.includes(key)).map(({ endedAt, dueAt }) => endedAt ?? dueAt);
    const from = child.clockFrom ?? Math.max(...before);
    done.push({ ...child, dueAt: endOfLimit(child.limit, from, calendar, child.pauses) });
  }
  return done;
}

/** When the whole case is due: with its last child. Children that will bring nothing do not hold it up. */
export function caseDueAt(children: readonly LinkedChild[]): Instant {
  const counting = children.filter(({ state }) => state !== 'withdrawn' && state !== 'stopped');
  return Math.max(...(counting.length === 0 ? children : counting).map(({ dueAt }) => dueAt));
}

/** When nothing of the case is open any more: the moment its last child ended; null before. */
export function caseEndedAt(children: readonly LinkedChild[]): Instant | null {
  return children.every(({ state }) => isChildEnded(state)) ? Math.max(...children.map(({ endedAt }) => endedAt ?? 0)) : null;
}

function limitOf(group: LinkedGroup, member: GroupMember, verification: boolean): string {
  const own = verification ? member.withVerification : member.limit;
  const whole = verification ? group.whole?.withVerification : group.whole?.limit;
  const limit = own ?? whole;
  if (limit === undefined) throw new Error(`the linked group ${group.code} gives ${member.key} no limit`);
  return limit;
}

/** A case as it begins: its first children at work, the others waiting, each with its due moment. `wished`: optional members that the citizen wants. */
export function planCase(
  group: LinkedGroup,
  wishes: { readonly wished: readonly string[]; readonly verification: boolean },
  receivedAt: Instant,
  calendar: WorkingCalendar,
): readonly LinkedChild[] {
  const members = group.members.filter(({ key, optional }) => !optional || wishes.wished.includes(key));
  const children = members.map((member): LinkedChild => {
    const first = member.dependsOn.length === 0;
    const withinWhole = (wishes.verification ? member.withVerification : member.limit) === null;
    const limit = limitOf(group, member, wishes.verification);
    return {
      key: member.key,
      agency: member.agency,
      state: first ? 'in-progress' : 'waiting',
      dependsOn: member.dependsOn,
      limit,
      clockFrom: first || withinWhole ? receivedAt : null,
      startedAt: first ? receivedAt : null,
      dueAt: first ? endOfLimit(limit, receivedAt, calendar) : 0,
      endedAt: null,
      pauses: [],
      pauseReason: null,
      answerBy: null,
      resultNumber: null,
      words: null,
    };
  });
  return withDueMoments(children, calendar);
}
