import { type StaffActor } from '../../../kernel/actor.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';

/** The masked parts of a dossier, whole, with whether the one who asks holds its step now. */
export interface MaskedParts {
  readonly code: string;
  readonly citizenNumber: string | null;
  readonly phone: string | null;
  readonly content: string;
  readonly mayReveal: boolean;
}

/** What the module is given by the composition root; each is another module's front door. */
export interface PrivacyDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly maskedParts: (db: Database | Tx, actor: StaffActor, dossierId: string) => Promise<MaskedParts | undefined>;
  readonly personNumbers: (db: Database | Tx, communeCode: string, personId: string) => Promise<{ readonly citizenNumber: string | null; readonly phone: string | null } | undefined>;
}
