import { dayWords, plainDateWords, timeWords } from '../../../kernel/date-words.ts';
import { type DeadlineStep } from '../../../kernel/legal-clock/deadline-trace.ts';
import { localMomentWords } from '../../../kernel/legal-clock/trace-sentences.ts';
import { parseTimeOfDay, type LocalDate } from '../../../kernel/local-time.ts';

type Step<K extends DeadlineStep['step']> = Extract<DeadlineStep, { readonly step: K }>;

const isStep =
  <K extends DeadlineStep['step']>(kind: K) =>
  (step: DeadlineStep): step is Step<K> =>
    step.step === kind;

const day = (date: LocalDate): string => dayWords(date, 'vi', 'without-year');
const shortDate = (date: LocalDate): string => plainDateWords(date, 'vi', 'without-year');

/** Weekend days are listed one by one up to this many, and counted beyond. */
const LISTED_WEEKEND_DAYS = 4;

/**
 * Why the due date is what it is, in one line for the slip: “Tính 3 ngày làm việc sau thứ Sáu 20/11; không tính 21/11, 22/11 (cuối
 * tuần), 24/11 (Ngày Văn hóa Việt Nam).” The whole trace stands on the dossier's page behind the QR.
 */
export function dueReason(trace: readonly DeadlineStep[]): string {
  const firstDue = trace.findIndex(isStep('due'));
  const counting = firstDue === -1 ? trace : trace.slice(0, firstDue);
  const normalized = counting.find(isStep('normalized'));
  const start = counting.find(isStep('late-start')) ?? normalized;
  // Days off before the clock starts explain the start; only those after it are left out of the count. Calendar days leave none out.
  const skipsDaysOff = !counting.some((step) => step.step === 'counted-days' || step.step === 'counted-hours');
  const counted = start === undefined ? counting : counting.slice(counting.indexOf(start));
  const parts = [
    ...(normalized === undefined ? [] : [`Nhận ngoài giờ làm việc nên tính từ ${localMomentWords(normalized.to, 'vi')}`]),
    ...counting.map(countWords).filter((words) => words !== ''),
    ...(skipsDaysOff ? daysOffWords(counted.filter(isStep('day-off'))) : []),
    ...(trace.some(isStep('pause')) ? ['cộng thêm thời gian tạm dừng chờ bổ sung'] : []),
  ];
  const line = parts.join('; ');
  return line === '' ? '' : `${line.charAt(0).toLocaleUpperCase('vi')}${line.slice(1)}.`;
}

function countWords(step: DeadlineStep): string {
  switch (step.step) {
    case 'counted-working-days':
      return `tính ${step.days} ngày làm việc sau ${day(step.after)}`;
    case 'counted-working-hours':
      return `tính ${step.hours} giờ làm việc`;
    case 'counted-days':
      return `tính ${step.days} ngày, kể cả ngày nghỉ, sau ${day(step.after)}`;
    case 'counted-hours':
      return `tính ${step.hours} giờ liền, kể cả ngoài giờ làm việc`;
    case 'rolled':
      return `ngày cuối ${shortDate(step.from)} là ngày nghỉ nên trả vào ${day(step.to)}`;
    case 'same-day-cut-off': {
      const cutOff = parseTimeOfDay(step.cutOff);
      const time = cutOff.ok ? timeWords(cutOff.value, 'vi') : step.cutOff;
      return step.after ? `nhận sau ${time} nên trả trong ngày làm việc tiếp theo` : `nhận đến ${time} thì trả trong ngày`;
    }
    case 'late-start': {
      const cutOff = parseTimeOfDay(step.cutOff);
      return `nhận sau ${cutOff.ok ? timeWords(cutOff.value, 'vi') : step.cutOff} nên tính từ ${localMomentWords(step.from, 'vi')}`;
    }
    case 'make-up-day':
      return `có tính ${shortDate(step.date)} (${step.name})`;
    case 'received':
    case 'normalized':
    case 'day-off':
    case 'due':
    case 'pause':
    case 'pause-ignored':
    case 'paused':
      return '';
  }
}

function daysOffWords(steps: readonly Step<'day-off'>[]): readonly string[] {
  const weekend = steps.filter(({ off }) => off.kind === 'weekend' || off.kind === 'no-session').map(({ date }) => shortDate(date));
  const named = steps.flatMap(({ date, off }) => ('name' in off ? [`${shortDate(date)} (${off.name})`] : []));
  const weekendWords =
    weekend.length === 0
      ? []
      : [weekend.length > LISTED_WEEKEND_DAYS ? `${weekend.length} ngày cuối tuần` : `${weekend.join(', ')} (cuối tuần)`];
  const all = [...weekendWords, ...named];
  return all.length === 0 ? [] : [`không tính ${all.join(', ')}`];
}
