export { createFormCatalogue, type FormCatalogue } from './store/form-catalogue.ts';
export { loadForms } from './store/load-forms.ts';
export { sentPapers } from './api/sent-papers.ts';
export { formPageRoutes } from './api/form-page-routes.ts';
export { FORM_PATHS } from './api/form-paths.ts';
export { FORM_PROBLEMS } from './contract/problems.ts';
export { formsAboutDossiers } from './store/about-person.ts';
export { hasAnswers } from './store/form-answers.ts';
export { purgeDrafts } from './jobs/purge-drafts.ts';
