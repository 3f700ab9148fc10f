import { ROLES } from '../src/kernel/actor.ts';

/** Who asks: nobody known, a citizen who signed in with an electronic identity, somebody signed in who holds no position today, or the holder of one role. */
export const SEATS = ['anonymous', 'citizen', 'unplaced', ...ROLES] as const;
export type Seat = (typeof SEATS)[number];

/** Things of the exchange with other systems that an address names by their id. */
export type ExchangeThing = 'import' | 'checked import' | 'mismatch' | 'message';

/** Things of money that an address names by their id. */
export type MoneyThing = 'statement line' | 'paid statement line' | 'payable' | 'paid payable' | 'payable with a surplus' | 'payment' | 'refund' | 'approved refund' | 'failed refund';

/** Receipts, series and days of cashiers that an address names by their id. */
export type ReceiptThing = 'fee receipt' | 'fee receipt with a request' | 'receipt series' | 'book of receipts' | 'open day of a cashier' | 'closed day of a cashier' | 'handed day of a cashier';

/** A thing of a commune that an address names by its id. */
export type ThingKind =
  | 'planned unit change' | 'leave' | 'device' | 'sign-on link'
  | 'member of staff with two factors' | 'member of staff among administrators' | 'started recovery'
  | 'commune merge'
  | 'linked case' | 'calendar change' | 'handed dossier' | 'dossier sent to an agency' | 'given list' | 'saved filter'
  | 'certification' | 'signed certification' | 'person' | 'data request' | 'granted data request' | 'held dossier'
  | 'dossier' | 'approved dossier' | 'sent result' | 'result file' | 'appraised dossier' | 'taken dossier' | 'withdrawn dossier' | 'decided dossier' | 'returned dossier' | 'declaration' | 'paper file' | 'upload' | 'picture sent with a draft'
  | 'dossier that waits for papers' | 'dossier that waits for a leader' | 'answered dossier' | 'dossier that waits for money' | 'member of staff' | 'issued paper' | 'urged dossier' | 'dossier with an extension asked';

/** Who may do it to a thing of the own commune. Things of another commune answer `missing`, like things that do not exist. */
export interface ThingRule {
  readonly kind: ThingKind | ExchangeThing | MoneyThing | ReceiptThing;
  /** Among those who were let in: by whom it is done when the position covers the thing's field. */
  readonly done: readonly Seat[];
  /** The same when the position is for other fields only. */
  readonly doneOutsideField: readonly Seat[];
  /** By whom it is done when the position is for dossiers of its own unit only, and the thing is that unit's; left out: as with the field. */
  readonly doneInOwnUnit?: readonly Seat[];
  /** By whom when the position is for dossiers of its own unit only, and the thing is another unit's; left out: as outside the field. */
  readonly doneOutsideUnit?: readonly Seat[];
  /** Somebody's file: not shown to those whose positions do not reach it (`journal.beyond-position`), unless they had it in hand. */
  readonly isFile?: boolean;
  /** The refusal for everybody else. */
  readonly otherwise?: string;
  readonly missing: string;
}

export interface MatrixRow {
  /** Method and address, as they are registered. */
  readonly route: string;
  /** Who gets past the door. */
  readonly letsIn: readonly Seat[];
  readonly thing?: ThingRule;
  /** Where a page leads everybody whom it keeps out; left out, strangers go to the way in for staff and the others are refused. */
  readonly signInAt?: string;
}

/** Rows of routes that need no thing. */
export function rows(letsIn: readonly Seat[], routes: readonly string[]): readonly MatrixRow[] {
  return routes.map((route) => ({ route, letsIn }));
}
