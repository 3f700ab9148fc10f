export { operationsRoutes } from './api/operations-routes.ts';
export { OPERATIONS_PROBLEMS } from './contract/problems.ts';
