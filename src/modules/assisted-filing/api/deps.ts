import { type Soon } from '../../../kernel/soon.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type FileStore } from '../../../platform/files/file-store.ts';
import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type FormPagesDeps } from '../../forms/index.ts';

/** What help with a draft is looked up with. */
export interface HelpDeps {
  readonly db: Database;
  readonly files: FileStore;
  readonly links: LinkSigner;
  readonly newId: () => string;
  /** The personal number of a member of staff, as far as the office has it. */
  readonly staffNumber: (communeCode: string, staffId: string) => Promise<string | null>;
}

/** Everything that assisted filing is given by the composition root. */
export interface AssistedDeps extends HelpDeps {
  readonly publicUrl: string;
  readonly secure: boolean;
  /** Code and procedure of dossiers, by their ids. */
  readonly dossierNames: (communeCode: string, ids: readonly string[]) => Promise<ReadonlyMap<string, { readonly code: string; readonly procedure: string }>>;
  readonly office: () => Soon<PublicOffice | undefined>;
  /** The pages of the declaration itself. */
  readonly forms: FormPagesDeps;
}
