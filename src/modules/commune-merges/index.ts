export { type CommuneMergesDeps, PERFORM_JOB } from './api/deps.ts';
export { communeMergeRoutes } from './api/merge-routes.ts';
export { performAgreedMerges } from './api/perform-merge.ts';
export { COMMUNE_MERGE_PROBLEMS } from './contract/problems.ts';
