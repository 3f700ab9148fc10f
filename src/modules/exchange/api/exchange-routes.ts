import { type Route } from '../../../platform/http/route.ts';
import { type ExchangeDeps } from './deps.ts';
import { exportRoutes } from './export-routes.ts';
import { importRoutes } from './import-routes.ts';
import { reconcileRoutes } from './reconcile-routes.ts';

/** Every route of the exchange with other systems. */
export function exchangeRoutes(deps: ExchangeDeps): readonly Route[] {
  return [...importRoutes(deps), ...reconcileRoutes(deps), ...exportRoutes(deps)];
}
