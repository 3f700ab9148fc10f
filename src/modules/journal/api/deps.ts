import { type StaffActor } from '../../../kernel/actor.ts';
import { type Database } from '../../../platform/db/database.ts';

/** What the module is given by the composition root. */
export interface JournalDeps {
  readonly db: Database;
  /** Whether a dossier is part of somebody's own work; undefined when the commune has no such dossier. */
  readonly isOwnWork: (actor: StaffActor, dossierId: string) => Promise<boolean | undefined>;
}
