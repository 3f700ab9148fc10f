export { assistedRoutes } from './api/assisted-routes.ts';
export { type AssistedDeps, type HelpDeps } from './api/deps.ts';
export { createDraftHelp } from './api/draft-help.ts';
export { sayAssisted } from './api/say-assisted.ts';
export { ASSISTED_PROBLEMS } from './contract/problems.ts';
export { assistanceAboutDossiers } from './store/about-person.ts';
export { tellUnusualHelpers } from './jobs/tell-unusual.ts';
export { ASSISTED_SETTINGS } from './settings.ts';
export { eraseProofs, eraseProofsOf, lockDueProofs } from './store/proofs.ts';
