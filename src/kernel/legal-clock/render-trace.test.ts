import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseInstant, type Instant } from '../local-time.ts';
import { defaultCalendarRows, type HolidayFile, type WorkingHoursFile } from '../working-calendar-default.ts';
import { type CalendarRows } from '../working-calendar-rows.ts';
import { buildWorkingCalendar } from '../working-calendar.ts';
import { type Language } from '../date-words.ts';
import { computeDeadline } from './compute-deadline.ts';
import { renderTrace } from './render-trace.ts';
import { parseTimeLimit } from './time-limit.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../data/${name}`, import.meta.url), 'utf8'));
const rows = defaultCalendarRows(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);

function at(text: string): Instant {
  const parsed = parseInstant(text);
  assert.ok(parsed.ok, text);
  return parsed.value;
}

function told(language: Language, received: string, limitText: string, pauses: readonly string[] = [], change: Partial<CalendarRows> = {}): readonly string[] {
  const limit = parseTimeLimit(limitText);
  const calendar = buildWorkingCalendar({ ...rows, ...change });
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
  assert.ok(computed.ok);
  return renderTrace(computed.value.trace, language);
}

describe('the trace in words', () => {
  test('Vietnamese: weekend days share a sentence, a holiday has its name and legal basis, the result closes', () => {
    assert.deepEqual(told('vi', '2026-11-20T15:30', '3wd'), [
      'Tiếp nhận lúc 15 giờ 30 thứ Sáu 20/11/2026, thời hạn giải quyết: 3 ngày làm việc.',
      'Không tính thứ Bảy 21/11/2026, Chủ nhật 22/11/2026: nghỉ cuối tuần (Quyết định 188/1999/QĐ-TTg).',
      'Không tính thứ Ba 24/11/2026: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16, Điều 2).',
      'Đếm 3 ngày làm việc sau thứ Sáu 20/11/2026: ngày cuối cùng là thứ Năm 26/11/2026.',
      'Vì vậy, trả kết quả trước 17 giờ thứ Năm 26/11/2026.',
    ]);
  });

  test('English says the same', () => {
    assert.deepEqual(told('en', '2026-11-20T15:30', '3wd'), [
      'Received at 15:30 on Friday 20 November 2026; time limit: 3 working days.',
      'Not counted: Saturday 21 November 2026, Sunday 22 November 2026: weekend (Quyết định 188/1999/QĐ-TTg).',
      'Not counted: Tuesday 24 November 2026: Vietnamese Culture Day (Nghị quyết 28/2026/QH16, Điều 2).',
      '3 working days counted after Friday 20 November 2026: the last is Thursday 26 November 2026.',
      'So the result is due by 17:00 on Thursday 26 November 2026.',
    ]);
  });

  test('a pause tells what was left and where it goes on; the date before it is no result', () => {
    const lines = told('vi', '2026-11-20T15:30', '3wd', ['2026-11-23T09:00/2026-11-25T14:00']);
    assert.deepEqual(lines.slice(4), [
      'Thời hạn tính đến bước này: trước 17 giờ thứ Năm 26/11/2026.',
      'Tạm dừng chờ công dân từ 9 giờ thứ Hai 23/11/2026 đến 14 giờ thứ Tư 25/11/2026. Thời gian làm việc còn lại khi đó là 22 giờ, được tính tiếp từ 14 giờ thứ Tư 25/11/2026.',
      'Không tính thứ Bảy 28/11/2026, Chủ nhật 29/11/2026: nghỉ cuối tuần (Quyết định 188/1999/QĐ-TTg).',
      'Vì vậy, trả kết quả trước 17 giờ thứ Hai 30/11/2026.',
    ]);
  });

  test('an open pause ends with what is left and promises a new date', () => {
    assert.equal(
      told('vi', '2026-11-20T15:30', '3wd', ['2026-11-23T09:00/']).at(-1),
      'Đang tạm dừng chờ công dân từ 9 giờ thứ Hai 23/11/2026; thời gian còn lại khi đó: 2 ngày làm việc. Khi công dân trả lời, ngày trả kết quả mới sẽ được tính và thông báo.',
    );
    assert.match(told('en', '2026-11-20T15:30', '3wd', ['2026-11-23T09:00/']).at(-1) ?? '', /left at that time: 2 working days\./);
    assert.ok(!told('vi', '2026-11-20T15:30', '3wd', ['2026-11-23T09:00/']).some((line) => line.startsWith('Vì vậy')));
  });

  const sentences: readonly (readonly [why: string, lines: readonly string[], vi: string])[] = [
    ['before opening', told('vi', '2026-11-20T05:15', '8wh'), 'Lúc đó chưa đến giờ làm việc nên thời gian được tính từ 7 giờ thứ Sáu 20/11/2026.'],
    ['lunch', told('vi', '2026-11-20T11:30', '8wh'), 'Lúc đó đang là giờ nghỉ giữa hai buổi làm việc nên thời gian được tính từ 13 giờ 30 thứ Sáu 20/11/2026.'],
    ['after closing', told('vi', '2026-11-19T18:00', '8wh'), 'Lúc đó đã hết giờ làm việc nên thời gian được tính từ 7 giờ thứ Sáu 20/11/2026.'],
    ['day off', told('vi', '2026-11-22T18:00', '8wh'), 'Hôm đó là ngày nghỉ nên thời gian được tính từ 7 giờ thứ Hai 23/11/2026.'],
    ['working hours', told('vi', '2026-11-20T15:30', '8wh'), 'Cộng 8 giờ làm việc từ 15 giờ 30 thứ Sáu 20/11/2026: đến 15 giờ 30 thứ Hai 23/11/2026.'],
    ['same day', told('vi', '2026-11-20T15:00', 'same-day'), 'Thời điểm bắt đầu tính không muộn hơn 15 giờ nên trả kết quả ngay trong ngày.'],
    ['after 15:00', told('vi', '2026-11-20T15:30', 'same-day'), 'Thời điểm bắt đầu tính sau 15 giờ nên trả kết quả trong ngày làm việc tiếp theo.'],
    ['days', told('vi', '2026-11-18T15:30', '10d'), 'Đếm 10 ngày, kể cả ngày nghỉ, sau thứ Tư 18/11/2026: ngày cuối cùng là thứ Bảy 28/11/2026.'],
    ['rolled', told('vi', '2026-11-18T15:30', '10d'), 'Ngày cuối cùng, thứ Bảy 28/11/2026, là ngày nghỉ nên chuyển sang ngày làm việc tiếp theo, thứ Hai 30/11/2026.'],
    ['hours', told('vi', '2026-11-18T15:30', '24h'), 'Cộng 24 giờ, kể cả ngoài giờ làm việc và ngày nghỉ, từ 15 giờ 30 thứ Tư 18/11/2026: đến 15 giờ 30 thứ Năm 19/11/2026.'],
    ['make-up day', told('vi', '2026-08-21T16:00', '1wd'), 'Có tính thứ Bảy 22/08/2026 vì là ngày làm việc: Làm bù cho ngày 31/08/2026 (Thông báo 9441/TB-BNV ngày 16/10/2025).'],
    ['expected holiday', told('vi', '2028-01-24T16:00', '1wd'), 'Không tính thứ Tư 26/01/2028: Tết Nguyên đán — mùng 1 (Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1), dự kiến, chưa có thông báo chính thức.'],
    ['weekday without hours', told('vi', '2026-11-19T16:00', '1wd', [], { sessions: rows.sessions.filter(({ weekday }) => weekday !== 5) }), 'Không tính thứ Sáu 20/11/2026: cơ quan không có giờ làm việc.'],
    ['pause of a same-day dossier', told('vi', '2026-11-16T09:00', 'same-day', ['2026-11-16T10:00/2026-11-16T15:01']), 'Tạm dừng chờ công dân từ 10 giờ thứ Hai 16/11/2026 đến 15 giờ 01 thứ Hai 16/11/2026. Thời hạn trong ngày được tính lại từ lúc công dân trả lời.'],
    ['pause of days', told('vi', '2026-11-16T09:00', '10d', ['2026-11-17T09:00/2026-11-18T09:01']), 'Tạm dừng chờ công dân từ 9 giờ thứ Ba 17/11/2026 đến 9 giờ 01 thứ Tư 18/11/2026. Hạn trả kết quả lùi 2 ngày, bằng thời gian tạm dừng làm tròn lên.'],
    ['pause of hours', told('vi', '2026-11-16T09:00', '24h', ['2026-11-16T20:00/2026-11-17T02:30']), 'Tạm dừng chờ công dân từ 20 giờ thứ Hai 16/11/2026 đến 2 giờ 30 thứ Ba 17/11/2026. Hạn trả kết quả lùi 6 giờ 30, đúng bằng thời gian tạm dừng.'],
    ['joined and cut pauses', told('vi', '2026-11-16T09:00', '3wd', ['2026-11-13T09:00/2026-11-16T10:00', '2026-11-16T10:00/2026-11-16T11:00']), 'Tạm dừng chờ công dân từ 9 giờ thứ Hai 16/11/2026 đến 11 giờ thứ Hai 16/11/2026 (gộp 2 lần tạm dừng trùng hoặc liền nhau) (phần trước khi tiếp nhận không tính). Thời gian làm việc còn lại khi đó là 30 giờ, được tính tiếp từ 11 giờ thứ Hai 16/11/2026.'],
    ['empty pause', told('vi', '2026-11-16T09:00', '3wd', ['2026-11-17T09:00/2026-11-17T09:00']), 'Lần tạm dừng lúc 9 giờ thứ Ba 17/11/2026 không kéo dài nên không làm đổi thời hạn.'],
    ['early pause', told('vi', '2026-11-16T09:00', '3wd', ['2026-11-13T09:00/2026-11-14T09:00']), 'Lần tạm dừng từ 9 giờ thứ Sáu 13/11/2026 đến 9 giờ thứ Bảy 14/11/2026 diễn ra trước khi tiếp nhận nên không tính.'],
    ['late pause', told('vi', '2026-11-16T09:00', '3wd', ['2026-11-20T09:00/']), 'Lần tạm dừng từ 9 giờ thứ Sáu 20/11/2026 bắt đầu khi đã hết thời hạn nên không làm đổi thời hạn.'],
  ];
  for (const [why, lines, vi] of sentences) {
    test(`${why}: ${vi}`, () => {
      assert.ok(lines.includes(vi), lines.join('\n'));
    });
  }

  test('every kind of step has an English sentence without Vietnamese in it but the names of laws', () => {
    const lines = [
      ...told('en', '2026-11-22T05:15', '8wh', ['2026-11-23T08:00/2026-11-23T09:00', '2026-12-23T09:00/2026-12-24T09:00']),
      ...told('en', '2026-11-20T15:30', 'same-day', ['2026-11-23T08:00/2026-11-23T09:00', '2026-11-23T10:00/2026-11-23T10:00']),
      ...told('en', '2026-11-20T12:00', 'same-day'),
      ...told('en', '2026-11-18T18:00', '10d', ['2026-11-20T08:00/2026-11-23T09:00', '2026-11-10T08:00/2026-11-10T09:00']),
      ...told('en', '2026-11-18T18:00', '1h', ['2026-11-18T18:30/2026-11-18T18:45', '2026-11-18T18:40/']),
      ...told('en', '2026-11-18T06:00', '24h', ['2026-11-18T05:30/2026-11-18T18:45', '2026-11-18T18:40/2026-11-18T19:00']),
      ...told('en', '2026-08-21T18:00', '12wd'),
      ...told('en', '2026-02-10T18:00', '50wd'),
      ...told('en', '2028-01-24T18:00', '8wd'),
      ...told('en', '2026-11-19T16:00', '1wd', [], { sessions: rows.sessions.filter(({ weekday }) => weekday !== 5) }),
      ...told('en', '2025-12-31T16:00', '7wd'),
    ];
    assert.ok(lines.length > 50);
    for (const line of lines) {
      const bare = line.replaceAll(/ \((Bộ luật|Quyết định|Nghị quyết|Thông báo|Công văn)[^.]*?\)+(?=[,.:;]|$)/g, '').replaceAll(/Hùng|Tết/g, '');
      assert.match(bare, /^[\x20-\x7e]+\.$/);
    }
  });
});
