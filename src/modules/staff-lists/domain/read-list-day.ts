import { dateOf, dayOfYmd, daysInMonth, type LocalDate } from '../../../kernel/local-time.ts';
import { type ListCell } from './staff-columns.ts';

/** 1899-12-30, from which spreadsheets count days, in days of the kernel. */
const SERIAL_ZERO = -25_569;
const DAY_FIRST = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})$/u;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:T.*)?$/u;
const IN_WORDS = /^(?:ngày\s+)?(\d{1,2})\s+(?:tháng|thg)\s*(\d{1,2})\s*,?\s*(?:năm\s+)?(\d{4})$/iu;

function dayOf(year: string, month: string, day: string): LocalDate | undefined {
  const y = Number(year.length === 2 ? `20${year}` : year);
  const [m, d] = [Number(month), Number(day)];
  if (y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return undefined;
  return dateOf(dayOfYmd(y, m, d));
}

/**
 * A day as offices write it: `1/3/2026`, `01-03-2026`, `1.3.26`, `2026-03-01`, “ngày 1 tháng 3 năm 2026”, a date of a spreadsheet or its bare
 * serial number. Null for an empty cell, undefined for everything else and for days that do not exist. The day always stands before the month.
 */
export function readListDay({ text, kind }: ListCell): LocalDate | null | undefined {
  const plain = text.trim();
  if (plain === '') return null;
  if (kind === 'number' && /^\d{5}$/u.test(plain)) return dateOf(SERIAL_ZERO + Number(plain));
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst !== null) return dayOf(yearFirst[1] ?? '', yearFirst[2] ?? '', yearFirst[3] ?? '');
  const dayFirst = DAY_FIRST.exec(plain) ?? IN_WORDS.exec(plain);
  return dayFirst === null ? undefined : dayOf(dayFirst[3] ?? '', dayFirst[2] ?? '', dayFirst[1] ?? '');
}
