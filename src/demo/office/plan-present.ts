import { dateAt, dateOf, type DayNumber, instantOn, type Instant, MS_PER_MINUTE } from '../../kernel/local-time.ts';
import { type StepKey } from '../../modules/dossiers/domain/dossier-states.ts';
import { chooseChannel, declarationMoment, type Fate, type PlannedReception, wholeSeconds, type Workload } from './plan-workload.ts';
import { currentWorkingDay, listWorkingDays, workingMinutesBefore } from './working-moments.ts';

/** A dossier that the screens need now: received so many working days before the day that the office works on. */
interface Wanted {
  /** Procedures with the same time limit; the first that is in force is taken. */
  readonly codes: readonly string[];
  readonly daysAgo: number;
  /** Local time of the reception, in minutes since midnight. */
  readonly minute: number;
  readonly fate: Fate;
}

const at = (step: StepKey): Fate => ({ kind: 'stands', at: step, overdue: false });
const ready: Fate = { kind: 'uncollected' };
const clock = (hour: number, minute: number): number => hour * 60 + minute;

/**
 * What every list of the workspace must have something of: one dossier overdue since the last working day, some due on this one,
 * some at every step with time left, and results that wait for their owners. Days are counted so that this holds on any day.
 */
const WANTED: readonly Wanted[] = [
  { codes: ['1.004859', '1.001731'], daysAgo: 4, minute: clock(9, 22), fate: { kind: 'stands', at: 'approve', overdue: true } },
  { codes: ['1.004873', '1.001653'], daysAgo: 3, minute: clock(8, 12), fate: at('appraise') },
  { codes: ['1.004884', '1.010833'], daysAgo: 5, minute: clock(10, 5), fate: at('approve') },
  { codes: ['1.001612'], daysAgo: 3, minute: clock(14, 31), fate: at('seal') },
  { codes: ['1.004873'], daysAgo: 2, minute: clock(15, 2), fate: at('appraise') },
  { codes: ['1.004884'], daysAgo: 1, minute: clock(9, 18), fate: at('appraise') },
  { codes: ['1.004772'], daysAgo: 2, minute: clock(8, 33), fate: at('appraise') },
  { codes: ['1.001022'], daysAgo: 1, minute: clock(10, 26), fate: at('appraise') },
  { codes: ['1.004859'], daysAgo: 2, minute: clock(14, 22), fate: at('appraise') },
  { codes: ['1.004873'], daysAgo: 1, minute: clock(10, 49), fate: at('appraise') },
  { codes: ['1.004746'], daysAgo: 3, minute: clock(13, 47), fate: at('appraise') },
  { codes: ['1.004873'], daysAgo: 1, minute: clock(15, 31), fate: at('appraise') },
  { codes: ['1.004837'], daysAgo: 1, minute: clock(8, 41), fate: at('appraise') },
  { codes: ['1.004859'], daysAgo: 1, minute: clock(14, 8), fate: at('appraise') },
  { codes: ['1.001776'], daysAgo: 2, minute: clock(9, 50), fate: at('appraise') },
  { codes: ['1.001699'], daysAgo: 9, minute: clock(8, 25), fate: at('appraise') },
  { codes: ['1.013225'], daysAgo: 6, minute: clock(10, 14), fate: at('appraise') },
  { codes: ['1.004222'], daysAgo: 3, minute: clock(9, 3), fate: at('appraise') },
  { codes: ['1.001776'], daysAgo: 6, minute: clock(15, 20), fate: at('approve') },
  { codes: ['1.010833'], daysAgo: 3, minute: clock(8, 55), fate: at('approve') },
  { codes: ['1.013225'], daysAgo: 10, minute: clock(13, 58), fate: at('approve') },
  { codes: ['1.004222'], daysAgo: 5, minute: clock(9, 31), fate: at('approve') },
  { codes: ['1.001731'], daysAgo: 2, minute: clock(10, 32), fate: at('seal') },
  { codes: ['1.011607'], daysAgo: 7, minute: clock(14, 44), fate: at('seal') },
  { codes: ['1.004873'], daysAgo: 5, minute: clock(9, 12), fate: ready },
  { codes: ['1.001612'], daysAgo: 6, minute: clock(8, 47), fate: ready },
  { codes: ['1.001193'], daysAgo: 2, minute: clock(8, 20), fate: ready },
  { codes: ['1.001193'], daysAgo: 1, minute: clock(8, 5), fate: ready },
  { codes: ['1.000656'], daysAgo: 1, minute: clock(7, 55), fate: ready },
  { codes: ['1.004859'], daysAgo: 8, minute: clock(14, 12), fate: ready },
  { codes: ['2.000635'], daysAgo: 1, minute: clock(9, 40), fate: ready },
  { codes: ['1.001653'], daysAgo: 7, minute: clock(10, 21), fate: ready },
];

