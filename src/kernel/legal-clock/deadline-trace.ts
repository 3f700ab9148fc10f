import { type LocalDate } from '../local-time.ts';
import { type DayOffReason } from '../working-calendar.ts';
import { type TimeLeft } from './time-left.ts';
import { type NormalizeReason } from './working-time.ts';

/** A moment as people read it, local wall time with its offset: `2026-11-26T17:00:00+07:00`. */
export type LocalMoment = string;

/** How a finished pause moves the due moment; the unit of the limit decides which. */
export type PauseEffect =
  /** What was left when the pause began is counted again from the first working moment after it. */
  | { readonly kind: 'left-counted-again'; readonly leftMinutes: number; readonly resumesAt: LocalMoment }
  /** The same-day rule starts anew when the answer arrives. */
  | { readonly kind: 'started-again'; readonly at: LocalMoment }
  | { readonly kind: 'moved-by-days'; readonly days: number }
  | { readonly kind: 'moved-by-minutes'; readonly minutes: number };

/** One step on the way to a due moment, as facts without prose. The last `due` step is the result; `paused` stands in its place while a pause is open. */
export type DeadlineStep =
  | { readonly step: 'received'; readonly at: LocalMoment; readonly limit: string }
  | { readonly step: 'normalized'; readonly from: LocalMoment; readonly to: LocalMoment; readonly reason: NormalizeReason }
  | { readonly step: 'day-off'; readonly date: LocalDate; readonly off: DayOffReason }
  | { readonly step: 'make-up-day'; readonly date: LocalDate; readonly name: string; readonly basis: string | null }
  | { readonly step: 'same-day-cut-off'; readonly at: LocalMoment; readonly cutOff: string; readonly after: boolean }
  | { readonly step: 'late-start'; readonly received: LocalMoment; readonly cutOff: string; readonly from: LocalMoment }
  | { readonly step: 'counted-working-days'; readonly after: LocalDate; readonly days: number; readonly last: LocalDate }
  | { readonly step: 'counted-working-hours'; readonly from: LocalMoment; readonly hours: number; readonly to: LocalMoment }
  | { readonly step: 'counted-days'; readonly after: LocalDate; readonly days: number; readonly last: LocalDate }
  | { readonly step: 'counted-hours'; readonly from: LocalMoment; readonly hours: number; readonly to: LocalMoment }
  | { readonly step: 'rolled'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly step: 'due'; readonly at: LocalMoment }
  | {
      readonly step: 'pause';
      readonly from: LocalMoment;
      readonly to: LocalMoment;
      /** How many recorded pauses this one stands for, after joining those that overlap or touch. */
      readonly parts: number;
      /** The pause was recorded as beginning before the receipt and was cut there. */
      readonly clipped: boolean;
      readonly effect: PauseEffect;
    }
  | {
      readonly step: 'pause-ignored';
      readonly from: LocalMoment;
      readonly to: LocalMoment | null;
      readonly reason: 'empty' | 'before-receipt' | 'after-due';
    }
  | { readonly step: 'paused'; readonly since: LocalMoment; readonly dueBefore: LocalMoment; readonly left: TimeLeft };
