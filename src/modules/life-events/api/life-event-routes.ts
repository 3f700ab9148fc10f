import { type Route } from '../../../platform/http/route.ts';
import { bundleLaterRoutes } from './bundle-later-routes.tsx';
import { bundleRoutes } from './bundle-routes.tsx';
import { type LifeEventDeps } from './deps.ts';

/** The citizen's pages of what is declared together after an event in the family. */
export function lifeEventRoutes(deps: LifeEventDeps): readonly Route[] {
  return [...bundleRoutes(deps), ...bundleLaterRoutes(deps)];
}
