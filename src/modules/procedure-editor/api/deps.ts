import { type StaffActor } from '../../../kernel/actor.ts';
import { type InstallationStanding } from '../../../kernel/installation-standing.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type FormFile } from '../../form-editor/contract/form-file.ts';
import { type ImportedForm, type PackImport } from '../../form-editor/index.ts';
import { type Catalogue, type ProcedurePack } from '../../procedures/index.ts';

/** What the module is given by the composition root. */
export interface ProcedureEditorDeps {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly newId: () => string;
  /** How somebody stands towards the procedures, which belong to the whole installation; asked again in the transaction that writes. */
  readonly standingOf: (db: Database | Tx, actor: StaffActor, now: Date) => Promise<InstallationStanding>;
  /** Whether the office has an account that fees can be paid into. */
  readonly hasAccount: (communeCode: string) => Promise<boolean>;
  /** Whether a form is bound to a procedure on a day. */
  readonly hasForm: (procedureCode: string, day: string) => boolean;
  /** The forms that procedures are declared with on a day, as files with what they need. */
  readonly formsOf: (procedureCodes: readonly string[], day: string) => Promise<readonly FormFile[]>;
  /** Makes drafts of forms that came with procedures, in the transaction that imports those. */
  readonly importForms: (files: readonly unknown[], procedureCodes: readonly string[], into: PackImport) => Promise<readonly ImportedForm[]>;
  /** The page of a pack as citizens would see it, and the policy under which it may be framed by this office's own workspace. */
  readonly renderPreview: (pack: ProcedurePack, context: RequestContext) => Promise<{ readonly body: string; readonly contentSecurityPolicy: string }>;
}
