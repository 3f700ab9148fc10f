export { accountSafetyRoutes } from './api/account-safety-routes.ts';
export { type AccountSafetyDeps } from './api/deps.ts';
export { ACCOUNT_SAFETY_PROBLEMS } from './contract/problems.ts';
