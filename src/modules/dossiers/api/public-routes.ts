import { type Route } from '../../../platform/http/route.ts';
import { citizenPaperRoutes } from './citizen-paper-routes.ts';
import { declarationRoutes } from './declaration-routes.tsx';
import { type DossiersDeps } from './deps.ts';
import { resultPageRoutes } from './result-page-routes.tsx';
import { supplementPageRoutes } from './supplement-page-routes.tsx';
import { trackingRoutes } from './tracking-routes.tsx';
import { viewersPageRoutes } from './viewers-page-routes.tsx';
import { withdrawPageRoutes } from './withdraw-page-routes.tsx';

/** The citizen's dossier pages: declaring from home, the receipt, following a dossier, looking one up, answering what is asked, opening what was issued, taking the electronic result home, withdrawing, reading who looked. */
export function publicDossierRoutes(deps: DossiersDeps): readonly Route[] {
  return [...declarationRoutes(deps), ...trackingRoutes(deps), ...supplementPageRoutes(deps), ...resultPageRoutes(deps), ...citizenPaperRoutes(deps), ...withdrawPageRoutes(deps), ...viewersPageRoutes(deps)];
}
