import { timeLeftWords } from '../../../kernel/date-words-time-left.ts';
import { momentWords } from '../../../kernel/date-words.ts';
import { computeDeadline } from '../../../kernel/legal-clock/compute-deadline.ts';
import { type DeadlineStep } from '../../../kernel/legal-clock/deadline-trace.ts';
import { measureDeadline } from '../../../kernel/legal-clock/measure-deadline.ts';
import { renderTrace } from '../../../kernel/legal-clock/render-trace.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type WorkItem } from '../contract/work-list-schemas.ts';
import { readLimit, readPauses } from '../domain/dossier-clock.ts';
import { TIME_MESSAGES } from '../ui/time-messages.ts';

/** The moments of a dossier that its clock rests on. */
export interface TimedDossier {
  readonly state: WorkItem['state'];
  readonly submitted_at: Date;
  readonly received_at: Date | null;
  readonly due_at: Date | null;
  readonly decided_at: Date | null;
  readonly time_limit?: string | null;
  readonly pauses: unknown;
  readonly ended_at: Date | null;
}

export interface TimeView {
  readonly timeState: WorkItem['timeState'];
  readonly timeWords: string;
  readonly used: number;
}

/** How a dossier's time stands at `now`, with its words; a decided dossier says whether it was in time. */
export function timeView(dossier: TimedDossier, calendar: WorkingCalendar, now: Date, locale: Locale): TimeView {
  const t = translator(TIME_MESSAGES, locale);
  if (dossier.state === 'rejected') return { timeState: 'finished', timeWords: t('rejected'), used: 1 };
  if (dossier.received_at === null && dossier.state === 'supplement-requested') return { timeState: 'paused', timeWords: t('waitingForCitizen'), used: 0 };
  if (dossier.received_at === null || dossier.due_at === null) {
    return { timeState: 'waiting', timeWords: t('waitingSince', { moment: momentWords(dossier.submitted_at.getTime(), locale, 'without-year') }), used: 0 };
  }
  if (dossier.state === 'stopped') return { timeState: 'finished', timeWords: t('stopped'), used: 1 };
  if (dossier.ended_at !== null) {
    const late = dossier.ended_at > dossier.due_at;
    return { timeState: late ? 'overdue' : 'finished', timeWords: late ? t('doneLate') : t('doneInTime'), used: 1 };
  }
  const measure = measureDeadline({ received: dossier.received_at.getTime(), limit: readLimit(dossier.time_limit ?? ''), pauses: readPauses(dossier.pauses), calendar, now: now.getTime() });
  if (!measure.ok) throw new Error(`the legal clock refused a dossier: ${measure.problem.code}`);
  return { timeState: measure.value.state, timeWords: timeLeftWords(measure.value, locale), used: measure.value.usedShare };
}

/** The steps of the legal clock for a received dossier; empty before reception. */
export function deadlineTrace(dossier: TimedDossier, calendar: WorkingCalendar): readonly DeadlineStep[] {
  if (dossier.received_at === null) return [];
  const computed = computeDeadline({ received: dossier.received_at.getTime(), limit: readLimit(dossier.time_limit ?? ''), pauses: readPauses(dossier.pauses), calendar });
  return computed.ok ? computed.value.trace : [];
}

/** Why the due date is what it is, line by line, in the reader's language. */
export function traceLines(dossier: TimedDossier, calendar: WorkingCalendar, locale: Locale): readonly string[] {
  return renderTrace(deadlineTrace(dossier, calendar), locale);
}
