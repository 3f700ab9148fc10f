import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { computeDeadline } from '../../../kernel/legal-clock/compute-deadline.ts';
import { parseTimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../../../kernel/working-calendar-default.ts';
import { dueReason } from './due-reason.ts';
import { at } from './receipt-view-for-tests.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));
const built = defaultCalendar(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);
if (!built.ok) throw new Error(built.problem.code);
const calendar = built.value;

function reasonFor(received: string, notation: string, pauses: readonly (readonly [string, string])[] = []): string {
  const limit = parseTimeLimit(notation);
  if (!limit.ok) throw new Error(notation);
  const result = computeDeadline({ received: at(received), limit: limit.value, pauses: pauses.map(([from, to]) => ({ from: at(from), to: at(to) })), calendar });
  if (!result.ok) throw new Error(result.problem.code);
  return dueReason(result.value.trace);
}

const cases: readonly (readonly [string, string, string])[] = [
  ['2026-11-18T09:00', '1wd', 'Tính 1 ngày làm việc sau thứ Tư 18/11.'],
  ['2026-11-20T15:30', '3wd', 'Tính 3 ngày làm việc sau thứ Sáu 20/11; không tính 21/11, 22/11 (cuối tuần), 24/11 (Ngày Văn hóa Việt Nam).'],
  ['2026-11-20T10:30', '30wd', 'Tính 30 ngày làm việc sau thứ Sáu 20/11; không tính 14 ngày cuối tuần, 24/11 (Ngày Văn hóa Việt Nam), 01/01 (Tết Dương lịch).'],
  ['2026-11-20T18:30', '8wh', 'Nhận ngoài giờ làm việc nên tính từ 7 giờ thứ Hai 23/11/2026; tính 8 giờ làm việc.'],
  ['2026-11-21T09:00', '2wd', 'Nhận ngoài giờ làm việc nên tính từ 7 giờ thứ Hai 23/11/2026; tính 2 ngày làm việc sau thứ Hai 23/11; không tính 24/11 (Ngày Văn hóa Việt Nam).'],
  ['2026-11-20T10:30', 'same-day', 'Nhận đến 15 giờ thì trả trong ngày.'],
  ['2026-11-20T15:30', 'same-day', 'Nhận sau 15 giờ nên trả trong ngày làm việc tiếp theo; không tính 21/11, 22/11 (cuối tuần).'],
  ['2026-11-13T10:30', '10d', 'Tính 10 ngày, kể cả ngày nghỉ, sau thứ Sáu 13/11.'],
  ['2026-11-11T10:30', '10d', 'Tính 10 ngày, kể cả ngày nghỉ, sau thứ Tư 11/11; ngày cuối 21/11 là ngày nghỉ nên trả vào thứ Hai 23/11.'],
  ['2026-11-20T10:30', '24h', 'Tính 24 giờ liền, kể cả ngoài giờ làm việc.'],
];

for (const [received, limit, expected] of cases) {
  test(`${limit} received at ${received}`, () => {
    assert.equal(reasonFor(received, limit), expected);
  });
}

test('a pause is named', () => {
  const line = reasonFor('2026-11-20T10:30', '3wd', [['2026-11-23T09:00', '2026-11-25T14:00']]);
  assert.match(line, /^Tính 3 ngày làm việc sau thứ Sáu 20\/11; .*; cộng thêm thời gian tạm dừng chờ bổ sung\.$/);
});
