import { type Dong } from '../../../kernel/money.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';

/** One cell of a bank's file: its words, and what the file itself says it is. */
export interface SheetCell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'day' | 'flag' | 'formula' | 'error';
}

/** One line of a bank's file with its number there, counted from one. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly SheetCell[];
}

/** What a column of a statement may mean. Money in stands in `credit` (ghi có), money out in `debit` (ghi nợ), or both in `amount` with a sign or beside `sign`. */
export const STATEMENT_FIELDS = ['date', 'number', 'memo', 'credit', 'debit', 'amount', 'sign', 'balance', 'counterpart', 'counterpart-account', 'account'] as const;

export type StatementField = (typeof STATEMENT_FIELDS)[number];

/** In which order a file writes day, month and year. */
export const DAY_ORDERS = ['dmy', 'mdy', 'ymd'] as const;

export type DayOrder = (typeof DAY_ORDERS)[number];

/** How one file is read: below which line, which column (from 0) means what, and how its days are written. */
export interface StatementReading {
  /** The line of the headings; 0: the file has none. */
  readonly headingLine: number;
  readonly columns: Readonly<Partial<Record<StatementField, number>>>;
  readonly dayOrder: DayOrder;
}

/** One movement on the account. Exactly one of the two amounts is above zero. */
export interface StatementLine {
  /** Where it stands in the file. */
  readonly line: number;
  readonly date: LocalDate;
  readonly amountIn: Dong;
  readonly amountOut: Dong;
  /** What was on the account afterwards, below zero with an overdraft; null where the bank does not say. */
  readonly balance: number | null;
  readonly memo: string;
  /** The bank's own number of the movement; empty where the bank gives none. */
  readonly bankNumber: string;
  /** Whose account the money came from or went to, as far as the bank says. */
  readonly counterpart: string;
  /** The bank wrote the movement as a negative amount in the column of money in (or the reverse): it took something back. */
  readonly reversal: boolean;
}

/** What makes one line of a file unreadable. A file with such a line is not taken over: a statement is whole or it is none. */
export type LineFaultCode = 'date-missing' | 'date-not-readable' | 'date-impossible' | 'date-in-future' | 'amount-missing' | 'amount-not-readable' | 'amount-fraction' | 'amount-too-large' | 'both-sides' | 'formula' | 'cell-error' | 'balance-not-readable' | 'sign-not-readable' | 'memo-too-long';

export interface LineFault {
  readonly line: number;
  readonly code: LineFaultCode;
  /** What stands in the cell. */
  readonly value: string;
}
