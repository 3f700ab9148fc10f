import { type LocalDate } from './local-time.ts';

/** One stretch of opening hours that returns every week. `validFrom` and `validTo` are the first and last day it holds, null for no end. */
export interface WorkingSessionRow {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** `07:00`. */
  readonly opens: string;
  /** `11:30`; `24:00` is midnight at the end of the day. */
  readonly closes: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** Opening hours of one date beside the week, such as one Saturday morning. */
export interface ExtraSessionRow {
  readonly date: LocalDate;
  readonly opens: string;
  readonly closes: string;
}

/**
 * Why a date leaves the week: nghỉ lễ, nghỉ bù, hoán đổi nghỉ and a local closing of the office (đóng cửa tại xã) are off, làm bù is a
 * full working day (Bộ luật Lao động 2019, Điều 111 khoản 3 and Điều 112).
 */
export type DayOverrideKind = 'statutory' | 'compensatory' | 'swap-off' | 'make-up-work' | 'local-closing';

/** How sure a day is: a notice, the law by date arithmetic, the rule with the notice still missing, or a guess. */
export type DayOverrideStatus = 'confirmed' | 'law-fixed' | 'expected' | 'estimate';

/** A date that wins over the week. */
export interface DayOverride {
  readonly date: LocalDate;
  readonly kind: DayOverrideKind;
  /** Vietnamese name for people. */
  readonly name: string;
  /** The law or notice it rests on, null when there is none yet. */
  readonly basis: string | null;
  readonly status: DayOverrideStatus;
}

/** Everything that a commune's calendar is made of. */
export interface CalendarRows {
  readonly sessions: readonly WorkingSessionRow[];
  readonly extraSessions: readonly ExtraSessionRow[];
  /** Where two rows name one date the later row wins, so that a new notice is simply one more row. */
  readonly overrides: readonly DayOverride[];
  /** Years whose holidays are all in `overrides`; the holidays of every other year are computed and marked `expected`. */
  readonly settledYears: readonly number[];
}
