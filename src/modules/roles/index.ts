export { type RoleDeps, roleRoutes } from './api/role-routes.ts';
