import { type Route } from '../../../platform/http/route.ts';
import { consentRoutes } from './consent-routes.ts';
import { dataRequestRoutes } from './data-request-routes.ts';
import { type PrivacyDeps } from './deps.ts';
import { myDataPageRoutes } from './my-data-page-routes.tsx';
import { retentionRoutes } from './retention-routes.ts';
import { revealRoutes } from './reveal-routes.ts';

/** Showing what is masked, requests about personal data at the office and on the citizen's page, consents, how long data is kept. */
export function privacyRoutes(deps: PrivacyDeps): readonly Route[] {
  return [...revealRoutes(deps), ...dataRequestRoutes(deps), ...myDataPageRoutes(deps), ...consentRoutes(deps), ...retentionRoutes(deps)];
}
