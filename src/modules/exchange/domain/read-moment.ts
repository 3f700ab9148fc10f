import { dayOfYmd, daysInMonth, instantOn, type Instant, MS_PER_DAY, MS_PER_MINUTE, parseInstant } from '../../../kernel/local-time.ts';
import { type Cell, cellText } from './cell.ts';

/** In which order a file writes day and month. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/** A moment read out of a cell; `onDay`: the cell had no time of day. */
export interface ReadMoment {
  readonly at: Instant;
  readonly onDay: boolean;
  /** The cell was a bare number that counts days since 1900, as spreadsheets do. */
  readonly fromNumber: boolean;
}

const DATE = /(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})/u;
const TIME = /(\d{1,2})\s*(?::|giờ|h|g)\s*(\d{1,2})?(?::(\d{1,2}))?/iu;

/** Serial numbers of spreadsheets between 1955 and 2119: anything else in a date column is no date. */
const SERIAL = /^(\d{5})(\.\d+)?$/u;
/** 1899-12-30, from which spreadsheets count days. */
const SERIAL_ZERO = -25_569;

function yearOf(text: string): number {
  const year = Number(text);
  return text.length <= 2 ? 2000 + year : year;
}

function momentOf(year: number, month: number, day: number, time: RegExpExecArray | null, afternoon: boolean): ReadMoment | undefined {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const hour = Number(time?.[1] ?? 0) + (afternoon && Number(time?.[1] ?? 0) < 12 ? 12 : 0);
  const minute = Number(time?.[2] ?? 0);
  const second = Number(time?.[3] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return { at: instantOn(dayOfYmd(year, month, day), hour * 60 + minute) + second * 1000, onDay: time === null, fromNumber: false };
}

function ofSerial(text: string): ReadMoment {
  const serial = Number(text);
  const day = Math.floor(serial);
  // Spreadsheets keep the time as a fraction of a day: to the minute is what people typed.
  const minutes = Math.round(((serial - day) * MS_PER_DAY) / MS_PER_MINUTE);
  return { at: instantOn(SERIAL_ZERO + day, minutes), onDay: minutes === 0, fromNumber: true };
}

/**
 * Reads a local date with or without a time of day: `23/11/2026 08:00`, `08 giờ 00 23/11/2026`, `2026-11-23T08:00:00+07:00`, a date of a
 * spreadsheet, or its bare serial number. Undefined for anything else, and for days that do not exist in the stated order.
 */
export function readMoment(cell: Cell, order: DateOrder): ReadMoment | undefined {
  const text = cellText(cell);
  if (typeof cell !== 'string' && cell.k === 'd') {
    const exact = parseInstant(text);
    return exact.ok ? { at: exact.value, onDay: text.endsWith('T00:00:00'), fromNumber: false } : undefined;
  }
  if (SERIAL.test(text)) return ofSerial(text);
  if (/T\d{2}:/u.test(text)) {
    const exact = parseInstant(text);
    return exact.ok ? { at: exact.value, onDay: false, fromNumber: false } : undefined;
  }
  const date = DATE.exec(text);
  if (date === null) return undefined;
  const [whole, a = '', b = '', c = ''] = date;
  const rest = `${text.slice(0, date.index)} ${text.slice(date.index + whole.length)}`;
  const time = TIME.exec(rest);
  if (time === null && /\d/u.test(rest)) return undefined;
  const afternoon = /\b(?:pm|ch)\b/iu.test(rest);
  if (a.length === 4) return momentOf(Number(a), Number(b), Number(c), time, afternoon);
  if (order === 'year-first') return undefined;
  const [day, month] = order === 'day-first' ? [Number(a), Number(b)] : [Number(b), Number(a)];
  return momentOf(yearOf(c), month, day, time, afternoon);
}
