import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { closedWeekdays, countedMinutes, decideHoursChange, type HoursWish, type TypedSession } from './decide-hours-change.ts';
import { type HoursPeriod, type HoursRow, periodsOf, storedOf, withPeriod } from './office-hours.ts';
import { readTimeOfDay } from './read-time-of-day.ts';

const TODAY = '2026-11-30';
const BASIS = 'QĐ 12/QĐ-UBND ngày 25/11/2026';
const typed = (weekday: number, opens: string, closes: string): TypedSession => ({ weekday, opens, closes });
const days = (weekdays: readonly number[], ...sessions: readonly (readonly [string, string])[]): readonly TypedSession[] => weekdays.flatMap((weekday) => sessions.map(([opens, closes]) => typed(weekday, opens, closes)));
const row = (weekday: number, opens: string, closes: string, use: HoursRow['use'] = 'work'): HoursRow => ({ weekday, opens, closes, use });
const FULL = [1, 2, 3, 4, 5].flatMap((weekday) => [row(weekday, '07:00', '11:30'), row(weekday, '13:30', '17:00')]);
const WINTER = [1, 2, 3, 4, 5].flatMap((weekday) => [row(weekday, '07:30', '11:30'), row(weekday, '13:00', '17:00')]);
const ALWAYS: readonly HoursPeriod[] = [{ from: '1900-01-01', rows: FULL }];
const PLANNED: readonly HoursPeriod[] = [...ALWAYS, { from: '2027-03-01', rows: WINTER }];
const NEW = days([1, 2, 3, 4, 5], ['7h30', '11h30'], ['13h', '17 giờ']);

function decide(wish: Partial<Omit<Extract<HoursWish, { act: 'plan' }>, 'act'>>, periods = ALWAYS) {
  return decideHoursChange({ act: 'plan', from: '2026-12-07', sessions: NEW, basis: BASIS, ...wish }, { today: TODAY, periods });
}
const codeOf = (result: ReturnType<typeof decide>): string => (result.ok ? 'ok' : result.problem.code);
const rowsOf = (sessions: readonly TypedSession[]): readonly HoursRow[] => {
  const decided = decide({ sessions });
  assert.ok(decided.ok);
  return decided.value.after ?? [];
};

describe('times as people write them', () => {
  const READ: readonly (readonly [string, number | undefined])[] = [
    ['7h30', 450], ['07:30', 450], [' 7:30 ', 450], ['7 giờ 30', 450], ['7g30', 450], ['7H30', 450], ['7.30', 450], ['7,30', 450], ['0730', 450], ['730', 450], ['7 giờ 30 phút', 450], ['7h', 420], ['17', 1020],
    ['0h', 0], ['24h', 1440], ['24:00', 1440], ['24:01', undefined], ['25:00', undefined], ['7h60', undefined], ['7h3', undefined], ['', undefined], ['sáng', undefined], ['7:30:00', undefined], ['-7:30', undefined], ['７:30', undefined],
  ];
  for (const [text, minute] of READ) {
    test(`“${text}” is ${minute === undefined ? 'no time' : `${String(minute)} minutes`}`, () => {
      assert.equal(readTimeOfDay(text), minute);
    });
  }
});

