export { inboxRoutes } from './api/inbox-routes.ts';
export { inboxSubscriber } from './api/inbox-subscriber.ts';
