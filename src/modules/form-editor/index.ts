export { formEditorRoutes } from './api/form-editor-routes.ts';
export { FORM_EDITOR_PROBLEMS } from './contract/problems.ts';
