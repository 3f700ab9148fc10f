import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';

/** The office as a slip names it. */
export interface ListOffice {
  readonly name: string;
  readonly kind: string;
  readonly centreName: string;
  readonly hotline: string;
}

/** Everything the module is given by the composition root. */
export interface StaffListDeps {
  readonly db: Database;
  /** A fresh UUID in time order. */
  readonly newId: () => string;
  /** The fields (lĩnh vực) of the procedures that a commune handles on a day. */
  readonly listFields: (communeCode: string, on: LocalDate) => readonly string[];
  /** The open namings of people for more than their commune: with the account they end, and the journal says which. */
  readonly openNamingsOf: (tx: Tx, communeCode: string, staffIds: readonly string[]) => Promise<readonly string[]>;
  readonly officeOf: (communeCode: string) => Promise<ListOffice>;
  /** Where staff sign in, as it stands on slips. */
  readonly signInAddress: string;
  /** After an account or its positions changed. */
  readonly forgetStaff: (staffId: string) => void;
}
