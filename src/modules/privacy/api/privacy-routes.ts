import { type Route } from '../../../platform/http/route.ts';
import { type PrivacyDeps } from './deps.ts';
import { revealRoutes } from './reveal-routes.ts';

/** The staff side of privacy: showing what is masked. */
export function privacyRoutes(deps: PrivacyDeps): readonly Route[] {
  return [...revealRoutes(deps)];
}
