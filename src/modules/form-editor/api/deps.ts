import { type StaffActor } from '../../../kernel/actor.ts';
import { type InstallationStanding } from '../../../kernel/installation-standing.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type FormCatalogue } from '../../forms/index.ts';

/** A procedure that a form can belong to. */
export interface FormProcedure {
  readonly code: string;
  readonly name: string;
  readonly papers: readonly { readonly id: string; readonly name: string }[];
}

/** What the module is given by the composition root. */
export interface FormEditorDeps {
  readonly db: Database;
  readonly forms: FormCatalogue;
  readonly newId: () => string;
  readonly publicUrl: string;
  /** How somebody stands towards the forms, which belong to the whole installation; asked again in the transaction that writes. */
  readonly standingOf: (db: Database | Tx, actor: StaffActor, now: Date) => Promise<InstallationStanding>;
  /** Every procedure of the office on a day. */
  readonly procedures: (communeCode: string, day: LocalDate) => readonly FormProcedure[];
  readonly office: () => Soon<PublicOffice | undefined>;
  /** The policy under which a public page may be framed by this office's own workspace and post to it. */
  readonly framedPolicy: string;
}
