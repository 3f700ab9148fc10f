import { type TimeLimit } from './procedure-pack.ts';

const HOURS_A_DAY = 8;

/**
 * The most working hours that can lie within a time limit, with 8 hours to the working day and 5 working days to the week;
 * undefined while the limit is undetermined. Steps that add up to more can never be kept.
 */
export function mostWorkingHours(limit: TimeLimit): number | undefined {
  switch (limit.unit) {
    case 'undetermined':
      return undefined;
    case 'same-day':
      return HOURS_A_DAY;
    case 'working-day':
      return limit.value * HOURS_A_DAY;
    case 'working-hour':
      return limit.value;
    case 'day':
      return (5 * Math.floor(limit.value / 7) + Math.min(5, limit.value % 7)) * HOURS_A_DAY;
    case 'clock-hour':
      return Math.min(limit.value, Math.ceil(limit.value / 24) * HOURS_A_DAY);
  }
}
