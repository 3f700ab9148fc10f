export { type FormEditorDeps } from './api/deps.ts';
export { formEditorRoutes } from './api/form-editor-routes.ts';
export { formsOfProcedures, type ImportedForm, importFormsOfPack, type PackImport } from './api/pack-forms.ts';
export { FORM_EDITOR_PROBLEMS } from './contract/problems.ts';
