export { type ProceduresDeps } from './api/deps.ts';
export { proceduresRoutes } from './api/procedure-routes.ts';
export { PROCEDURE_PROBLEMS } from './contract/problems.ts';
export { type Procedure } from './domain/effective-procedure.ts';
export { type ProcedureToReceive } from './domain/procedure-to-receive.ts';
export { type Catalogue, createCatalogue } from './store/catalogue.ts';
export { type LoadedPacks, loadPacks } from './store/load-packs.ts';
export { sumScans } from './store/poster-scans.ts';
export { createScanCounter, type ScanCounter } from './store/scan-counter.ts';
