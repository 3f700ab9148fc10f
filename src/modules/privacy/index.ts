export { type PrivacyDeps } from './api/deps.ts';
export { personSources } from './api/person-sources.ts';
export { privacyRoutes } from './api/privacy-routes.ts';
export { eraseWhenDue } from './api/erase-when-due.ts';
export { tellDataRequests } from './jobs/tell-data-requests.ts';
export { findRequestNumbers } from './store/number-gaps.ts';
export { listHeldDossiers } from './store/legal-holds.ts';
export { PRIVACY_SETTINGS } from './settings.ts';
export { PRIVACY_PROBLEMS } from './contract/problems.ts';
