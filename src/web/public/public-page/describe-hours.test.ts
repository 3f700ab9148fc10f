import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeHours } from './describe-hours.ts';
import { type OfficeHours } from './public-office.ts';

function week(days: readonly number[], ...sessions: readonly (readonly [string, string])[]): readonly OfficeHours[] {
  return days.flatMap((weekday) => sessions.map(([opens, closes]) => ({ weekday, opens, closes })));
}

const MORNING = ['07:00', '11:30'] as const;
const AFTERNOON = ['13:30', '17:00'] as const;
const USUAL = week([1, 2, 3, 4, 5], MORNING, AFTERNOON);

for (const [what, hours, vi, en] of [
  ['the usual week is one phrase', USUAL, '7 giờ – 11 giờ 30, 13 giờ 30 – 17 giờ, thứ Hai đến thứ Sáu', '07:00 – 11:30, 13:30 – 17:00, Monday to Friday'],
  ['the order of the rows does not matter', USUAL.toReversed(), '7 giờ – 11 giờ 30, 13 giờ 30 – 17 giờ, thứ Hai đến thứ Sáu', '07:00 – 11:30, 13:30 – 17:00, Monday to Friday'],
  [
    'a Saturday morning follows after a semicolon',
    [...USUAL, ...week([6], MORNING)],
    '7 giờ – 11 giờ 30, 13 giờ 30 – 17 giờ, thứ Hai đến thứ Sáu; 7 giờ – 11 giờ 30, thứ Bảy',
    '07:00 – 11:30, 13:30 – 17:00, Monday to Friday; 07:00 – 11:30, Saturday',
  ],
  ['two days in a row and single days are named one by one', week([2, 3, 5, 7], AFTERNOON), '13 giờ 30 – 17 giờ, thứ Ba, thứ Tư, thứ Sáu, Chủ nhật', '13:30 – 17:00, Tuesday, Wednesday, Friday, Sunday'],
  ['no session is no sentence', [], '', ''],
] as const) {
  test(what, () => {
    assert.equal(describeHours(hours, 'vi'), vi);
    assert.equal(describeHours(hours, 'en'), en);
  });
}
