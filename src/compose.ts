import { randomBytes } from 'node:crypto';
import { dateAt } from './kernel/local-time.ts';
import { type ProblemTable } from './kernel/problem-table.ts';
import { createUuidSource } from './kernel/uuid.ts';
import { createCalendars, installDefaultCalendar, listOpeningHours } from './modules/calendar/index.ts';
import { DOSSIER_PROBLEMS, type DossiersDeps, dossierRoutes, publicDossierRoutes } from './modules/dossiers/index.ts';
import {
  createHomeCommune,
  createIdentify,
  getCommune,
  IDENTITY_PROBLEMS,
  identityRoutes,
  listStaff,
  listVillages,
  type SetUpCode,
} from './modules/identity/index.ts';
import { findCommune as findPlace, findPlaces } from './modules/places/index.ts';
import { portalRoutes } from './modules/portal/index.ts';
import { type Catalogue, PROCEDURE_PROBLEMS, proceduresRoutes } from './modules/procedures/index.ts';
import { type Config } from './platform/config.ts';
import { type Database } from './platform/db/database.ts';
import { FILE_PROBLEMS } from './platform/files/file-problems.ts';
import { type FileStore } from './platform/files/file-store.ts';
import { type HealthSource, healthRoute } from './platform/http/health-route.ts';
import { PLATFORM_PROBLEMS } from './platform/http/problem-table.ts';
import { type Route } from './platform/http/route.ts';
import { type ServerParts } from './platform/http/server.ts';
import { type LinkSigner } from './platform/secrets/link-signer.ts';
import { createPageCache } from './web/public/page-cache/page-cache.ts';
import { createProblemPage } from './web/public/problem-page/problem-page.tsx';
import { renderPublicPage } from './web/public/public-page/render-public-page.tsx';
import { type PublicOffice } from './web/public/public-page/public-office.ts';
import { publicContentSecurityPolicy } from './web/public/security-policy/security-policy.ts';
import { staffAssetRoutes } from './web/staff-assets.ts';

export const PROBLEMS = {
  ...PLATFORM_PROBLEMS,
  ...FILE_PROBLEMS,
  ...IDENTITY_PROBLEMS,
  ...PROCEDURE_PROBLEMS,
  ...DOSSIER_PROBLEMS,
} as const satisfies ProblemTable;
