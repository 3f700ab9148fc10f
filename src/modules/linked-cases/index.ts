export { type AgencyLine, NO_LINE } from './api/agency-line.ts';
export { type LinkedCasesDeps } from './api/deps.ts';
export { exchange } from './api/exchange.ts';
export { followDossier } from './api/follow-dossier.ts';
export { linkedCaseRoutes } from './api/linked-case-routes.ts';
export { loadLinkedGroups } from './api/load-linked-groups.ts';
export { createRehearsalLine } from './api/rehearsal-line.ts';
export { LINKED_CASE_PROBLEMS } from './contract/problems.ts';
export { isRehearsing, rehearseExchange } from './store/line-setting.ts';
