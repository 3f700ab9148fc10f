import { type DeadlineProblem } from '../kernel/legal-clock/compute-deadline.ts';
import { type TimeLimitProblem } from '../kernel/legal-clock/time-limit.ts';
import { type DateProblem, type InstantProblem } from '../kernel/local-time.ts';
import { type LunarProblem } from '../kernel/lunar.ts';
import { type Problem } from '../kernel/result.ts';

/** What the commands themselves refuse, before any rule is asked. */
export type RequestProblem = Problem<
  'request.not-json' | 'request.not-object' | 'request.no-received' | 'request.no-limit' | 'request.unreadable-pauses' | 'request.unreadable-pause'
>;

export type TimeCommandProblem = DeadlineProblem | TimeLimitProblem | InstantProblem | DateProblem | LunarProblem | RequestProblem;

type Facts = NonNullable<Problem['facts']>;
type Sentence = (fact: (name: string) => string) => readonly [vi: string, en: string];

const SENTENCES: Readonly<Record<TimeCommandProblem['code'], Sentence>> = {
  'local-time.unreadable': (fact) => [
    `Không đọc được thời điểm “${fact('text')}”. Hãy viết như 2026-11-20T15:30.`,
    `The moment “${fact('text')}” cannot be read. Write it like 2026-11-20T15:30.`,
  ],
  'local-time.unreadable-date': (fact) => [
    `Không đọc được ngày “${fact('text')}”. Hãy viết như 2026-11-20.`,
    `The date “${fact('text')}” cannot be read. Write it like 2026-11-20.`,
  ],
  'local-time.no-such-date': (fact) => [`Ngày ${fact('text')} không có trên lịch.`, `The date ${fact('text')} does not exist.`],
  'local-time.unreadable-time': (fact) => [
    `Không đọc được giờ “${fact('text')}”. Hãy viết như 07:30.`,
    `The time “${fact('text')}” cannot be read. Write it like 07:30.`,
  ],
  'local-time.no-such-time': (fact) => [
    `Không có giờ, phút, giây hoặc múi giờ như trong “${fact('text')}”.`,
    `There is no such hour, minute, second or offset as in “${fact('text')}”.`,
  ],
  'legal-clock.unreadable-limit': (fact) => [
    `Không đọc được thời hạn “${fact('text')}”. Hãy viết same-day, 3wd, 8wh, 10d hoặc 24h.`,
    `The time limit “${fact('text')}” cannot be read. Write same-day, 3wd, 8wh, 10d or 24h.`,
  ],
  'legal-clock.limit-not-positive': () => ['Thời hạn phải là số nguyên lớn hơn 0.', 'A time limit must be a whole number above 0.'],
  'legal-clock.pause-reversed': () => ['Lần tạm dừng kết thúc trước khi bắt đầu.', 'A pause ends before it begins.'],
  'legal-clock.out-of-range': () => [
    'Thời điểm nằm ngoài lịch làm việc (từ năm 1900 đến hết năm 2100).',
    'The moment lies outside the working calendar (1900 to 2100).',
  ],
  'lunar.unreadable': (fact) => [
    `Không đọc được ngày âm lịch “${fact('text')}”. Hãy viết như 2025-06-01, thêm chữ L nếu là tháng nhuận.`,
    `The lunar date “${fact('text')}” cannot be read. Write it like 2025-06-01, with L after it in a leap month.`,
  ],
  'lunar.out-of-range': (fact) => [
    `Ngày ${fact('date')} nằm ngoài khoảng đổi được (từ 1900-01-01 đến 2100-12-31 dương lịch).`,
    `The date ${fact('date')} lies outside what can be converted (solar 1900-01-01 to 2100-12-31).`,
  ],
  'lunar.no-such-month': (fact) => [
    `Ngày âm lịch ${fact('date')} không có: tháng phải từ 1 đến 12.`,
    `The lunar date ${fact('date')} does not exist: months go from 1 to 12.`,
  ],
  'lunar.no-such-leap-month': (fact) => [
    `Ngày âm lịch ${fact('date')} không có: năm đó không nhuận tháng ${fact('month')}.`,
    `The lunar date ${fact('date')} does not exist: month ${fact('month')} is not repeated in that year.`,
  ],
  'lunar.no-such-day': (fact) => [
    `Ngày âm lịch ${fact('date')} không có: tháng đó chỉ có ${fact('length')} ngày.`,
    `The lunar date ${fact('date')} does not exist: that month has ${fact('length')} days.`,
  ],
  'request.not-json': () => ['Dòng này không phải là JSON.', 'This line is not JSON.'],
  'request.not-object': () => [
    'Dòng này phải là một đối tượng JSON có “received” và “limit”.',
    'This line must be a JSON object with “received” and “limit”.',
  ],
  'request.no-received': () => ['Thiếu thời điểm tiếp nhận “received”, viết như "2026-11-20T15:30".', 'The moment of receipt “received” is missing.'],
  'request.no-limit': () => ['Thiếu thời hạn “limit”, viết như "3wd".', 'The time limit “limit” is missing.'],
  'request.unreadable-pauses': () => [
    'Các lần tạm dừng “pauses” phải là một danh sách [["từ", "đến"], …].',
    'The pauses must be a list [["from", "to"], …].',
  ],
  'request.unreadable-pause': (fact) => [
    `Không đọc được lần tạm dừng “${fact('text')}”. Cần thời điểm bắt đầu và thời điểm kết thúc; để trống thời điểm kết thúc nếu còn đang tạm dừng.`,
    `The pause “${fact('text')}” cannot be read. It needs a beginning and an end; leave the end empty while it is open.`,
  ],
};

/** A refusal as one plain sentence in Vietnamese and one in English. */
export function problemWords(problem: TimeCommandProblem): { readonly vi: string; readonly en: string } {
  const facts: Facts = problem.facts ?? {};
  const [vi, en] = SENTENCES[problem.code]((name) => String(facts[name] ?? ''));
  return { vi, en };
}
