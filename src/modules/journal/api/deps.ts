import { type StaffActor } from '../../../kernel/actor.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type FileStanding } from '../domain/decide-purpose.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type ArchiveDeps } from './archive-months.ts';

/** The commune as the records of days name it. */
export interface JournalCommune {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly centreName: string;
}

/** What keeping looks needs. */
export interface ViewDeps {
  readonly db: Database;
  /** How a dossier stands to somebody: own work, outside it, beyond every position; undefined when the commune has no such dossier. */
  readonly standingOf: (actor: StaffActor, dossierId: string) => Promise<FileStanding | undefined>;
}

/** What the module is given by the composition root. */
export interface JournalDeps extends ViewDeps, ArchiveDeps {
  readonly publicUrl: string;
  readonly office: () => Soon<PublicOffice | undefined>;
  readonly homeCommune: () => Soon<JournalCommune | undefined>;
  readonly communeOf: (code: string) => Promise<JournalCommune>;
  readonly staffName: (communeCode: string, staffId: string) => Promise<string | undefined>;
  /** Everybody who has or had an account, by name. */
  readonly peopleOf: (communeCode: string) => Promise<readonly { readonly id: string; readonly fullName: string }[]>;
  readonly unitsOf: (communeCode: string) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Codes of dossiers by their ids, whatever of them there still is. */
  readonly codesOf: (communeCode: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}
