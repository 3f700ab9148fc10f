export { type PortalDependencies } from './api/portal-dependencies.ts';
export { portalRoutes } from './api/portal-routes.tsx';
export { type VillageHelp } from './domain/village-help.ts';
