import { type Database } from '../../../platform/db/database.ts';
import { type DossiersDeps } from '../../dossiers/index.ts';
import { type Outgoing } from '../domain/outgoing-message.ts';
import { type KnownProcedure } from '../domain/read-line.ts';

/** Everything the module is given by the composition root. */
export interface ExchangeDeps {
  readonly db: Database;
  readonly newId: () => string;
  /** What the front door of the dossiers needs. */
  readonly dossiers: DossiersDeps;
  /** The procedures that the commune works with on a day. */
  readonly proceduresOf: (communeCode: string, now: Date) => readonly KnownProcedure[];
  /** The way to the other system; undefined: none is set up, and its states are entered there by hand. */
  readonly outgoing: Outgoing | undefined;
  readonly randomBytes: (count: number) => Uint8Array;
}
