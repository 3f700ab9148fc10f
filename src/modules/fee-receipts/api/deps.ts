import { type StaffActor } from '../../../kernel/actor.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Method } from '../domain/cashless.ts';
import { type ReceiptLine } from '../domain/decide-receipt.ts';
import { type ReceiptProvider } from './receipt-provider.ts';

/** A payment as receipts look at it. */
export interface KnownPayment {
  readonly id: string;
  readonly payableId: string;
  readonly dossierId: string | null;
  readonly purpose: 'fees' | 'during-work' | 'certification';
  readonly method: Method;
  /** Whole đồng. */
  readonly amount: number;
  /** What its payable has too much now. */
  readonly surplus: number;
  readonly reversed: boolean;
  /** The number of its receipt where that was written outside the program; null: the program gives it. */
  readonly receiptElsewhere: string | null;
  readonly recordedAt: Date;
  /** Who took or confirmed it; null: nobody in the office. */
  readonly taker: { readonly staffId: string; readonly name: string } | null;
}

/** Who paid, and for what. */
export interface KnownPayer {
  readonly name: string;
  readonly citizenNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly dossierCode: string | null;
  readonly procedureName: string | null;
  readonly synthetic: boolean;
}

/** The office as its receipts name it. */
export interface ReceiptOffice {
  readonly kind: string;
  readonly name: string;
  readonly centreName: string;
  readonly hotline: string;
  readonly address: string;
}

/** What the module is given by the composition root; each is another module's front door. */
export interface FeeReceiptsDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Address that goes into QR codes, without a slash at the end. */
  readonly publicUrl: string;
  readonly officeOf: (communeCode: string, tx?: Tx) => Promise<ReceiptOffice>;
  readonly paymentOf: (db: Database | Tx, communeCode: string, paymentId: string) => Promise<KnownPayment | undefined>;
  /** Payments of a stretch of time whose receipts were written outside the program, oldest first; reversed ones are left out. */
  readonly elsewhereOf: (communeCode: string, from: Date, until: Date) => Promise<readonly { readonly payableId: string; readonly number: string; readonly amount: number; readonly at: Date; readonly takenBy: string | null }[]>;
  /** Payments that were recorded since, oldest first; reversed ones are left out. */
  readonly paymentsSince: (communeCode: string, since: Date, until: Date) => Promise<readonly KnownPayment[]>;
  readonly payerOf: (db: Database | Tx, communeCode: string, dossierId: string) => Promise<KnownPayer | undefined>;
  /** What was charged under a payable, line by line; empty where nobody knows. */
  readonly chargesOf: (db: Database | Tx, communeCode: string, payment: Pick<KnownPayment, 'dossierId' | 'payableId' | 'purpose'>) => Promise<readonly ReceiptLine[]>;
  readonly colleaguesOf: (communeCode: string) => Promise<readonly StaffActor[]>;
  /** While the months of a demonstration are replayed: the journal tells of its load in one line. */
  readonly replays?: boolean;
  /** The provider of electronic receipts of a commune; undefined: receipts stay in the building. */
  readonly providerOf: (db: Database | Tx, communeCode: string) => Promise<ReceiptProvider | undefined>;
}
