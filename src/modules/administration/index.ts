export { administrationRoutes } from './api/administration-routes.ts';
export { type CountFigures } from './api/administration-view.ts';
