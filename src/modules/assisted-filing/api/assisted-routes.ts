import { type Route } from '../../../platform/http/route.ts';
import { agreeRoutes } from './agree-routes.tsx';
import { agreeScriptRoute } from './agree-script.ts';
import { type AssistedDeps } from './deps.ts';
import { ownPhoneRoutes } from './own-phone-routes.tsx';
import { assistedStaffRoutes } from './staff-routes.ts';
import { whoRoutes } from './who-routes.tsx';

/** Assisted filing: who fills in, reading and agreeing on the helper's device and on the person's own phone; beginning at the counter, and the figures. */
export function assistedRoutes(deps: AssistedDeps): readonly Route[] {
  return [...whoRoutes(deps), ...agreeRoutes(deps), agreeScriptRoute(), ...ownPhoneRoutes(deps), ...assistedStaffRoutes(deps)];
}
