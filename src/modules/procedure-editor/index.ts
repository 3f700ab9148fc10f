export { procedureEditorRoutes } from './api/editor-routes.ts';
export { type ProcedureEditorDeps } from './api/deps.ts';
export { PROCEDURE_EDITOR_PROBLEMS } from './contract/problems.ts';
