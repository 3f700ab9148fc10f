import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Dong } from '../../../kernel/money.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type PublishedFee } from '../domain/tariff.ts';

/** The fees of a dossier were written: what is to be paid is this. */
export interface FeesAssessed {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly total: Dong;
  readonly at: Date;
  readonly actor: { readonly staffId: string; readonly name: string };
}

/** Everything the module is given by the composition root; each is another module's front door. */
export interface FeesDeps {
  readonly db: Database;
  readonly newId: () => string;
  /** The fee of a procedure as published on a day; undefined for an unknown or hidden procedure. */
  readonly publishedFee: (communeCode: string, procedureCode: string, day: LocalDate) => PublishedFee | undefined;
  /** Every procedure that citizens of the commune may file on a day. */
  readonly publishedFees: (communeCode: string, day: LocalDate) => readonly PublishedFee[];
  readonly calendarOf: (communeCode: string) => Promise<WorkingCalendar>;
  readonly provinceOf: (communeCode: string) => Promise<{ readonly code: string; readonly name: string }>;
  /** Hears, inside the transaction that writes them, what is to be paid for a dossier. */
  readonly feesAssessed: (tx: Tx, fees: FeesAssessed) => Promise<void>;
  /** What was paid for the fees of a dossier and not given back; whoever has locked the dossier reads what stays so. */
  readonly paidOf: (db: Database | Tx, communeCode: string, dossierId: string) => Promise<Dong>;
  /** The amounts of a commune changed: pages that show them are out of date. */
  readonly onRates: (communeCode: string) => void;
}
