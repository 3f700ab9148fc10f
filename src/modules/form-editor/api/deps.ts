import { type StaffActor } from '../../../kernel/actor.ts';
import { type AssuranceRefusal } from '../../../kernel/assurance.ts';
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
  /** Whether somebody speaks for the whole installation: forms belong to it, not to a commune. */
  readonly mayEdit: (actor: StaffActor, now: Date) => Promise<boolean>;
  /** Why somebody may not change forms now; undefined when nothing stands against it. Asked with the transaction that writes, too. */
  readonly refuseEdit: (db: Database | Tx, actor: StaffActor, now: Date) => Promise<AssuranceRefusal | 'form-editor.not-yours' | undefined>;
  /** Every procedure of the office on a day. */
  readonly procedures: (communeCode: string, day: LocalDate) => readonly FormProcedure[];
  readonly office: () => Soon<PublicOffice | undefined>;
  /** The policy under which a public page may be framed by this office's own workspace and post to it. */
  readonly framedPolicy: string;
}
