import { dayWords, durationWords, timeWords } from '../date-words.ts';
import { amountWords } from '../date-words-time-left.ts';
import { type LocalDate } from '../local-time.ts';
import { type DayOffReason } from '../working-calendar.ts';
import { type LocalMoment, type PauseEffect } from './deadline-trace.ts';
import { limitWords } from './limit-words.ts';
import { localMomentWords, type TraceSentences } from './trace-sentences.ts';
import { type NormalizeReason } from './working-time.ts';

const NOT_YET_WORKING: Readonly<Record<NormalizeReason, string>> = {
  'before-opening': 'Lúc đó chưa đến giờ làm việc',
  'between-sessions': 'Lúc đó đang là giờ nghỉ giữa hai buổi làm việc',
  'after-closing': 'Lúc đó đã hết giờ làm việc',
  'day-off': 'Hôm đó là ngày nghỉ',
};

const moment = (at: LocalMoment): string => localMomentWords(at, 'vi');
const day = (date: LocalDate): string => dayWords(date, 'vi');

function reasonOff(off: DayOffReason): string {
  if (off.kind === 'weekend') return `nghỉ cuối tuần (${off.basis})`;
  if (off.kind === 'no-session') return 'cơ quan không có giờ làm việc';
  const basis = off.basis === null ? '' : ` (${off.basis})`;
  const sure = off.status === 'expected' || off.status === 'estimate' ? ', dự kiến, chưa có thông báo chính thức' : '';
  return `${off.name}${basis}${sure}`;
}

function effectOf(effect: PauseEffect): string {
  switch (effect.kind) {
    case 'left-counted-again':
      return `Thời gian làm việc còn lại khi đó là ${durationWords(effect.leftMinutes, 'vi')}, được tính tiếp từ ${moment(effect.resumesAt)}.`;
    case 'started-again':
      return 'Thời hạn trong ngày được tính lại từ lúc công dân trả lời.';
    case 'moved-by-days':
      return `Hạn trả kết quả lùi ${effect.days} ngày, bằng thời gian tạm dừng làm tròn lên.`;
    case 'moved-by-minutes':
      return `Hạn trả kết quả lùi ${durationWords(effect.minutes, 'vi')}, đúng bằng thời gian tạm dừng.`;
  }
}

/** The Vietnamese sentences of a trace, for officers, citizens and letters alike. */
export const vietnameseSentences: TraceSentences = {
  received: (at, limit) => `Tiếp nhận lúc ${moment(at)}, thời hạn giải quyết: ${limitWords(limit, 'vi')}.`,
  normalized: (to, reason) => `${NOT_YET_WORKING[reason]} nên thời gian được tính từ ${moment(to)}.`,
  daysOff: (dates, off) => `Không tính ${dates.map(day).join(', ')}: ${reasonOff(off)}.`,
  makeUpDay: (date, name, basis) =>
    `Có tính ${day(date)} vì là ngày làm việc: ${name}${basis === null ? '' : ` (${basis})`}.`,
  sameDayCutOff: (minute, after) =>
    after
      ? `Thời điểm bắt đầu tính sau ${timeWords(minute, 'vi')} nên trả kết quả trong ngày làm việc tiếp theo.`
      : `Thời điểm bắt đầu tính không muộn hơn ${timeWords(minute, 'vi')} nên trả kết quả ngay trong ngày.`,
  lateStart: (received, minute, from) =>
    `Tiếp nhận ${moment(received)}, sau ${timeWords(minute, 'vi')}, nên thời gian được tính từ đầu ngày làm việc tiếp theo: ${moment(from)}.`,
  countedWorkingDays: (after, days, last) =>
    `Đếm ${days} ngày làm việc sau ${day(after)}: ngày cuối cùng là ${day(last)}.`,
  countedWorkingHours: (from, hours, to) =>
    `Cộng ${hours} giờ làm việc từ ${moment(from)}: đến ${moment(to)}.`,
  countedDays: (after, days, last) =>
    `Đếm ${days} ngày, kể cả ngày nghỉ, sau ${day(after)}: ngày cuối cùng là ${day(last)}.`,
  countedHours: (from, hours, to) =>
    `Cộng ${hours} giờ, kể cả ngoài giờ làm việc và ngày nghỉ, từ ${moment(from)}: đến ${moment(to)}.`,
  rolled: (from, to) =>
    `Ngày cuối cùng, ${day(from)}, là ngày nghỉ nên chuyển sang ngày làm việc tiếp theo, ${day(to)}.`,
  dueSoFar: (at) => `Thời hạn tính đến bước này: trước ${moment(at)}.`,
  result: (at) => `Vì vậy, trả kết quả trước ${moment(at)}.`,
  pause: (from, to, parts, clipped, effect) =>
    [
      `Tạm dừng chờ công dân từ ${moment(from)} đến ${moment(to)}`,
      parts > 1 ? ` (gộp ${parts} lần tạm dừng trùng hoặc liền nhau)` : '',
      clipped ? ' (phần trước khi tiếp nhận không tính)' : '',
      `. ${effectOf(effect)}`,
    ].join(''),
  pauseIgnored: (from, to, reason) => {
    const stretch = to === null ? `từ ${moment(from)}` : `từ ${moment(from)} đến ${moment(to)}`;
    if (reason === 'empty') return `Lần tạm dừng lúc ${moment(from)} không kéo dài nên không làm đổi thời hạn.`;
    if (reason === 'before-receipt') return `Lần tạm dừng ${stretch} diễn ra trước khi tiếp nhận nên không tính.`;
    return `Lần tạm dừng ${stretch} bắt đầu khi đã hết thời hạn nên không làm đổi thời hạn.`;
  },
  paused: (since, left) =>
    `Đang tạm dừng chờ công dân từ ${moment(since)}; thời gian còn lại khi đó: ${amountWords(left, 'vi', 'exact')}. Khi công dân trả lời, ngày trả kết quả mới sẽ được tính và thông báo.`,
};
