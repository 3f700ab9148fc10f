export { exchangeRoutes } from './api/exchange-routes.ts';
export { sendDue } from './api/send-due.ts';
export { queueState } from './api/sync-dossier.ts';
export { EXCHANGE_PROBLEMS } from './contract/problems.ts';
export { countOpenMessages } from './store/messages.ts';
export { createJsonOutgoing } from './sending/json-outgoing.ts';
export { exchangeAboutDossiers } from './store/about-person.ts';
