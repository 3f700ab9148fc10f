import type { Cell } from '../domain/cell.ts';

const DAY_MS = 86_400_000;

/** A serial number of a spreadsheet as local date and time; a number that is none stays a number. `dates1904`: counted from 1904. */
export function spreadsheetMoment(text: string, dates1904: boolean): Cell {
  const serial = Number(text);
  // The last representable day is in the year 9999.
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return { k: 'n', v: text };
  const zero = dates1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const moment = new Date(Math.round((zero + serial * DAY_MS) / 1000) * 1000);
  return { k: 'd', v: moment.toISOString().slice(0, 19) };
}
