import { type Database } from '../../../platform/db/database.ts';

/** What the module is given by the composition root. */
export interface InstallationDeps {
  readonly db: Database;
  readonly newId: () => string;
}
