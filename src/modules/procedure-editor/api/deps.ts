import { type Database } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type Catalogue, type ProcedurePack } from '../../procedures/index.ts';

/** What the module is given by the composition root. */
export interface ProcedureEditorDeps {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly newId: () => string;
  /** The communes that this installation serves. */
  readonly servedCommunes: () => Promise<readonly string[]>;
  /** Whether the office has an account that fees can be paid into. */
  readonly hasAccount: (communeCode: string) => Promise<boolean>;
  /** Whether a form is bound to a procedure on a day. */
  readonly hasForm: (procedureCode: string, day: string) => boolean;
  /** The page of a pack as citizens would see it, and the policy under which it may be framed by this office's own workspace. */
  readonly renderPreview: (pack: ProcedurePack, context: RequestContext) => Promise<{ readonly body: string; readonly contentSecurityPolicy: string }>;
}
