import { type Instant } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { endOfLimit, isChildEnded, type LinkedChild, type PauseReason, withDueMoments } from './linked-case.ts';
import { type LinkedGroup } from './linked-group.ts';

/** What happened to a case or one of its children, as the case's history names it. */
export type CaseEvent =
  | 'case-received' | 'facts-corrected' | 'child-started' | 'child-finished' | 'child-refused' | 'child-stopped' | 'child-withdrawn' | 'child-paused' | 'child-resumed' | 'child-reopened'
  | 'transfer-sent' | 'transfer-fault' | 'transfer-failed' | 'transfer-refused' | 'transfer-acknowledged' | 'transfer-unacknowledged' | 'transfer-retried' | 'transfer-repaired' | 'answer-repeated';

/** One line of a case's history. */
export interface CaseLine {
  readonly event: CaseEvent;
  readonly childKey: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

/** What is to be told to the agency of a child: the request itself, the citizen's supplement, or that it is not wanted any more. */
export type TransferKind = 'request' | 'supplement' | 'withdrawal';

/** What a decision on a case changes. */
export interface CaseChange {
  readonly children: readonly LinkedChild[];
  readonly transfers: readonly { readonly childKey: string; readonly kind: TransferKind }[];
  readonly lines: readonly CaseLine[];
}

/** How a child ends. */
export interface ChildEnd {
  readonly state: 'finished' | 'refused' | 'stopped' | 'withdrawn';
  readonly resultNumber: string | null;
  readonly words: string | null;
}

const EVENT_OF_END = { finished: 'child-finished', refused: 'child-refused', stopped: 'child-stopped', withdrawn: 'child-withdrawn' } as const satisfies Record<ChildEnd['state'], CaseEvent>;

function childOf(children: readonly LinkedChild[], key: string): LinkedChild {
  const child = children.find((one) => one.key === key);
  if (child === undefined) throw new Error(`the case has no child ${key}`);
  return child;
}

function factsOf(facts: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]])));
}

function closed(child: LinkedChild, at: Instant): Pick<LinkedChild, 'pauses' | 'pauseReason' | 'answerBy'> {
  return { pauses: child.pauses.map(({ from, to }) => ({ from, to: to ?? Math.max(from, at) })), pauseReason: null, answerBy: null };
}

/**
 * Ends a child. With a positive result the children that waited for it begin and their requests go out; without one they are stopped,
 * because what they need will never come. Refuses a child that has ended already: an answer that comes twice changes nothing.
 */
export function endChild(children: readonly LinkedChild[], key: string, end: ChildEnd, at: Instant, calendar: WorkingCalendar): Result<CaseChange> {
  const child = childOf(children, key);
  if (isChildEnded(child.state)) return refuse('linked-case.child-ended');
  let now = children.map((one): LinkedChild => (one.key === key ? { ...one, ...closed(one, at), ...end, endedAt: at } : one));
  const lines: CaseLine[] = [{ event: EVENT_OF_END[end.state], childKey: key, facts: factsOf({ number: end.resultNumber, note: end.words }) }];
  const transfers: { childKey: string; kind: TransferKind }[] = [];
  // Members stand behind those they depend on, so one pass reaches the last of a chain.
  for (const { key: waiting } of children) {
    const one = childOf(now, waiting);
    if (one.state !== 'waiting') continue;
    const needed = one.dependsOn.map((needs) => childOf(now, needs));
    if (needed.every(({ state }) => state === 'finished')) {
      now = now.map((other) => (other.key === waiting ? { ...other, state: 'in-progress', startedAt: at, clockFrom: other.clockFrom ?? at } : other));
      lines.push({ event: 'child-started', childKey: waiting, facts: {} });
      if (one.agency !== 'commune') transfers.push({ childKey: waiting, kind: 'request' });
    } else if (needed.some(({ state }) => isChildEnded(state) && state !== 'finished')) {
      now = now.map((other) => (other.key === waiting ? { ...other, state: 'stopped', endedAt: at } : other));
      lines.push({ event: 'child-stopped', childKey: waiting, facts: { because: key } });
    }
  }
  return ok({ children: withDueMoments(now, calendar), transfers, lines });
}

/** A decision was taken back: the child is at work again, and what was stopped only because of it waits again. What has begun goes on. */
export function reopenChild(children: readonly LinkedChild[], key: string, calendar: WorkingCalendar): CaseChange {
  const now = children.map((one): LinkedChild => {
    if (one.key === key) return { ...one, state: 'in-progress', endedAt: null, resultNumber: null, words: null };
    return one.state === 'stopped' && one.startedAt === null && one.dependsOn.includes(key) ? { ...one, state: 'waiting', endedAt: null } : one;
  });
  return { children: withDueMoments(now, calendar), transfers: [], lines: [{ event: 'child-reopened', childKey: key, facts: {} }] };
}

const LIMIT_OF_PAUSE = { supplement: 'supplement', consent: 'consent', incident: 'notice' } as const satisfies Record<PauseReason, keyof LinkedGroup>;

/** Stops the clock of a child until somebody outside answers, for at most the group's limit. Refuses one that is not at work. */
export function pauseChild(
  group: LinkedGroup,
  children: readonly LinkedChild[],
  key: string,
  pause: { readonly reason: PauseReason; readonly words: string | null },
  at: Instant,
  calendar: WorkingCalendar,
): Result<CaseChange> {
  const child = childOf(children, key);
  if (child.state !== 'in-progress') return refuse('linked-case.action-not-possible');
  const limit = group[LIMIT_OF_PAUSE[pause.reason]];
  if (limit === null) return refuse('linked-case.action-not-possible');
  const answerBy = endOfLimit(limit, at, calendar);
  const now = children.map((one): LinkedChild => (one.key === key ? { ...one, state: 'paused', pauses: [...one.pauses, { from: at, to: null }], pauseReason: pause.reason, answerBy } : one));
  return ok({ children: withDueMoments(now, calendar), transfers: [], lines: [{ event: 'child-paused', childKey: key, facts: factsOf({ reason: pause.reason, note: pause.words }) }] });
}

/** The answer came: the clock goes on, and a supplement is passed on to the agency. Refuses a child that does not stand still. */
export function resumeChild(children: readonly LinkedChild[], key: string, words: string | null, at: Instant, calendar: WorkingCalendar): Result<CaseChange> {
  const child = childOf(children, key);
  if (child.state !== 'paused') return refuse('linked-case.action-not-possible');
  const now = children.map((one): LinkedChild => (one.key === key ? { ...one, ...closed(one, at), state: 'in-progress' } : one));
  return ok({
    children: withDueMoments(now, calendar),
    transfers: child.pauseReason === 'supplement' ? [{ childKey: key, kind: 'supplement' }] : [],
    lines: [{ event: 'child-resumed', childKey: key, facts: factsOf({ reason: child.pauseReason, note: words }) }],
  });
}
