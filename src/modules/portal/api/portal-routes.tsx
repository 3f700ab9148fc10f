import { type Route } from '../../../platform/http/route.ts';
import { choicesRoute } from './choices-route.tsx';
import { fileRoutes } from './file-routes.ts';
import { fontRoute } from './font-route.ts';
import { homeRoute } from './home-route.tsx';
import { type PortalDependencies } from './portal-dependencies.ts';
import { scamsRoute } from './scams-route.tsx';

/** The public pages that belong to no procedure, and the small files that every page asks for. */
export function portalRoutes(deps: PortalDependencies): readonly Route[] {
  return [homeRoute(deps), choicesRoute(deps), scamsRoute(deps), fontRoute(), ...fileRoutes(deps)];
}
