import { type Result } from '../../../kernel/result.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type FileStore } from '../../../platform/files/file-store.ts';
import { type KeptFile } from '../../../platform/files/keep-upload.ts';
import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type Turn } from '../domain/plan-files.ts';

/** Words of a procedure: Vietnamese first; English is null where only the official Vietnamese text exists. */
export interface UploadWords {
  readonly vi: string;
  readonly en: string | null;
}

/** Pages that become one file, in their order. */
export interface PagesToBind {
  readonly fileName: string;
  readonly pages: readonly { readonly sha256: string; readonly page: number; readonly turn: Turn; readonly crop: null }[];
}

/** Everything the module is given by the composition root. */
export interface UploadsDeps {
  readonly db: Database;
  readonly files: FileStore;
  readonly links: LinkSigner;
  readonly newId: () => string;
  readonly office: () => Soon<PublicOffice | undefined>;
  /** Puts pages of kept files together to one PDF that is kept too. */
  readonly bindPages: (communeCode: string, request: PagesToBind, now: Date) => Promise<Result<KeptFile>>;
}
