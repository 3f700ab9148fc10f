export { createFormCatalogue, type FormCatalogue } from './store/form-catalogue.ts';
export { loadForms } from './store/load-forms.ts';
