import { dateOf, dayOfYmd, daysInMonth, type LocalDate } from '../../../kernel/local-time.ts';
import { type DayOrder, type SheetCell } from './statement-line.ts';

/** What stands in a cell of a day. */
export type ReadDay = { readonly day: LocalDate } | { readonly fault: 'date-missing' | 'date-not-readable' | 'date-impossible' | 'formula' | 'cell-error' };

const MONTHS: Readonly<Record<string, number>> = { jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 };
/** Three parts with one kind of sign between them; a time of day may follow. */
const PARTS = /^(\d{1,4})\s*[/.\-\s]\s*(\d{1,2}|[A-Za-z]{3})\s*[/.\-\s]\s*(\d{2,4})(?:\D.*)?$/u;
const CLOCK_FIRST = /^\d{1,2}:\d{2}(?::\d{2})?\s+(.+)$/u;
const COMPACT = /^(?:(\d{4})(\d{2})(\d{2}))(?:\d{4,6})?$/u;

/**
 * Reads a cell of a day: 26/11/2026, 26-11-2026 14:05:33, 2026-11-26, 26-Nov-2026, or a day of a spreadsheet. `order` decides what the first two numbers mean where
 * the file leaves it open; a year in front or a month in words decides by itself. Says when a day cannot exist, such as 31/02.
 */
export function readDay(cell: SheetCell | undefined, order: DayOrder): ReadDay {
  const text = cell?.text.trim() ?? '';
  if (cell === undefined || text === '') return { fault: 'date-missing' };
  if (cell.kind === 'formula') return { fault: 'formula' };
  if (cell.kind === 'error') return { fault: 'cell-error' };
  if (cell.kind === 'day') return existing(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  const compact = COMPACT.exec(text);
  if (compact !== null && order === 'ymd') return existing(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const parts = PARTS.exec(CLOCK_FIRST.exec(text)?.[1] ?? text);
  if (parts === null) return { fault: 'date-not-readable' };
  const [first = '', second = '', third = ''] = parts.slice(1);
  if (first.length === 4) return existing(Number(first), monthOf(second), Number(third));
  if (first.length > 2) return { fault: 'date-not-readable' };
  const year = third.length === 2 ? 2000 + Number(third) : Number(third);
  const inWords = /\D/u.test(second);
  return order === 'mdy' && !inWords ? existing(year, Number(first), Number(second)) : existing(year, monthOf(second), Number(first));
}

function monthOf(text: string): number {
  return MONTHS[text.toLowerCase()] ?? Number(text);
}

function existing(year: number, month: number, day: number): ReadDay {
  if (![year, month, day].every((part) => Number.isInteger(part))) return { fault: 'date-not-readable' };
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return { fault: 'date-impossible' };
  return { day: dateOf(dayOfYmd(year, month, day)) };
}
