import { type Language } from '../date-words.ts';
import { parseTimeOfDay, type LocalDate } from '../local-time.ts';
import { type DayOffReason } from '../working-calendar.ts';
import { type DeadlineStep } from './deadline-trace.ts';
import { englishSentences } from './english-sentences.ts';
import { parseTimeLimit } from './time-limit.ts';
import { type TraceSentences } from './trace-sentences.ts';
import { vietnameseSentences } from './vietnamese-sentences.ts';

const SENTENCES: Readonly<Record<Language, TraceSentences>> = { vi: vietnameseSentences, en: englishSentences };

/** The trace of a due date as whole sentences in order, for the officer, the citizen's page and the letter. */
export function renderTrace(trace: readonly DeadlineStep[], language: Language): readonly string[] {
  const words = SENTENCES[language];
  const result = trace.findLastIndex(({ step }) => step === 'due');
  const lines: string[] = [];
  let index = 0;
  while (index < trace.length) {
    const step = trace[index];
    if (step === undefined) break;
    if (step.step === 'day-off') {
      const dates = sameReasonFrom(trace, index, step.off);
      lines.push(words.daysOff(dates, step.off));
      index += dates.length;
    } else {
      lines.push(sentence(step, words, index === result && trace.at(-1)?.step !== 'paused'));
      index += 1;
    }
  }
  return lines;
}

/** The dates of the day-off steps that follow each other for one reason: Saturday and Sunday share a sentence. */
function sameReasonFrom(trace: readonly DeadlineStep[], start: number, off: DayOffReason): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (const step of trace.slice(start)) {
    if (step.step !== 'day-off' || !sameReason(step.off, off)) break;
    dates.push(step.date);
  }
  return dates;
}

function sameReason(a: DayOffReason, b: DayOffReason): boolean {
  if (a.kind === 'weekend' || a.kind === 'no-session' || b.kind === 'weekend' || b.kind === 'no-session') return a.kind === b.kind;
  return a.kind === b.kind && a.name === b.name && a.basis === b.basis && a.status === b.status;
}

function sentence(step: Exclude<DeadlineStep, { readonly step: 'day-off' }>, words: TraceSentences, isResult: boolean): string {
  switch (step.step) {
    case 'received': {
      const limit = parseTimeLimit(step.limit);
      if (!limit.ok) throw new RangeError(`not a limit of a trace: ${step.limit}`);
      return words.received(step.at, limit.value);
    }
    case 'normalized':
      return words.normalized(step.to, step.reason);
    case 'make-up-day':
      return words.makeUpDay(step.date, step.name, step.basis);
    case 'same-day-cut-off': {
      const minute = parseTimeOfDay(step.cutOff);
      if (!minute.ok) throw new RangeError(`not a time of a trace: ${step.cutOff}`);
      return words.sameDayCutOff(minute.value, step.after);
    }
    case 'late-start': {
      const minute = parseTimeOfDay(step.cutOff);
      if (!minute.ok) throw new RangeError(`not a time of a trace: ${step.cutOff}`);
      return words.lateStart(step.received, minute.value, step.from);
    }
    case 'counted-working-days':
      return words.countedWorkingDays(step.after, step.days, step.last);
    case 'counted-working-hours':
      return words.countedWorkingHours(step.from, step.hours, step.to);
    case 'counted-days':
      return words.countedDays(step.after, step.days, step.last);
    case 'counted-hours':
      return words.countedHours(step.from, step.hours, step.to);
    case 'rolled':
      return words.rolled(step.from, step.to);
    case 'due':
      return isResult ? words.result(step.at) : words.dueSoFar(step.at);
    case 'pause':
      return words.pause(step.from, step.to, step.parts, step.clipped, step.effect);
    case 'pause-ignored':
      return words.pauseIgnored(step.from, step.to, step.reason);
    case 'paused':
      return words.paused(step.since, step.left);
  }
}
