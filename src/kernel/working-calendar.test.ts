import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { addDays, dayOf, formatTimeOfDay, weekdayOf } from './local-time.ts';
import { defaultCalendar, defaultCalendarRows, type HolidayFile, type WorkingHoursFile } from './working-calendar-default.ts';
import { expectedHolidays } from './working-calendar-expected.ts';
import { type CalendarRows, type DayOverride } from './working-calendar-rows.ts';
import { buildWorkingCalendar, daysOffBetween, isWorkingDay, type WorkingCalendar } from './working-calendar.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));
const holidays = data('holidays.json') as HolidayFile;
const hours = data('working-hours.json') as WorkingHoursFile;

function built(rows: CalendarRows): WorkingCalendar {
  const calendar = buildWorkingCalendar(rows);
  assert.ok(calendar.ok);
  return calendar.value;
}

const defaults = defaultCalendarRows(holidays, hours);
const withRows = (change: Partial<CalendarRows>): WorkingCalendar => built({ ...defaults, ...change });
const override = (date: string, kind: DayOverride['kind']): DayOverride => ({ date, kind, name: 'Ngày thử', basis: null, status: 'confirmed' });

function sessionsOf(calendar: WorkingCalendar, date: string): string {
  const { sessions } = calendar.day(dayOf(date));
  return sessions.map(({ opens, closes }) => `${formatTimeOfDay(opens)}-${formatTimeOfDay(closes)}`).join(' ');
}

function offOf(calendar: WorkingCalendar, date: string): string {
  const { off } = calendar.day(dayOf(date));
  if (!off) return 'working';
  return 'name' in off ? `${off.kind}: ${off.name} (${off.basis ?? 'no basis'}, ${off.status})` : off.kind;
}

describe('the default calendar', () => {
  const calendar = built(defaults);
  const days: readonly (readonly [date: string, off: string])[] = [
    ['2026-11-20', 'working'],
    ['2026-11-21', 'weekend'],
    ['2026-11-22', 'weekend'],
    ['2026-11-24', 'statutory: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16, Điều 2, confirmed)'],
    ['2026-02-17', 'statutory: Tết Nguyên đán — mùng 1 (Thông báo 9441/TB-BNV ngày 16/10/2025, confirmed)'],
    ['2026-04-26', 'statutory: Giỗ Tổ Hùng Vương (10/3 âm lịch) (Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1 (Điều 111 khoản 3: nghỉ bù), confirmed)'],
    ['2026-08-31', 'swap-off: Nghỉ hoán đổi dịp Quốc khánh (Thông báo 9441/TB-BNV ngày 16/10/2025, confirmed)'],
    ['2026-08-22', 'working'],
    ['2026-01-10', 'working'],
    ['2027-02-04', 'statutory: Tết Nguyên đán — 28 tháng Chạp (no basis, estimate)'],
    ['2027-02-11', 'working'],
  ];
  for (const [date, off] of days) {
    test(`${date}: ${off}`, () => {
      assert.equal(offOf(calendar, date), off);
      assert.equal(isWorkingDay(calendar, date), off === 'working');
    });
  }

  test('a working day has eight hours in two sessions', () => {
    assert.equal(sessionsOf(calendar, '2026-11-20'), '07:00-11:30 13:30-17:00');
  });

  test('a make-up Saturday is a full working day and knows why', () => {
    assert.equal(sessionsOf(calendar, '2026-08-22'), '07:00-11:30 13:30-17:00');
    assert.equal(calendar.day(dayOf('2026-08-22')).makeUp?.name, 'Làm bù cho ngày 31/08/2026');
  });

  test('the Tết break of 2026 runs from 14 to 22 February', () => {
    assert.deepEqual(daysOffBetween(calendar, '2026-02-13', '2026-02-23').map(({ date }) => date.slice(8)), ['14', '15', '16', '17', '18', '19', '20', '21', '22']);
  });

  test('years with rows in the holiday file take nothing from the rule', () => {
    for (const year of holidays.meta.years) {
      assert.equal(calendar.overridesOf(year).length, holidays.days.filter(({ date }) => date.startsWith(String(year))).length);
    }
  });

  test('nobody works outside 1900 to 2100', () => {
    assert.equal(calendar.day(calendar.firstDay - 1).sessions.length, 0);
    assert.equal(calendar.day(calendar.lastDay + 1).sessions.length, 0);
    assert.equal(calendar.day(Number.NaN).sessions.length, 0);
    assert.equal(sessionsOf(calendar, '2100-12-31'), '07:00-11:30 13:30-17:00');
  });

  test('the files that come with the program are accepted', () => {
    assert.ok(defaultCalendar(holidays, hours).ok);
  });
});

