import { type CitizenActor } from '../../../kernel/actor.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type OwnAffairs } from '../ui/public/own-affairs.ts';
import { type SignInDeps } from '../../identity/index.ts';
import { type CitizenIdentify } from './identify-citizen.ts';
import { type Provider } from './provider.ts';

/** What the module is given by the composition root. */
export interface SingleSignOnDeps {
  readonly db: Database;
  readonly links: LinkSigner;
  readonly publicUrl: string;
  /** A fresh UUID in time order. */
  readonly newId: () => string;
  readonly providers: readonly Provider[];
  readonly identify: CitizenIdentify;
  /** What signing staff in works with. */
  readonly staff: SignInDeps;
  readonly staffName: (communeCode: string, id: string) => Promise<string | undefined>;
  readonly homeCommune: () => Soon<{ readonly code: string; readonly hotline: string } | undefined>;
  /** The office as the public pages show it; undefined before it was set up. */
  readonly office: () => Soon<PublicOffice | undefined>;
  /** What this office has of a citizen: the dossiers of the number, their papers and what was told about them. */
  readonly affairsOf: (citizen: CitizenActor, context: Pick<RequestContext, 'locale' | 'now'>) => Promise<OwnAffairs>;
}
