import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../kernel/local-time.ts';
import { isOnTime } from './on-time.ts';

const isWorkingDay = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

for (const [event, filedOn, onTime, why] of [
  ['2026-09-01', '2026-10-31', true, 'the sixtieth day is a Saturday'],
  ['2026-09-01', '2026-11-02', true, 'a last day off goes on to the next working day'],
  ['2026-09-01', '2026-11-03', false, 'not to the one after it'],
  ['2026-09-02', '2026-11-02', true, 'a sixtieth day on a Sunday goes on to Monday'],
  ['2026-09-04', '2026-11-03', true, 'a last day that is a working day is the last'],
  ['2026-09-04', '2026-11-04', false, 'the day after it is late'],
  ['2026-11-02', '2026-11-02', true, 'on the day itself'],
] as const) {
  test(`born ${event}, registered ${filedOn}: ${onTime ? 'in time' : 'late'}, because ${why}`, () => {
    assert.equal(isOnTime(event, 60, { filedOn, isWorkingDay }), onTime);
  });
}

test('whoever is in time on a day would have been in time on the day before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 120 }), (start, days, later) => {
      const event = addDays('2026-01-01', start);
      if (isOnTime(event, days, { filedOn: addDays(event, later), isWorkingDay })) assert.ok(isOnTime(event, days, { filedOn: addDays(event, later - 1), isWorkingDay }));
      assert.ok(isOnTime(event, days, { filedOn: addDays(event, days), isWorkingDay }));
    }),
  );
});

test('a calendar that ends does not hold anybody up', () => {
  assert.equal(isOnTime('2026-01-01', 15, { filedOn: '2027-01-01', isWorkingDay: () => false }), false);
});