describe('rows of a commune', () => {
  test('a Saturday session makes its Saturday a working day of those hours', () => {
    const calendar = withRows({ extraSessions: [{ date: '2026-11-21', opens: '07:30', closes: '11:00' }] });
    assert.equal(sessionsOf(calendar, '2026-11-21'), '07:30-11:00');
    assert.equal(sessionsOf(calendar, '2026-11-28'), '');
  });

  test('an extra session on a working day joins the hours of that day', () => {
    const calendar = withRows({ extraSessions: [{ date: '2026-11-20', opens: '17:00', closes: '19:00' }, { date: '2026-11-20', opens: '11:00', closes: '12:00' }] });
    assert.equal(sessionsOf(calendar, '2026-11-20'), '07:00-12:00 13:30-19:00');
  });

  test('a holiday wins over the week and over an extra session', () => {
    const calendar = withRows({ extraSessions: [{ date: '2026-11-24', opens: '07:30', closes: '11:00' }] });
    assert.equal(sessionsOf(calendar, '2026-11-24'), '');
  });

  test('a make-up day takes the weekday hours even where Saturdays have shorter ones', () => {
    const saturday = { weekday: 6, opens: '08:00', closes: '11:00', validFrom: null, validTo: null };
    const calendar = withRows({ sessions: [...defaults.sessions, saturday] });
    assert.equal(sessionsOf(calendar, '2026-08-15'), '08:00-11:00');
    assert.equal(sessionsOf(calendar, '2026-08-22'), '07:00-11:30 13:30-17:00');
  });

  test('of two rows for one date the later one wins', () => {
    const calendar = withRows({ overrides: [...defaults.overrides, override('2026-11-24', 'make-up-work'), override('2026-11-23', 'swap-off')] });
    assert.equal(isWorkingDay(calendar, '2026-11-24'), true);
    assert.equal(isWorkingDay(calendar, '2026-11-23'), false);
  });

  test('hours hold from their first to their last day', () => {
    const summer = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '06:30', closes: '11:00', validFrom: '2026-05-04', validTo: '2026-08-28' }));
    const calendar = withRows({ sessions: [...summer, { weekday: 1, opens: '07:00', closes: '11:30', validFrom: '2026-08-29', validTo: null }] });
    assert.equal(sessionsOf(calendar, '2026-05-01'), '');
    assert.equal(sessionsOf(calendar, '2026-05-04'), '06:30-11:00');
    assert.equal(sessionsOf(calendar, '2026-08-28'), '06:30-11:00');
    assert.equal(sessionsOf(calendar, '2026-09-07'), '07:00-11:30');
    assert.equal(offOf(calendar, '2026-09-08'), 'no-session');
  });

  test('a written day beats the computed one of an unsettled year and leaves the others standing', () => {
    const calendar = withRows({ overrides: [...defaults.overrides, override('2028-01-25', 'make-up-work'), override('2028-03-03', 'statutory')] });
    assert.equal(isWorkingDay(calendar, '2028-01-25'), true);
    assert.equal(isWorkingDay(calendar, '2028-03-03'), false);
    assert.match(offOf(calendar, '2028-01-26'), /mùng 1 .*expected/);
  });

  const refused: readonly (readonly [what: string, change: Partial<CalendarRows>, code: string])[] = [
    ['weekday 0', { sessions: [{ weekday: 0, opens: '07:00', closes: '11:00', validFrom: null, validTo: null }] }, 'working-calendar.no-such-weekday'],
    ['weekday 8', { sessions: [{ weekday: 8, opens: '07:00', closes: '11:00', validFrom: null, validTo: null }] }, 'working-calendar.no-such-weekday'],
    ['a session that ends as it begins', { sessions: [{ weekday: 1, opens: '07:00', closes: '07:00', validFrom: null, validTo: null }] }, 'working-calendar.session-reversed'],
    ['an unreadable hour', { sessions: [{ weekday: 1, opens: '7h', closes: '11:00', validFrom: null, validTo: null }] }, 'local-time.unreadable-time'],
    ['an hour past midnight', { sessions: [{ weekday: 1, opens: '07:00', closes: '25:00', validFrom: null, validTo: null }] }, 'local-time.no-such-time'],
    ['a validity that ends before it begins', { sessions: [{ weekday: 1, opens: '07:00', closes: '11:00', validFrom: '2026-02-01', validTo: '2026-01-31' }] }, 'working-calendar.validity-reversed'],
    ['a first day that does not exist', { sessions: [{ weekday: 1, opens: '07:00', closes: '11:00', validFrom: '2026-02-30', validTo: null }] }, 'local-time.no-such-date'],
    ['a last day that cannot be read', { sessions: [{ weekday: 1, opens: '07:00', closes: '11:00', validFrom: null, validTo: 'x' }] }, 'local-time.unreadable-date'],
    ['an extra session on a day that does not exist', { extraSessions: [{ date: '2026-02-29', opens: '07:00', closes: '11:00' }] }, 'local-time.no-such-date'],
    ['a reversed extra session', { extraSessions: [{ date: '2026-02-28', opens: '11:00', closes: '07:00' }] }, 'working-calendar.session-reversed'],
    ['an override on a day that does not exist', { overrides: [override('2026-02-29', 'statutory')] }, 'local-time.no-such-date'],
  ];
  for (const [what, change, code] of refused) {
    test(`${what} is refused`, () => {
      const calendar = buildWorkingCalendar({ ...defaults, ...change });
      assert.equal(calendar.ok ? 'ok' : calendar.problem.code, code);
    });
  }
});

