export { createCompanions, togetherOf } from './api/companions.ts';
export { type CompanionDeps, type LifeEventDeps } from './api/deps.ts';
export { lifeEventRoutes } from './api/life-event-routes.ts';
export { loadLifeEvents } from './api/load-life-events.ts';
export { bundleDoor } from './api/bundle-door.ts';
export { lifeEventsAboutDossiers } from './store/about-person.ts';
export { purgeLifeBundles } from './jobs/purge-bundles.ts';
