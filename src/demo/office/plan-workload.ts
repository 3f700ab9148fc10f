import { dateOf, type DayNumber, instantOn, type Instant, MS_PER_MINUTE, weekdayOfDay } from '../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../kernel/working-calendar.ts';
import { type StepKey } from '../../modules/dossiers/domain/dossier-states.ts';
import { type DemoTask } from '../demo-data.ts';
import { type Random } from '../random.ts';
import { type DemoProcedure, type ProceduresOn } from './demo-procedures.ts';

/** What becomes of a dossier after its reception. */
export type Fate =
  /** It runs through the steps at the office's usual pace; `late` ones are decided after their due date. */
  | { readonly kind: 'runs'; readonly late: boolean; readonly sentBack: boolean }
  /** It stands at a step now; one that is not wanted overdue runs on where a long holiday has let its time pass. */
  | { readonly kind: 'stands'; readonly at: StepKey; readonly overdue: boolean }
  /** Its result is ready and nobody has come for it. */
  | { readonly kind: 'uncollected' };

/** How somebody files. */
export type Channel = 'counter' | 'online' | 'post' | 'home';

/** A dossier that will be received. */
export interface PlannedReception {
  readonly task: DemoTask;
  readonly procedure: DemoProcedure;
  readonly channel: Channel;
  /** The declaration's moment; at the counter the reception itself. */
  readonly submittedAt: Instant;
  readonly receivedAt: Instant;
  readonly fate: Fate;
}

/** What the office of the demonstration looks like. */
export interface Workload {
  readonly calendar: WorkingCalendar;
  readonly tasks: readonly DemoTask[];
  readonly proceduresOn: ProceduresOn;
  readonly now: Instant;
  readonly random: Random;
}

/** How many dossiers come in on a day from Monday to Friday, from and to; made-up Saturdays are quiet. */
const LOAD: Readonly<Record<number, readonly [number, number]>> = { 1: [17, 25], 2: [13, 20], 3: [11, 19], 4: [13, 20], 5: [9, 16], 6: [8, 12] };
const QUIET: readonly [number, number] = [8, 12];

/** Nobody is received in the last minutes before the doors close. */
const LAST_ENTRY_MINUTES = 10;

/** The receptions of one working day up to `now`, in order of time, beside those that are planned for it already. */
export function planDay(workload: Workload, day: DayNumber, previousDay: DayNumber, planned: number): readonly PlannedReception[] {
  const { now, proceduresOn, random, tasks } = workload;
  const procedures = proceduresOn(dateOf(day));
  const asked = tasks.filter(({ code }) => procedures.has(code)).map((task) => [task, task.weight] as const);
  if (asked.length === 0) return [];
  const [least, most] = LOAD[weekdayOfDay(day)] ?? QUIET;
  const moments = Array.from({ length: Math.max(0, random.between(least, most) - planned) }, () => receptionMoment(workload, day))
    .filter((moment) => moment <= now)
    .sort((a, b) => a - b);
  return moments.map((receivedAt): PlannedReception => {
    const task = random.weighted(asked);
    const procedure = procedures.get(task.code);
    if (procedure === undefined) throw new Error(`${task.code} is not in force`);
    const channel = chooseChannel(task, procedure, random);
    return {
      task,
      procedure,
      channel,
      receivedAt,
      submittedAt: channel === 'online' ? declarationMoment(receivedAt, day, previousDay, random) : receivedAt,
      fate: { kind: 'runs', late: random.chance(task.code === '2.000815' ? 0.005 : 0.05), sentBack: random.chance(0.03) },
    };
  });
}

/** Most people come in the first hours of a session, and more in the morning than in the afternoon. */
function receptionMoment({ calendar, random }: Workload, day: DayNumber): Instant {
  const sessions = calendar.day(day).sessions.map((session, place) => [session, place === 0 ? 3 : 2] as const);
  const { opens, closes } = random.weighted(sessions);
  const open = instantOn(day, opens) + MS_PER_MINUTE;
  const long = instantOn(day, closes) - LAST_ENTRY_MINUTES * MS_PER_MINUTE - open;
  return wholeSeconds(open + Math.max(0, long) * random.next() ** 1.3);
}

/** How somebody files: on line as often as the task says, by post or at home now and then, else at the counter. */
export function chooseChannel(task: DemoTask, { channels }: DemoProcedure, random: Random): Channel {
  if (channels.includes('online') && random.chance(task.online)) return 'online';
  if (channels.includes('post') && random.chance(0.03)) return 'post';
  return channels.includes('home') && random.chance(0.12) ? 'home' : 'counter';
}

/** People declare in the evening, or on the way to work: after the last working day and before somebody at the counter reads it. */
export function declarationMoment(receivedAt: Instant, day: DayNumber, previousDay: DayNumber, random: Random): Instant {
  const thisMorning = instantOn(day, 6 * 60);
  const early = wholeSeconds(receivedAt - random.between(12, 150) * MS_PER_MINUTE);
  if (early > thisMorning && random.chance(0.4)) return early;
  return wholeSeconds(instantOn(random.between(previousDay, day - 1), 18 * 60 + 30) + random.between(0, 240 * 60) * 1000);
}

/** The clock of the office shows no fractions of a second. */
export function wholeSeconds(instant: Instant): Instant {
  return Math.floor(instant / 1000) * 1000;
}
