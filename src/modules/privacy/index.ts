export { type PrivacyDeps } from './api/deps.ts';
export { privacyRoutes } from './api/privacy-routes.ts';
export { PRIVACY_PROBLEMS } from './contract/problems.ts';
