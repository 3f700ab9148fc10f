import { dayWords, durationWords, timeWords } from '../date-words.ts';
import { amountWords } from '../date-words-time-left.ts';
import { type LocalDate } from '../local-time.ts';
import { type DayOffReason } from '../working-calendar.ts';
import { type LocalMoment, type PauseEffect } from './deadline-trace.ts';
import { limitWords } from './limit-words.ts';
import { localMomentWords, type TraceSentences } from './trace-sentences.ts';
import { type NormalizeReason } from './working-time.ts';

const NOT_YET_WORKING: Readonly<Record<NormalizeReason, string>> = {
  'before-opening': 'The office had not opened yet',
  'between-sessions': 'The office was in its break',
  'after-closing': 'The office had closed',
  'day-off': 'It was a day off',
};

/** Public holidays by the opening words of their Vietnamese names; a name that is not here stays Vietnamese. */
const HOLIDAY_NAMES: readonly (readonly [opening: string, english: string])[] = [
  ['Tết Dương lịch', "New Year's Day"],
  ['Tết Nguyên đán', 'Lunar New Year (Tết)'],
  ['Giỗ Tổ Hùng Vương', "Hùng Kings' Commemoration Day"],
  ['Ngày Chiến thắng', 'Reunification Day'],
  ['Ngày Quốc tế lao động', 'Labour Day'],
  ['Quốc khánh — ngày liền kề', 'National Day, adjoining day'],
  ['Quốc khánh', 'National Day'],
  ['Ngày Văn hóa Việt Nam', 'Vietnamese Culture Day'],
  ['Nghỉ hoán đổi', 'day off swapped for a Saturday'],
  ['Làm bù', 'making up for a swapped day off'],
];

const moment = (at: LocalMoment): string => localMomentWords(at, 'en');
const day = (date: LocalDate): string => dayWords(date, 'en');

function dayName(name: string): string {
  if (name.startsWith('Nghỉ bù ')) return `day off in lieu of ${dayName(name.slice('Nghỉ bù '.length))}`;
  return HOLIDAY_NAMES.find(([opening]) => name.startsWith(opening))?.[1] ?? name;
}

function reasonOff(off: DayOffReason): string {
  if (off.kind === 'weekend') return `weekend (${off.basis})`;
  if (off.kind === 'no-session') return 'the office has no hours';
  const basis = off.basis === null ? '' : ` (${off.basis})`;
  const sure = off.status === 'expected' || off.status === 'estimate' ? ', expected, not yet announced officially' : '';
  return `${dayName(off.name)}${basis}${sure}`;
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function effectOf(effect: PauseEffect): string {
  switch (effect.kind) {
    case 'left-counted-again':
      return `The working time left then, ${durationWords(effect.leftMinutes, 'en')}, is counted on from ${moment(effect.resumesAt)}.`;
    case 'started-again':
      return 'The same-day rule starts again when the answer arrives.';
    case 'moved-by-days':
      return `The due date moves by ${plural(effect.days, 'day')}, the length of the pause rounded up.`;
    case 'moved-by-minutes':
      return `The due time moves by ${durationWords(effect.minutes, 'en')}, the length of the pause.`;
  }
}

/** The English sentences of a trace. */
export const englishSentences: TraceSentences = {
  received: (at, limit) => `Received at ${moment(at)}; time limit: ${limitWords(limit, 'en')}.`,
  normalized: (to, reason) => `${NOT_YET_WORKING[reason]}, so the time runs from ${moment(to)}.`,
  daysOff: (dates, off) => `Not counted: ${dates.map(day).join(', ')}: ${reasonOff(off)}.`,
  makeUpDay: (date, name, basis) =>
    `Counted: ${day(date)}, a working day: ${dayName(name)}${basis === null ? '' : ` (${basis})`}.`,
  sameDayCutOff: (minute, after) =>
    after
      ? `The time starts after ${timeWords(minute, 'en')}, so the result is due on the next working day.`
      : `The time starts no later than ${timeWords(minute, 'en')}, so the result is due on that day.`,
  lateStart: (received, minute, from) => `Received ${moment(received)}, after ${timeWords(minute, 'en')}, so the time counts from the opening of the next working day: ${moment(from)}.`,
  countedWorkingDays: (after, days, last) => `${plural(days, 'working day')} counted after ${day(after)}: the last is ${day(last)}.`,
  countedWorkingHours: (from, hours, to) => `${plural(hours, 'working hour')} added from ${moment(from)}: until ${moment(to)}.`,
  countedDays: (after, days, last) => `${plural(days, 'day')}, days off included, counted after ${day(after)}: the last is ${day(last)}.`,
  countedHours: (from, hours, to) => `${plural(hours, 'hour')} around the clock added from ${moment(from)}: until ${moment(to)}.`,
  rolled: (from, to) => `The last day, ${day(from)}, is a day off, so it moves to the next working day, ${day(to)}.`,
  dueSoFar: (at) => `Due at this step: by ${moment(at)}.`,
  result: (at) => `So the result is due by ${moment(at)}.`,
  pause: (from, to, parts, clipped, effect) =>
    [
      `Paused for the citizen from ${moment(from)} to ${moment(to)}`,
      parts > 1 ? ` (${parts} overlapping or adjoining pauses joined)` : '',
      clipped ? ' (the part before the receipt does not count)' : '',
      `. ${effectOf(effect)}`,
    ].join(''),
  pauseIgnored: (from, to, reason) => {
    const stretch = to === null ? `from ${moment(from)}` : `from ${moment(from)} to ${moment(to)}`;
    if (reason === 'empty') return `The pause at ${moment(from)} took no time and changes nothing.`;
    if (reason === 'before-receipt') return `The pause ${stretch} lay before the receipt and does not count.`;
    return `The pause ${stretch} began when the time was already over and changes nothing.`;
  },
  paused: (since, left) =>
    `Paused for the citizen since ${moment(since)}; left at that time: ${amountWords(left, 'en', 'exact')}. When the citizen answers, the new due date is worked out and announced.`,
};
