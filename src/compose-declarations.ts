import { dateAt } from './kernel/local-time.ts';
import { declareDossier, type DossiersDeps, findHeldNumbers, openForCitizen, sayProblem } from './modules/dossiers/index.ts';
import { FORM_PATHS, type FormCatalogue, formPageRoutes, hasAnswers, sentPapers } from './modules/forms/index.ts';
import { type Database } from './platform/db/database.ts';
import { type Route } from './platform/http/route.ts';

/** What dossiers ask of the forms: whether a procedure is declared with one, and whether a dossier was. */
export function formEars(db: Database, forms: FormCatalogue): Pick<DossiersDeps, 'formPath' | 'hasAnswers'> {
  return {
    formPath: (code, now) => (forms.formOf(code, dateAt(now.getTime())) === undefined ? undefined : FORM_PATHS.start(code)),
    hasAnswers: (communeCode, dossierId) => hasAnswers(db, communeCode, dossierId),
  };
}

/** The pages of declarations with a form, on the front doors of the dossiers. */
export function declarationPages(deps: DossiersDeps, forms: FormCatalogue): readonly Route[] {
  return formPageRoutes({
    ...deps,
    forms,
    sayProblem,
    declare: (declaration, context, also) => declareDossier(deps, declaration, context, also),
    openedDossier: (input, token) => openForCitizen(deps, input, token, 'to-khai'),
    papers: sentPapers(deps),
    heldDossier: (actor, id) => findHeldNumbers(deps.db, actor, id),
  });
}
