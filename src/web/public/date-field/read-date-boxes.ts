import { type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';

/** What a person wrote into the three boxes of a date, as it stands. */
export interface DateBoxes {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export type DateBoxesProblem = Problem<'date.empty' | 'date.incomplete' | 'date.not-a-date'>;

/** What stands in the three boxes of a date field in a posted form, trimmed. */
export function dateBoxesOf(body: Readonly<Record<string, unknown>>, name: string): DateBoxes {
  const box = (part: string): string => {
    const value = body[`${name}-${part}`];
    return typeof value === 'string' ? value.trim().slice(0, 10) : '';
  };
  return { day: box('day'), month: box('month'), year: box('year') };
}

/**
 * Reads the three boxes of a date field as one date; `1/2/1956` and `01/02/1956` are the same.
 * Refuses empty boxes, missing parts, years without four digits and days that do not exist.
 */
export function readDateBoxes(body: Readonly<Record<string, unknown>>, name: string): Result<LocalDate, DateBoxesProblem> {
  const { day, month, year } = dateBoxesOf(body, name);
  if (day === '' && month === '' && year === '') return refuse('date.empty', undefined, name);
  if (day === '' || month === '' || year === '') return refuse('date.incomplete', undefined, name);
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return refuse('date.not-a-date', undefined, name);
  const date = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date.ok ? ok(date.value) : refuse('date.not-a-date', undefined, name);
}