describe('other weekly hours', () => {
  test('are planned from a day on, in whatever form the times were typed and in order', () => {
    assert.deepEqual(decide({ sessions: [...NEW].reverse() }), { ok: true, value: { from: '2026-12-07', before: null, after: WINTER } });
  });

  test('may begin today, and mend what began today', () => {
    assert.equal(codeOf(decide({ from: TODAY })), 'ok');
    const begun = [...ALWAYS, { from: TODAY, rows: WINTER }];
    assert.equal(codeOf(decide({ from: TODAY }, begun)), 'calendar.hours-same');
    assert.deepEqual(decide({ from: TODAY, sessions: days([1], ['8h', '9h']) }, begun), { ok: true, value: { from: TODAY, before: WINTER, after: [1, 2, 3, 4, 5].map((day) => row(day, '08:00', '09:00', day === 1 ? 'work' : 'no-reception')) } });
  });

  test('may begin before hours that are planned already, not on the same day', () => {
    assert.equal(codeOf(decide({ from: '2027-02-01' }, PLANNED)), 'ok');
    assert.equal(codeOf(decide({ from: '2027-03-01', sessions: days([1], ['8h', '9h']) }, PLANNED)), 'calendar.hours-planned-already');
  });

  const REFUSED: readonly (readonly [string, Parameters<typeof decide>[0], string, string])[] = [
    ['no reason', { basis: ' \n' }, 'calendar.basis-missing', 'basis'],
    ['a day that does not exist', { from: '2026-02-30' }, 'calendar.no-such-date', 'from'],
    ['no day at all', { from: '' }, 'calendar.no-such-date', 'from'],
    ['a day in the past', { from: '2026-11-29' }, 'calendar.hours-past', 'from'],
    ['a day too far ahead', { from: '2036-01-01' }, 'calendar.date-out-of-range', 'from'],
    ['a week without any session', { sessions: [] }, 'calendar.hours-empty', 'sessions'],
    ['only a Saturday', { sessions: [typed(6, '7h', '11h')] }, 'calendar.hours-no-weekday', 'sessions'],
    ['a weekday that does not exist', { sessions: [...NEW, typed(8, '7h', '11h')] }, 'calendar.hours-no-such-weekday', 'sessions.10.opens'],
    ['a time that is missing', { sessions: [typed(1, '7h', ' ')] }, 'calendar.hours-time-missing', 'sessions.0.opens'],
    ['a time that nobody can read', { sessions: [typed(1, '7h', '11h75')] }, 'calendar.hours-unreadable', 'sessions.0.opens'],
    ['an end before the start', { sessions: [typed(1, '11h30', '7h')] }, 'calendar.hours-reversed', 'sessions.0.opens'],
    ['a session of no length', { sessions: [typed(1, '7h', '07:00')] }, 'calendar.hours-reversed', 'sessions.0.opens'],
    ['a session over midnight', { sessions: [typed(1, '22h', '2h')] }, 'calendar.hours-over-midnight', 'sessions.0.opens'],
    ['sessions that overlap', { sessions: [typed(1, '7h', '11h30'), typed(1, '11h', '17h')] }, 'calendar.hours-overlap', 'sessions.1.opens'],
    ['one session inside another', { sessions: [typed(1, '8h', '9h'), typed(1, '7h', '17h')] }, 'calendar.hours-overlap', 'sessions.1.opens'],
    ['the same session twice', { sessions: [typed(1, '8h', '9h'), typed(1, '8:00', '9:00')] }, 'calendar.hours-overlap', 'sessions.1.opens'],
    ['the hours that hold anyway', { sessions: days([1, 2, 3, 4, 5], ['07:00', '11:30'], ['13:30', '17:00']) }, 'calendar.hours-same', 'sessions'],
  ];
  for (const [what, wish, code, field] of REFUSED) {
    test(`refuses ${what}`, () => {
      const decided = decide(wish);
      assert.ok(!decided.ok);
      assert.deepEqual([decided.problem.code, decided.problem.field], [code, field]);
    });
  }

  test('join sessions that touch', () => {
    assert.deepEqual(rowsOf([...days([1, 2, 3, 4, 5], ['7h', '11h']), typed(1, '11h', '17h')]).filter(({ weekday }) => weekday === 1), [row(1, '07:00', '17:00')]);
  });

  test('at the weekend are for reception alone, because the law counts Monday to Friday', () => {
    const rows = rowsOf([...NEW, typed(6, '7h30', '11h30'), typed(7, '8h', '10h')]);
    assert.deepEqual(rows.filter(({ weekday }) => weekday > 5), [row(6, '07:30', '11:30', 'reception-only'), row(7, '08:00', '10:00', 'reception-only')]);
    assert.equal(countedMinutes(rows), countedMinutes(WINTER));
  });

  test('leave a weekday without reception a working day of the law', () => {
    const rows = rowsOf(days([1, 2, 4, 5], ['7h30', '11h30'], ['13h', '17h']));
    assert.deepEqual(rows.filter(({ weekday }) => weekday === 3), [row(3, '07:30', '11:30', 'no-reception'), row(3, '13:00', '17:00', 'no-reception')]);
    assert.deepEqual(closedWeekdays(rows), [3]);
    assert.equal(countedMinutes(rows), 2400);
  });
});

describe('taking planned hours back', () => {
  const back = (from: string, basis = BASIS) => decideHoursChange({ act: 'take-back', from, basis }, { today: TODAY, periods: PLANNED });
  test('lets the hours before go on', () => {
    assert.deepEqual(back('2027-03-01'), { ok: true, value: { from: '2027-03-01', before: WINTER, after: null } });
  });

  test('is refused for what is not planned, holds already, or without a reason', () => {
    assert.equal(codeOf(back('2027-02-01')), 'calendar.hours-not-planned');
    assert.equal(codeOf(back('1900-01-01')), 'calendar.hours-hold-already');
    assert.equal(codeOf(back('2027-03-01', '')), 'calendar.basis-missing');
  });
});

describe('periods', () => {
  test('are stored as sessions with their days and read back the same', () => {
    assert.deepEqual(periodsOf(storedOf(PLANNED)), PLANNED);
    assert.deepEqual(storedOf(PLANNED)[0], { ...row(1, '07:00', '11:30'), validFrom: '1900-01-01', validTo: '2027-02-28' });
  });

  test('are read from sessions that begin and end apart from each other', () => {
    const stored = [...storedOf(ALWAYS), { ...row(6, '07:30', '11:30'), validFrom: '2026-12-01', validTo: '2026-12-31' }];
    assert.deepEqual(periodsOf(stored).map(({ from, rows }) => [from, rows.length]), [['1900-01-01', 10], ['2026-12-01', 11], ['2027-01-01', 10]]);
  });

  test('put in and taken out again are as they were', () => {
    const more = withPeriod(PLANNED, '2026-12-07', WINTER);
    assert.deepEqual(more.map(({ from }) => from), ['1900-01-01', '2026-12-07', '2027-03-01']);
    assert.deepEqual(withPeriod(more, '2026-12-07', null), PLANNED);
  });
});
