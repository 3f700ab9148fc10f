import { dayAt, instantOn, MS_PER_MINUTE, parseTimeOfDay } from '../../kernel/local-time.ts';
import { type Schedule } from './job.ts';

/** The first moment after `now` at which a job of this schedule runs. Throws on a time of day that does not exist. */
export function nextRun(schedule: Schedule, now: Date): Date {
  const at = now.getTime();
  if ('everyMinutes' in schedule) return new Date(at + schedule.everyMinutes * MS_PER_MINUTE);
  const minute = parseTimeOfDay(schedule.dailyAt);
  if (!minute.ok) throw new Error(`a job cannot run daily at ${schedule.dailyAt}`);
  const today = instantOn(dayAt(at), minute.value);
  return new Date(today > at ? today : instantOn(dayAt(at) + 1, minute.value));
}