/** Dossiers that came in a few working minutes ago and lie at the counter still. */
const JUST_IN: readonly (readonly [code: string, minutesAgo: number])[] = [
  ['1.001776', 4],
  ['1.004873', 16],
  ['1.013225', 38],
  ['1.001699', 55],
];

/** Declarations that nobody has read yet. */
const UNREAD: readonly (readonly [code: string, minutesAgo: number])[] = [
  ['1.001193', 7],
  ['1.004873', 48],
  ['2.000635', 3 * 60 + 10],
  ['1.001612', 9 * 60 + 25],
  ['1.000656', 21 * 60 + 5],
  ['1.004859', 44 * 60 + 40],
];

/** A declaration that waits to be received. */
export interface PlannedDeclaration extends Pick<PlannedReception, 'task' | 'procedure' | 'submittedAt'> {
  /** When and why it was refused; null while it waits. */
  readonly rejectedAt: Instant | null;
}

/** The receptions that stand somewhere now. Those whose procedure is not in force are left out. */
export function planStanding(workload: Workload): readonly PlannedReception[] {
  const { calendar, now, random } = workload;
  const today = currentWorkingDay(calendar, now);
  const before = listWorkingDays(calendar, today - 60, today - 1).toReversed();
  const older = WANTED.flatMap(({ codes, daysAgo, minute, fate }) => {
    const day = before[daysAgo - 1];
    if (day === undefined) return [];
    const receivedAt = momentOn(workload, day, minute);
    const found = findProcedure(workload, codes, receivedAt);
    if (found === undefined) return [];
    const channel = chooseChannel(found.task, found.procedure, random);
    const submittedAt = channel === 'online' ? declarationMoment(receivedAt, day, before[daysAgo] ?? day - 1, random) : receivedAt;
    return [{ ...found, channel, submittedAt, receivedAt, fate }];
  });
  const fresh = JUST_IN.flatMap(([code, minutes]): readonly PlannedReception[] => {
    const receivedAt = wholeSeconds(workingMinutesBefore(calendar, now, minutes));
    const found = findProcedure(workload, [code], receivedAt);
    return found === undefined ? [] : [{ ...found, channel: 'counter', submittedAt: receivedAt, receivedAt, fate: at('receive') }];
  });
  return [...older, ...fresh];
}

/** The declarations that wait now, oldest last. */
export function planUnread(workload: Workload): readonly PlannedDeclaration[] {
  const declared = workload.tasks.filter(({ online }) => online > 0).map((task) => task.code);
  return UNREAD.flatMap(([code, minutes]) => {
    const submittedAt = wholeSeconds(workload.now - minutes * MS_PER_MINUTE);
    const found = findProcedure(workload, [code, ...declared], submittedAt);
    return found === undefined ? [] : [{ ...found, submittedAt, rejectedAt: null }];
  });
}

/** Half of the weeks bring a declaration that has to be refused. */
export function planRejected(workload: Workload, days: readonly DayNumber[]): readonly PlannedDeclaration[] {
  const { now, random } = workload;
  return days.flatMap((day, place) => {
    const evening = days[place - 1];
    if (evening === undefined || !random.chance(0.1)) return [];
    const submittedAt = wholeSeconds(instantOn(evening, clock(19, 0)) + random.between(0, 180 * 60) * 1000);
    const rejectedAt = wholeSeconds(momentOn(workload, day, clock(7, 40)) + random.between(0, 90 * 60) * 1000);
    const found = findProcedure(workload, [random.pick(UNREAD)[0]], submittedAt);
    return found === undefined || rejectedAt > now ? [] : [{ ...found, submittedAt, rejectedAt }];
  });
}

/** The first of the procedures that is in force. */
function findProcedure({ proceduresOn, tasks }: Workload, codes: readonly string[], moment: Instant): Pick<PlannedReception, 'task' | 'procedure'> | undefined {
  const procedures = proceduresOn(dateAt(moment));
  for (const code of codes) {
    const task = tasks.find((one) => one.code === code);
    const procedure = procedures.get(code);
    if (task !== undefined && procedure !== undefined) return { task, procedure };
  }
  return undefined;
}

/** The moment at a local time of a working day, moved into its hours where the day has others. */
function momentOn({ calendar }: Workload, day: DayNumber, minute: number): Instant {
  const { sessions } = calendar.day(day);
  const session = sessions.find(({ opens, closes }) => minute >= opens && minute < closes);
  if (session !== undefined) return instantOn(day, minute);
  const first = sessions[0];
  if (first === undefined) throw new Error(`${dateOf(day)} is no working day`);
  return instantOn(day, first.opens + (minute % 60));
}
