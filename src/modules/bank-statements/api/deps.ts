import { type Database } from '../../../platform/db/database.ts';
import { type PayableDeps } from '../../payments/index.ts';

/** The account into which citizens pay a commune. */
export interface StatementAccount {
  /** Six digits of the bank. */
  readonly bin: string;
  readonly bankName: string;
  readonly number: string;
  readonly holder: string;
}

/** Everything the module is given by the composition root. */
export interface BankStatementDeps {
  readonly db: Database;
  /** A fresh UUID in time order. */
  readonly newId: () => string;
  /** With it payments are recorded and reversed, and payables found. */
  readonly payables: PayableDeps;
  /** Undefined while nobody has set it. */
  readonly accountOf: (communeCode: string) => Promise<StatementAccount | undefined>;
}
