import { type Database } from '../../../platform/db/database.ts';

/** Everything the module is given by the composition root. */
export interface OfficialPapersDeps {
  readonly db: Database;
  /** Address that goes into QR codes, without a slash at the end. */
  readonly publicUrl: string;
  /** The secret address at which a citizen follows a dossier: the QR of a receipt. */
  readonly trackingLink: (dossierId: string) => string;
}
