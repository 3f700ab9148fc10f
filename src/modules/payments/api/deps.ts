import { type Problem, type Result } from '../../../kernel/result.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Answer, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type PayablePurpose, type PaymentMethod } from '../domain/payable.ts';
import { type PayableAccount } from '../domain/payment-code.ts';
import { type PaymentGateway } from './gateway.ts';

/** Who did it: a member of staff; null: nobody in the office, such as a provider that tells of a payment, or a citizen. */
export type MoneyActor = { readonly staffId: string; readonly name: string } | null;

/** What became of a dossier's money, told in the transaction that changed it. */
export interface DossierMoneyChange {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly payableId: string;
  readonly purpose: PayablePurpose;
  /** What all payables of the dossier together mean for it. */
  readonly money: 'none' | 'due' | 'paid' | 'refunded';
  /** The payment that made this payable paid; null: it is not paid, or became it without one. */
  readonly paidBy: { readonly paymentId: string; readonly method: PaymentMethod; readonly paidAt: Date; readonly reference: string; readonly source: string } | null;
  readonly at: Date;
  readonly actor: MoneyActor;
}

/** What a list of payables says of their dossiers. */
export interface PayableDossier {
  /** The code under which people know it. */
  readonly code: string;
  readonly procedureName: string;
  readonly payerName: string;
}

/** A payment that has just been written. */
export interface RecordedMoney {
  readonly communeCode: string;
  readonly id: string;
  readonly payableId: string;
  readonly dossierId: string | null;
  readonly purpose: PayablePurpose;
  readonly method: PaymentMethod;
  readonly amount: number;
  readonly paidAt: Date;
  readonly takenBy: MoneyActor;
  readonly payerName: string | null;
  /** The number of its receipt where that was written outside the program; null: the program gives it. */
  readonly receiptElsewhere: string | null;
}

/** Money that goes back: a payment that was recorded wrongly, or a surplus that is paid back. */
export interface ReturnedMoney {
  readonly communeCode: string;
  readonly kind: 'reversed' | 'refunded';
  /** The payment that was reversed, or the refund. */
  readonly sourceId: string;
  readonly payableId: string;
  readonly method: PaymentMethod;
  readonly amount: number;
  readonly reason: string;
  readonly by: MoneyActor;
  readonly at: Date;
}

/** What keeping payables needs. */
export interface PayableDeps {
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Locks a dossier before its payables, always in this order, so that nobody waits for the other. */
  readonly lockDossier: (tx: Tx, communeCode: string, dossierId: string) => Promise<void>;
  /** Hears of it in the transaction; the dossier's row is locked. */
  readonly onMoney: (tx: Tx, change: DossierMoneyChange) => Promise<void>;
  /** Hears of every payment straight after its row was written, in the transaction; what it refuses rolls the payment back. */
  readonly onPayment: (tx: Tx, payment: RecordedMoney, now: Date) => Promise<Result<void>>;
  /** Hears of money that goes back, in the transaction that notes it; what it refuses rolls it back. */
  readonly onMoneyBack: (tx: Tx, money: ReturnedMoney) => Promise<Result<void>>;
  /** The dossiers of payables by id; what is not there is left out. */
  readonly dossiersOf: (db: Database | Tx, communeCode: string, ids: readonly string[]) => Promise<ReadonlyMap<string, PayableDossier>>;
}

/** What drawers and receipts say before somebody takes cash. */
export interface CashDesk {
  /** What keeps somebody from it now, such as a day that was closed; undefined: nothing. */
  readonly hindrance: (communeCode: string, staffId: string, now: Date) => Promise<Problem | undefined>;
  /** Whether the program gives the receipt at once; false: no series is in force for whoever takes it. */
  readonly givesReceipt: (communeCode: string, staffId: string, now: Date) => Promise<boolean>;
}

/** What the counter of the cashier needs. */
export interface CounterDeps {
  readonly db: Database;
  readonly payables: PayableDeps;
  /** Where the commune takes money by transfer; undefined while the administrator has given no account. */
  readonly bankAccountOf: (communeCode: string) => Promise<PayableAccount | undefined>;
  readonly desk: CashDesk;
}

/** A dossier that the link of a slip opens, as its payment page needs it. */
export interface LinkedDossier {
  readonly id: string;
  readonly communeCode: string;
  readonly code: string;
  /** In the reader's language where there is a name in it. */
  readonly procedure: { readonly text: string; readonly lang: 'vi' | 'en' };
}

/** What online payments and the pages of payers need. */
export interface OnlineDeps extends CounterDeps {
  readonly publicUrl: string;
  /** The gateway that a commune offers today; undefined: none. */
  readonly gatewayOf: (communeCode: string) => Promise<PaymentGateway | undefined>;
  /** A gateway by its short name, for what it tells; undefined for one that this installation does not know. */
  readonly gatewayByKey: (key: string) => PaymentGateway | undefined;
  /** Members of staff who may decide on a refund, as their inboxes are told. */
  readonly refundDecidersOf: (communeCode: string) => Promise<readonly string[]>;
  /** The dossier behind the link of a slip, or the page that says there is none. */
  readonly openByLink: (input: Pick<RouteInput<RouteSchema>, 'request' | 'context'>, token: string) => Promise<{ readonly dossier: LinkedDossier } | { readonly answer: Answer }>;
  readonly office: () => Soon<PublicOffice | undefined>;
  readonly communeOf: (communeCode: string) => Promise<{ readonly kind: string; readonly name: string; readonly centreName: string; readonly hotline: string }>;
}
