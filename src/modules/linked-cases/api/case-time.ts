import { timeLeftWords } from '../../../kernel/date-words-time-left.ts';
import { type DeadlineMeasure } from '../../../kernel/legal-clock/measure-deadline.ts';
import { dueDay, timeLeftUntil, wholeMinutes } from '../../../kernel/legal-clock/time-left.ts';
import { parseTimeLimit, type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { workingDaysAfter, workingTimeBetween } from '../../../kernel/legal-clock/working-time.ts';
import { dayAt, type Instant } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type CaseResponse } from '../contract/linked-case-schemas.ts';
import { type LinkedChild } from '../domain/linked-case.ts';
import { CASE_WORDS } from '../ui/case-messages.ts';

/** How the time of a case or a child stands: its state, its words and the used part, 0 to 1. */
export type Standing = Pick<CaseResponse, 'timeState' | 'timeWords' | 'used'>;

interface Span {
  readonly from: Instant;
  readonly due: Instant;
  readonly limit: TimeLimit;
}

/** What is left of a whole case is told in working days, whatever its parts count in. */
const WORKING_DAYS: TimeLimit = { unit: 'working-day', value: 1 };

function share({ from, due, limit }: Span, calendar: WorkingCalendar, now: Instant): number {
  const between = (start: Instant, end: Instant): number => (limit.unit === 'clock-hour' ? Math.max(0, end - start) : workingTimeBetween(calendar, start, end));
  const whole = between(from, due);
  return whole === 0 ? 0 : Math.min(1, between(from, now) / whole);
}

function measure(span: Span, calendar: WorkingCalendar, now: Instant): DeadlineMeasure {
  const { from, due, limit } = span;
  const today = dayAt(now);
  const lastDay = dueDay(limit, due);
  if (now > due) return { state: 'overdue', due, usedMinutes: 0, overdueBy: { days: Math.max(0, today - lastDay), minutes: wholeMinutes(now - due) }, usedShare: 1 };
  const state = today >= lastDay ? 'due-today' : workingDaysAfter(calendar, today, lastDay) <= 1 ? 'near' : 'in-time';
  return { state, due, usedMinutes: 0, left: timeLeftUntil(calendar, limit, Math.max(now, from), due), usedShare: share(span, calendar, now) };
}

function running(span: Span, calendar: WorkingCalendar, now: Instant, locale: Locale): Standing {
  const measured = measure(span, calendar, now);
  return { timeState: measured.state, timeWords: timeLeftWords(measured, locale), used: measured.usedShare };
}

/** How a whole case stands: until its last child is due, or whether it ended in time. */
export function standingOfCase(linkedCase: { readonly receivedAt: Instant; readonly dueAt: Instant; readonly endedAt: Instant | null }, calendar: WorkingCalendar, now: Instant, locale: Locale): Standing {
  const t = translator(CASE_WORDS, locale);
  const { receivedAt, dueAt, endedAt } = linkedCase;
  if (endedAt !== null) return endedAt > dueAt ? { timeState: 'overdue', timeWords: t('time.done-late'), used: 1 } : { timeState: 'finished', timeWords: t('time.done'), used: 1 };
  return running({ from: receivedAt, due: dueAt, limit: WORKING_DAYS }, calendar, now, locale);
}

/** How one child stands. A paused one shows how much was used when its clock stopped. */
export function standingOfChild(child: LinkedChild, calendar: WorkingCalendar, now: Instant, locale: Locale): Standing {
  const t = translator(CASE_WORDS, locale);
  const parsed = parseTimeLimit(child.limit);
  const span = { from: child.clockFrom ?? child.dueAt, due: child.dueAt, limit: parsed.ok ? parsed.value : WORKING_DAYS };
  switch (child.state) {
    case 'waiting':
      return { timeState: 'waiting', timeWords: t('time.waiting'), used: 0 };
    case 'in-progress':
      return running(span, calendar, now, locale);
    case 'paused':
      return { timeState: 'paused', timeWords: t('time.paused'), used: share(span, calendar, child.pauses.at(-1)?.from ?? now) };
    case 'finished': {
      const late = (child.endedAt ?? 0) > child.dueAt;
      return { timeState: late ? 'overdue' : 'finished', timeWords: t(late ? 'time.done-late' : 'time.done'), used: 1 };
    }
    case 'refused':
    case 'stopped':
    case 'withdrawn':
      return { timeState: 'finished', timeWords: t(`time.${child.state}`), used: 1 };
  }
}
