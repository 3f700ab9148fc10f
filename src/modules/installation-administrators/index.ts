export { checkInstallation } from './api/check-installation.ts';
export { installationRoutes } from './api/installation-routes.ts';
export { endAtMachine, listNamings, nameAtMachine } from './api/name-at-machine.ts';
export { findInstallationStanding } from './api/standing.ts';
export { INSTALLATION_PROBLEMS } from './contract/problems.ts';
export { openNamingsOf } from './store/installation-grants.ts';
