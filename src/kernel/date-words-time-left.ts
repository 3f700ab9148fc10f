import { durationWords, type Language } from './date-words.ts';
import { type DeadlineMeasure } from './legal-clock/measure-deadline.ts';
import { type TimeLeft } from './legal-clock/time-left.ts';

/** A day of clock hours is told in hours: “còn 20 giờ” says more than “còn 1 ngày”. */
const HOURS_UP_TO_MINUTES = 48 * 60;

/** How a dossier stands, in the words of a work list: `Quá hạn 1 ngày`, `Hôm nay, còn 3 giờ 40`, `Còn 2 ngày làm việc`, `Tạm dừng, còn 2 ngày`. */
export function timeLeftWords(measure: DeadlineMeasure, language: Language): string {
  switch (measure.state) {
    case 'overdue':
      return overdueWords(measure.overdueBy, language);
    case 'paused': {
      const left = amountWords(measure.left, language, 'plain');
      return language === 'vi' ? `Tạm dừng, còn ${left}` : `Paused, ${left} left`;
    }
    case 'due-today': {
      const left = durationWords(measure.left.minutes, language);
      return language === 'vi' ? `Hôm nay, còn ${left}` : `Today, ${left} left`;
    }
    case 'near':
    case 'in-time': {
      const left = amountWords(measure.left, language, 'exact');
      return language === 'vi' ? `Còn ${left}` : capital(`${left} left`);
    }
  }
}

function overdueWords({ days, minutes }: { readonly days: number; readonly minutes: number }, language: Language): string {
  const late = days > 0 ? dayCount(days, '', language) : durationWords(minutes, language);
  return language === 'vi' ? `Quá hạn ${late}` : capital(`${late} overdue`);
}

/** What is left as an amount: days while there are any, hours and minutes on the last day; `exact` says which days are meant. */
export function amountWords(left: TimeLeft, language: Language, days: 'exact' | 'plain'): string {
  const inHours = left.measure === 'clock' ? left.minutes < HOURS_UP_TO_MINUTES : left.days === 0;
  if (inHours) return durationWords(left.minutes, language);
  return dayCount(left.days, left.measure === 'working' && days === 'exact' ? 'working' : '', language);
}

function dayCount(days: number, kind: 'working' | '', language: Language): string {
  if (language === 'vi') return kind === 'working' ? `${days} ngày làm việc` : `${days} ngày`;
  const unit = days === 1 ? 'day' : 'days';
  return kind === 'working' ? `${days} working ${unit}` : `${days} ${unit}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
