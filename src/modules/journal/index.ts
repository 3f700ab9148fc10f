export { createViewKeeper } from './api/keep-views.ts';
export { purposeRoutes } from './api/purpose-routes.ts';
export { JOURNAL_PROBLEMS } from './contract/problems.ts';
