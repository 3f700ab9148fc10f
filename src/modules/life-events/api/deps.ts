import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type DossierCommune, type DossierProcedure, type DossierStanding } from '../../dossiers/index.ts';
import { type FormPagesDeps } from '../../forms/index.ts';
import { type LifeEvent } from '../domain/life-event.ts';

export type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

/** What declarations that belong together are looked up with. */
export interface CompanionDeps {
  readonly db: Database;
  readonly links: LinkSigner;
  readonly forms: FormPagesDeps['forms'];
  readonly events: readonly LifeEvent[];
  /** Writes into the history of a dossier what it was declared for. */
  readonly noteTogether: (tx: Tx, communeCode: string, dossierId: string, matter: string, now: Date) => Promise<void>;
}

/** Everything that the pages of a bundle are given by the composition root. */
export interface LifeEventDeps extends CompanionDeps {
  readonly publicUrl: string;
  readonly newId: () => string;
  readonly office: () => Soon<PublicOffice | undefined>;
  readonly homeCommune: () => Soon<DossierCommune | undefined>;
  readonly procedureInForce: (communeCode: string, code: string, at: number) => Promise<DossierProcedure | undefined>;
  /** Whether a group of interlinked procedures is in force. */
  readonly groupInForce: (code: string, day: LocalDate) => boolean;
  readonly standingsOf: (communeCode: string, ids: readonly string[], locale: Locale) => Promise<readonly DossierStanding[]>;
  /** The pages of the declarations themselves. */
  readonly pages: FormPagesDeps;
}