describe('holidays of a year without a notice', () => {
  const list = (year: number, kind?: DayOverride['kind']): string =>
    expectedHolidays(year).filter((row) => kind === undefined || row.kind === kind).map(({ date }) => date.slice(5)).join(' ');

  test('2028: Tết is the last day of the old year and four more, and four holidays on a weekend are made up', () => {
    assert.equal(list(2028, 'statutory'), '01-01 01-25 01-26 01-27 01-28 01-29 04-04 04-30 05-01 09-01 09-02 11-24');
    assert.equal(list(2028, 'compensatory'), '01-03 01-31 05-02 09-04');
  });

  test('2029: days in lieu of two weekend days follow the whole break, not each other', () => {
    assert.equal(list(2029, 'statutory'), '01-01 02-12 02-13 02-14 02-15 02-16 04-23 04-30 05-01 09-02 09-03 11-24');
    assert.equal(list(2029, 'compensatory'), '09-04 11-26');
  });

  test('2030: a Tết over the weekend is made up after mùng 4', () => {
    assert.equal(list(2030, 'statutory'), '01-01 02-01 02-02 02-03 02-04 02-05 04-12 04-30 05-01 09-02 09-03 11-24');
    assert.equal(list(2030, 'compensatory'), '02-06 02-07 11-25');
  });

  test('the rule gives the days off that were announced for 30 April and Hùng Kings in 2022 and 2023', () => {
    const off2022 = expectedHolidays(2022).filter(({ date }) => date >= '2022-04-05' && date < '2022-06');
    assert.deepEqual(off2022.map(({ date }) => date.slice(5)), ['04-10', '04-11', '04-30', '05-01', '05-02', '05-03']);
    const off2023 = expectedHolidays(2023).filter(({ date }) => date >= '2023-04-05' && date < '2023-10');
    assert.deepEqual(off2023.map(({ date }) => date.slice(5)), ['04-29', '04-30', '05-01', '05-02', '05-03', '09-01', '09-02', '09-04']);
  });

  test('culture day is a holiday from 2026 on', () => {
    assert.equal(list(2025).includes('11-24'), false);
    assert.equal(list(2026).includes('11-24'), true);
  });

  test('all are marked expected, and the disputed day in lieu of culture day an estimate', () => {
    assert.deepEqual([...new Set(expectedHolidays(2028).map(({ status }) => status))], ['expected']);
    assert.deepEqual(expectedHolidays(2029).filter(({ status }) => status === 'estimate').map(({ date }) => date), ['2029-11-26']);
  });

  test('every year has the same number of weekdays off as it has holidays, whatever the weekdays', () => {
    for (let year = 1900; year <= 2100; year += 1) {
      const rows = expectedHolidays(year);
      const weekdaysOff = rows.filter(({ date }) => weekdayOf(date) <= 5).length;
      assert.equal(new Set(rows.map(({ date }) => date)).size, rows.length, String(year));
      assert.equal(weekdaysOff, rows.filter(({ kind }) => kind === 'statutory').length, String(year));
      assert.ok(rows.every(({ date }) => date.startsWith(String(year))), String(year));
    }
  });

  test('two holidays on one day are one day off with both names', () => {
    assert.deepEqual(expectedHolidays(1947).filter(({ date }) => date === '1947-04-30').map(({ name }) => name), [
      'Giỗ Tổ Hùng Vương (10/3 âm lịch); Ngày Chiến thắng',
    ]);
  });

  test('outside the lunar calendar there are none', () => {
    assert.deepEqual(expectedHolidays(1899), []);
    assert.deepEqual(expectedHolidays(2101), []);
  });

  test('a calendar of an unsettled year is off on them', () => {
    const calendar = built(defaults);
    assert.equal(isWorkingDay(calendar, '2030-02-06'), false);
    assert.equal(isWorkingDay(calendar, addDays('2030-02-07', 1)), true);
  });
});
