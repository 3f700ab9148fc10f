import { type Week } from '../../contract/calendar-schemas.ts';
import { type HoursWish, type TypedSession } from '../../domain/decide-hours-change.ts';

/** Hours that are being entered; `from` empty: no day yet. */
export interface HoursDraft {
  readonly from: string;
  readonly sessions: readonly TypedSession[];
  readonly basis: string;
}

/** As many as a day of an office has. */
export const MOST_SESSIONS = 4;

/** The sessions of one day with their places in the draft, by which the server names what is wrong. */
export function sessionsOfDay(sessions: readonly TypedSession[], weekday: number): readonly { readonly session: TypedSession; readonly place: number }[] {
  return sessions.flatMap((session, place) => (session.weekday === weekday ? [{ session, place }] : []));
}

/** The draft of a week as it stands, for changing it. */
export function draftOf(week: Week): readonly TypedSession[] {
  return week.map(({ weekday, opens, closes }) => ({ weekday, opens, closes }));
}

/** The sessions of one day put on other days in place of theirs. */
export function copyDay(sessions: readonly TypedSession[], from: number, to: readonly number[]): readonly TypedSession[] {
  const own = sessions.filter(({ weekday }) => weekday === from);
  return [...sessions.filter(({ weekday }) => !to.includes(weekday)), ...to.flatMap((weekday) => own.map((session) => ({ ...session, weekday })))];
}

/** What is asked of the server. */
export function wishOf({ from, sessions, basis }: HoursDraft): HoursWish {
  return { act: 'plan', from, sessions: [...sessions], basis };
}
