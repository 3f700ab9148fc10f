export { createSingleSignOn, type SingleSignOn } from './api/create-single-sign-on.ts';
export { SIGN_ON_PROBLEMS } from './contract/problems.ts';
export { SIGN_ON_SETTINGS } from './settings.ts';
export { purgeSignOn } from './jobs/purge-sign-on.ts';
