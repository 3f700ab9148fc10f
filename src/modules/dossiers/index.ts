export { type CaseDossier, type DossierCommune, type DossierProcedure, type DossiersDeps } from './api/deps.ts';
export { dossierRoutes } from './api/dossier-routes.ts';
export { publicDossierRoutes } from './api/public-routes.ts';
export { personIdOf, prepareCaseReception } from './api/receive-dossier.ts';
export { tellLateDossiers } from './jobs/tell-late-dossiers.ts';
export { DOSSIER_PROBLEMS } from './contract/problems.ts';
export { type CaseDossierRow, listCaseDossiers } from './store/case-dossiers.ts';
