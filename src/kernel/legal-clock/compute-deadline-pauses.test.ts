import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { formatInstant, parseInstant, type Instant } from '../local-time.ts';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../working-calendar-default.ts';
import { computeDeadline } from './compute-deadline.ts';
import { parseTimeLimit } from './time-limit.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8'));
const calendar = defaultCalendar(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);

function at(text: string): Instant {
  const parsed = parseInstant(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
}

interface Case {
  readonly rule: string;
  readonly received: string;
  readonly limit: string;
  readonly pauses: readonly string[];
  readonly due: string;
}

/** Pauses as on the command line: `from/to`, `from/` while open. */
function due({ received, limit: limitText, pauses }: Omit<Case, 'rule' | 'due'>): string {
  const limit = parseTimeLimit(limitText);
  assert.ok(limit.ok && calendar.ok);
  const computed = computeDeadline({
    received: at(received),
    limit: limit.value,
    pauses: pauses.map((text) => {
      const [from = '', to = ''] = text.split('/');
      return { from: at(from), to: to === '' ? null : at(to) };
    }),
    calendar: calendar.value,
  });
  if (!computed.ok) return computed.problem.code;
  const { deadline, trace } = computed.value;
  const last = trace.findLast(({ step }) => step === 'due');
  if (deadline.state === 'paused') {
    const { measure, days, minutes } = deadline.left;
    return `open since ${formatInstant(deadline.since).slice(0, 16)}: ${measure} ${days} d ${minutes} min`;
  }
  assert.deepEqual(last, { step: 'due', at: formatInstant(deadline.due) }, 'the last due step is the result');
  return formatInstant(deadline.due).slice(0, 16);
}

const RECEIVED = '2026-11-16T09:00'; // a Monday; that week has no holiday
const CASES: readonly Case[] = [
  // working days: Monday's receipt and 3wd are due on Thursday 2026-11-19 at 17:00
  { rule: 'the example of the command line', received: '2026-11-20T15:30', limit: '3wd', pauses: ['2026-11-23T09:00/2026-11-25T14:00'], due: '2026-11-30T17:00' },
  { rule: 'an hour of pause spills into the next working day, since what is left no longer ends at a closing', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T09:00/2026-11-17T10:00'], due: '2026-11-20T17:00' },
  { rule: 'exactly one day of pause moves by exactly one day', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T09:00/2026-11-18T09:00'], due: '2026-11-20T17:00' },
  { rule: 'a pause inside the lunch break stops no work', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T11:30/2026-11-17T13:30'], due: '2026-11-19T17:00' },
  { rule: 'a pause inside the night stops no work', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T17:00/2026-11-18T07:00'], due: '2026-11-19T17:00' },
  { rule: 'a pause over the weekend stops no work', received: '2026-11-20T09:00', limit: '3wd', pauses: ['2026-11-20T17:00/2026-11-23T07:00'], due: '2026-11-26T17:00' },
  { rule: 'from Friday closing to Monday 7:01 stops one minute, which costs a day', received: '2026-11-20T09:00', limit: '3wd', pauses: ['2026-11-20T17:00/2026-11-23T07:01'], due: '2026-11-27T17:00' },
  { rule: 'two pauses apart each cost a day', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T09:00/2026-11-17T10:00', '2026-11-17T14:00/2026-11-17T15:00'], due: '2026-11-23T17:00' },
  { rule: 'overlapping pauses are one', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T09:00/2026-11-17T14:00', '2026-11-17T10:00/2026-11-17T15:00'], due: '2026-11-20T17:00' },
  { rule: 'a pause inside another adds nothing', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T09:00/2026-11-17T15:00', '2026-11-17T10:00/2026-11-17T11:00'], due: '2026-11-20T17:00' },
  { rule: 'pauses that touch are one', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T09:00/2026-11-17T10:00', '2026-11-17T10:00/2026-11-17T11:00'], due: '2026-11-20T17:00' },
  { rule: 'the order in which pauses are written does not matter', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T14:00/2026-11-17T15:00', '2026-11-17T09:00/2026-11-17T10:00'], due: '2026-11-23T17:00' },
  { rule: 'a pause of no length changes nothing', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T09:00/2026-11-17T09:00'], due: '2026-11-19T17:00' },
  { rule: 'a pause that starts at the due moment changes nothing', received: RECEIVED, limit: '3wd', pauses: ['2026-11-19T17:00/2026-11-25T09:00'], due: '2026-11-19T17:00' },
  { rule: 'a pause that starts a minute before the due moment leaves a minute', received: RECEIVED, limit: '3wd', pauses: ['2026-11-19T16:59/2026-11-25T09:00'], due: '2026-11-25T17:00' },
  { rule: 'a pause after the due moment changes nothing', received: RECEIVED, limit: '3wd', pauses: ['2026-11-20T09:00/2026-11-25T09:00'], due: '2026-11-19T17:00' },
  { rule: 'an open pause after the due moment changes nothing', received: RECEIVED, limit: '3wd', pauses: ['2026-11-20T09:00/'], due: '2026-11-19T17:00' },
  { rule: 'a first pause may move the due moment behind the start of the second', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T09:00/2026-11-19T09:00', '2026-11-20T09:00/2026-11-20T10:00'], due: '2026-11-25T17:00' },
  { rule: 'a pause before the receipt changes nothing', received: RECEIVED, limit: '3wd', pauses: ['2026-11-12T09:00/2026-11-13T09:00'], due: '2026-11-19T17:00' },
  { rule: 'a pause that ends at the receipt changes nothing', received: RECEIVED, limit: '3wd', pauses: ['2026-11-12T09:00/2026-11-16T09:00'], due: '2026-11-19T17:00' },
  { rule: 'of a pause over the receipt only what follows it counts', received: RECEIVED, limit: '3wd', pauses: ['2026-11-12T09:00/2026-11-16T10:00'], due: '2026-11-20T17:00' },
  { rule: 'a pause from before the receipt to the opening of the normalised day changes nothing', received: '2026-11-14T09:00', limit: '3wd', pauses: ['2026-11-13T09:00/2026-11-16T07:00'], due: '2026-11-19T17:00' },
  { rule: 'what is left over a make-up Saturday counts there', received: '2026-08-20T09:00', limit: '1wd', pauses: ['2026-08-20T10:00/2026-08-21T10:00'], due: '2026-08-22T17:00' },
  { rule: 'an open pause leaves the date unknown', received: '2026-11-20T15:30', limit: '3wd', pauses: ['2026-11-23T09:00/'], due: 'open since 2026-11-23T09:00: working 2 d 1320 min' },
  { rule: 'an open pause swallows all later ones', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T09:00/', '2026-11-18T09:00/2026-11-18T10:00'], due: 'open since 2026-11-17T09:00: working 2 d 1320 min' },
  { rule: 'an open pause after a finished one starts from the date that this one left', received: RECEIVED, limit: '3wd', pauses: ['2026-11-17T09:00/2026-11-18T09:00', '2026-11-19T13:30/'], due: 'open since 2026-11-19T13:30: working 1 d 690 min' },
  { rule: 'an open pause from before the receipt starts with it', received: RECEIVED, limit: '3wd', pauses: ['2026-11-12T09:00/'], due: 'open since 2026-11-16T09:00: working 3 d 1800 min' },

  // working hours: 4wh from Monday 09:00 are 2.5 hours before lunch and 1.5 after it, due at 15:00
  { rule: 'no pause', received: RECEIVED, limit: '4wh', pauses: [], due: '2026-11-16T15:00' },
  { rule: 'working minutes inside a pause do not count', received: RECEIVED, limit: '4wh', pauses: ['2026-11-16T10:00/2026-11-16T10:40'], due: '2026-11-16T15:40' },
  { rule: 'the lunch break inside a pause costs nothing', received: RECEIVED, limit: '4wh', pauses: ['2026-11-16T11:00/2026-11-16T14:00'], due: '2026-11-16T16:00' },
  { rule: 'a sum that ends at a closing after a pause is due at that closing', received: RECEIVED, limit: '4wh', pauses: ['2026-11-16T10:00/2026-11-16T14:00'], due: '2026-11-16T17:00' },
  { rule: 'and a minute more is due the next morning', received: RECEIVED, limit: '4wh', pauses: ['2026-11-16T10:00/2026-11-16T14:01'], due: '2026-11-17T07:01' },
  { rule: 'a pause inside another adds nothing and takes nothing away', received: RECEIVED, limit: '4wh', pauses: ['2026-11-16T10:00/2026-11-16T11:00', '2026-11-16T10:10/2026-11-16T10:20'], due: '2026-11-16T16:00' },
  { rule: 'two pauses add up to the minute', received: RECEIVED, limit: '4wh', pauses: ['2026-11-16T09:10/2026-11-16T09:20', '2026-11-16T13:30/2026-11-16T13:45'], due: '2026-11-16T15:25' },
  { rule: 'the answer in the night goes on at the opening', received: RECEIVED, limit: '4wh', pauses: ['2026-11-16T14:00/2026-11-16T22:00'], due: '2026-11-17T08:00' },
  { rule: 'a pause from the due moment on changes nothing', received: RECEIVED, limit: '4wh', pauses: ['2026-11-16T15:00/2026-11-17T22:00'], due: '2026-11-16T15:00' },
  { rule: 'an open pause keeps the minutes', received: RECEIVED, limit: '4wh', pauses: ['2026-11-16T14:00/'], due: 'open since 2026-11-16T14:00: working 0 d 60 min' },

  // same day
  { rule: 'an answer before 15:00 is still the same day', received: RECEIVED, limit: 'same-day', pauses: ['2026-11-16T10:00/2026-11-16T14:59'], due: '2026-11-16T17:00' },
  { rule: 'an answer at 15:00 sharp is still the same day', received: RECEIVED, limit: 'same-day', pauses: ['2026-11-16T10:00/2026-11-16T15:00'], due: '2026-11-16T17:00' },
  { rule: 'an answer after 15:00 is the next working day', received: RECEIVED, limit: 'same-day', pauses: ['2026-11-16T10:00/2026-11-16T15:01'], due: '2026-11-17T17:00' },
  { rule: 'an answer on a holiday is the day after it', received: '2026-11-23T09:00', limit: 'same-day', pauses: ['2026-11-23T10:00/2026-11-24T10:00'], due: '2026-11-25T17:00' },
  { rule: 'a second pause starts the rule again', received: RECEIVED, limit: 'same-day', pauses: ['2026-11-16T10:00/2026-11-16T15:30', '2026-11-17T08:00/2026-11-18T16:00'], due: '2026-11-19T17:00' },
  { rule: 'a pause after the closing changes nothing', received: RECEIVED, limit: 'same-day', pauses: ['2026-11-16T17:00/2026-11-18T16:00'], due: '2026-11-16T17:00' },
  { rule: 'a pause of no length after 15:00 does not start the rule again', received: RECEIVED, limit: 'same-day', pauses: ['2026-11-16T15:30/2026-11-16T15:30'], due: '2026-11-16T17:00' },
  { rule: 'an open pause leaves the working minutes of the day', received: RECEIVED, limit: 'same-day', pauses: ['2026-11-16T10:00/'], due: 'open since 2026-11-16T10:00: working 0 d 300 min' },

  // days: 10d from Monday 2026-11-16 are due on Thursday 2026-11-26
  { rule: 'no pause', received: RECEIVED, limit: '10d', pauses: [], due: '2026-11-26T17:00' },
  { rule: 'a minute of pause is a whole day', received: RECEIVED, limit: '10d', pauses: ['2026-11-17T09:00/2026-11-17T09:01'], due: '2026-11-27T17:00' },
  { rule: 'twenty-four hours of pause are one day', received: RECEIVED, limit: '10d', pauses: ['2026-11-17T09:00/2026-11-18T09:00'], due: '2026-11-27T17:00' },
  { rule: 'a minute more is two days, and they roll over the weekend', received: RECEIVED, limit: '10d', pauses: ['2026-11-17T09:00/2026-11-18T09:01'], due: '2026-11-30T17:00' },
  { rule: 'two pauses apart are each rounded up and each rolled', received: RECEIVED, limit: '10d', pauses: ['2026-11-17T09:00/2026-11-18T09:01', '2026-11-19T09:00/2026-11-19T10:00'], due: '2026-12-01T17:00' },
  { rule: 'pauses that touch are rounded up once', received: RECEIVED, limit: '10d', pauses: ['2026-11-17T09:00/2026-11-17T15:00', '2026-11-17T15:00/2026-11-18T09:00'], due: '2026-11-27T17:00' },
  { rule: 'an open pause keeps the days', received: RECEIVED, limit: '10d', pauses: ['2026-11-17T09:00/'], due: 'open since 2026-11-17T09:00: calendar 9 d 3240 min' },

  // clock hours: 24h from Monday 09:00
  { rule: 'the exact length is added', received: RECEIVED, limit: '24h', pauses: ['2026-11-16T20:00/2026-11-17T02:30'], due: '2026-11-17T15:30' },
  { rule: 'overlapping lengths count once', received: RECEIVED, limit: '24h', pauses: ['2026-11-16T20:00/2026-11-16T22:00', '2026-11-16T21:00/2026-11-16T23:00'], due: '2026-11-17T12:00' },
  { rule: 'the first pause may carry the due moment over the start of the second', received: RECEIVED, limit: '24h', pauses: ['2026-11-16T20:00/2026-11-16T22:00', '2026-11-17T10:30/2026-11-17T11:30'], due: '2026-11-17T12:00' },
  { rule: 'a pause at the due moment changes nothing', received: RECEIVED, limit: '24h', pauses: ['2026-11-17T09:00/2026-11-18T09:00'], due: '2026-11-17T09:00' },
  { rule: 'an open pause keeps the clock minutes', received: RECEIVED, limit: '24h', pauses: ['2026-11-16T20:00/'], due: 'open since 2026-11-16T20:00: clock 1 d 780 min' },

  // refusals
  { rule: 'a reversed pause is refused even when it lies after the due moment', received: RECEIVED, limit: '3wd', pauses: ['2026-12-17T09:00/2026-12-16T09:00'], due: 'legal-clock.pause-reversed' },
];

describe('pauses', () => {
  for (const one of CASES) {
    test(`${one.limit} from ${one.received}, ${one.pauses.join(' and ') || 'no pause'}: ${one.rule}`, () => {
      assert.equal(due(one), one.due);
    });
  }
});
