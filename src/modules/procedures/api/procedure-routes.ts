import { type Route } from '../../../platform/http/route.ts';
import { createScanCounter } from '../store/scan-counter.ts';
import { type ProceduresDeps } from './deps.ts';
import { posterRoutes } from './poster-routes.ts';
import { procedurePageRoutes } from './procedure-page-routes.tsx';
import { searchRoutes } from './search-routes.tsx';
import { staffProcedureRoutes } from './staff-routes.ts';

/** Every route of the module: public pages, posters, and the interface for staff. */
export function proceduresRoutes(deps: ProceduresDeps): readonly Route[] {
  const scans = deps.scans ?? createScanCounter(deps.db);
  return [...searchRoutes(deps), ...procedurePageRoutes(deps, scans), ...posterRoutes(deps), ...staffProcedureRoutes(deps)];
}
