/** What a payable is for: phí, lệ phí and priced services of a dossier; a payment asked for during the work; a visit to the lane of certified copies. */
export type PayablePurpose = 'fees' | 'during-work' | 'certification';

/** Whether money is still expected. */
export type PayableState = 'open' | 'paid' | 'cancelled';

/** How money came in. */
export type PaymentMethod = 'cash' | 'transfer' | 'online';

/** A payable as its rules see it. All amounts are whole đồng. */
export interface PayableStanding {
  readonly state: PayableState;
  /** What it asks for. */
  readonly amount: number;
  /** The sum of its payments that were not reversed. */
  readonly paid: number;
  /** What was paid back of it. */
  readonly refunded: number;
}

/** The most that one payable asks for, in đồng: ten thousand million. More is a slip of the finger. */
export const MAX_PAYABLE = 10_000_000_000;

/** What is still missing; 0 for one that is paid or cancelled. */
export function missingOf({ state, amount, paid, refunded }: PayableStanding): number {
  return state === 'open' ? amount - (paid - refunded) : 0;
}

/** What the office holds beyond what is due and owes back: of a cancelled payable everything. */
export function surplusOf({ state, amount, paid, refunded }: PayableStanding): number {
  return Math.max(0, paid - refunded - (state === 'cancelled' ? 0 : amount));
}

/** What the payables of one dossier together mean for it: something is due, everything is paid, or nothing was ever due. */
export function moneyStateOf(payables: readonly PayableStanding[]): 'none' | 'due' | 'paid' | 'refunded' {
  if (payables.some(({ state }) => state === 'open')) return 'due';
  if (payables.some(({ state }) => state === 'paid')) return 'paid';
  return payables.some(({ refunded, paid }) => paid > 0 && refunded === paid) ? 'refunded' : 'none';
}
