import { type Dong } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type NoteCount, sumNotes } from './cash-count.ts';

/** A day of a cashier: đang mở → đã chốt → đã bàn giao → đã nhận; what is turned back is counted and handed over again. */
export type DayState = 'open' | 'closed' | 'handed-over' | 'received';

/** What may be done to a day, by its state. */
export const NEXT_OF_DAY = { 'open': ['close'], 'closed': ['hand-over'], 'handed-over': ['receive', 'turn-back'], 'received': [] } as const satisfies Readonly<Record<DayState, readonly string[]>>;

/** As much of a day as the rules look at; amounts in đồng. */
export interface CashierDay {
  readonly state: DayState;
  readonly cashierId: string;
  readonly float: Dong;
  /** Cash taken less cash given back. */
  readonly taken: Dong;
  readonly counted: Dong | null;
  readonly handedTo: string | null;
}

/** What must be in the drawer. Below 0 when more was given back than there was: then it is 0 and the difference tells. */
export function expectedCash({ float, taken }: Pick<CashierDay, 'float' | 'taken'>): Dong {
  return float + taken;
}

/** Closes a day by a count of notes. Refuses a day that is not open, an unreadable count, and a difference without an explanation. */
export function decideClose(day: CashierDay, asked: { readonly notes: NoteCount; readonly explanation: string }): Result<{ readonly counted: Dong; readonly expected: Dong; readonly difference: number; readonly notes: NoteCount; readonly explanation: string | null }> {
  if (day.state !== 'open') return refuse('fee-receipts.day-not-open');
  const sum = sumNotes(asked.notes);
  if (!sum.ok) return sum;
  const expected = expectedCash(day);
  const difference = sum.value.total - expected;
  const explanation = asked.explanation.trim();
  if (difference !== 0 && explanation.length < 5) return refuse('fee-receipts.difference-unexplained', { difference: Math.abs(difference), direction: difference > 0 ? 'over' : 'short' }, 'explanation');
  return ok({ counted: sum.value.total, expected, difference, notes: sum.value.notes, explanation: difference === 0 ? null : explanation });
}

/** Hands the money of a closed day on. Refuses a day that is not closed, oneself, and an amount that is more than was counted. */
export function decideHandOver(day: CashierDay, asked: { readonly to: string; readonly kept: Dong; readonly by: string }): Result<{ readonly handed: Dong }> {
  if (day.state !== 'closed') return refuse(day.state === 'open' ? 'fee-receipts.day-not-closed' : 'fee-receipts.day-handed-over');
  if (asked.to === day.cashierId || asked.to === asked.by) return refuse('fee-receipts.receiver-same', undefined, 'to');
  const counted = day.counted ?? 0;
  if (!Number.isInteger(asked.kept) || asked.kept < 0 || asked.kept > counted) return refuse('fee-receipts.kept-amount', { counted }, 'kept');
  return ok({ handed: counted - asked.kept });
}

/** Takes the money of a day, or turns it back. Refuses whoever is not the one it was handed to, and turning back without words. */
export function decideReceive(day: CashierDay, asked: { readonly by: string; readonly agree: boolean; readonly words: string }): Result<{ readonly words: string }> {
  if (day.state !== 'handed-over') return refuse('fee-receipts.day-not-handed-over');
  if (asked.by === day.cashierId || asked.by !== day.handedTo) return refuse('fee-receipts.not-the-receiver');
  if (!asked.agree && asked.words.trim().length < 5) return refuse('fee-receipts.reason-missing', undefined, 'words');
  return ok({ words: asked.words.trim() });
}

/** Whether cash may be taken by somebody: into the open day, into one that opens by itself, or not at all. */
export function decideCash(openDay: boolean, opening: 'by-itself' | 'required'): Result<'open-day' | 'new-day'> {
  if (openDay) return ok('open-day');
  return opening === 'by-itself' ? ok('new-day') : refuse('fee-receipts.no-open-day');
}
