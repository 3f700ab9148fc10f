export { type StaffListDeps } from './api/deps.ts';
export { staffListRoutes } from './api/staff-list-routes.ts';
export { STAFF_LIST_PROBLEMS } from './contract/problems.ts';
