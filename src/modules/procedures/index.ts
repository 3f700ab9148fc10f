export { proceduresRoutes } from './api/procedure-routes.ts';
export { PROCEDURE_PROBLEMS } from './contract/problems.ts';
export { type ProcedureToReceive } from './domain/procedure-to-receive.ts';
export { type Catalogue, createCatalogue } from './store/catalogue.ts';
export { loadPacks } from './store/load-packs.ts';
export { createScanCounter, type ScanCounter } from './store/scan-counter.ts';
