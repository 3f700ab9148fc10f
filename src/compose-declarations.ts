import { dateAt } from './kernel/local-time.ts';
import { type AssistedDeps, assistedRoutes, createDraftHelp, sayAssisted } from './modules/assisted-filing/index.ts';
import { declareDossier, type DossiersDeps, findDossierHead, findDossierNames, findHeldNumbers, openForCitizen } from './modules/dossiers/index.ts';
import { counterPapers, declaredAnswers, findCopiesWanted, FORM_PATHS, type FormCatalogue, type FormPagesDeps, formPageRoutes, hasAnswers, prepareScanned, sentPapers } from './modules/forms/index.ts';
import { findStaffNumber } from './modules/identity/index.ts';
import { type Database } from './platform/db/database.ts';
import { type Route } from './platform/http/route.ts';

/** What dossiers ask of the forms: whether a procedure is declared with one, whether a dossier was, what the codes of a printed one say, and about single answers. */
export function formEars(db: Database, forms: FormCatalogue, { newId, homeCommune, whole }: Pick<DossiersDeps, 'newId' | 'homeCommune'> & { readonly whole: () => DossiersDeps }): Pick<DossiersDeps, 'formPath' | 'hasAnswers' | 'scannedForm' | 'copiesWanted' | 'declared'> {
  return {
    declared: declaredAnswers({ db, forms, newId, homeCommune }),
    formPath: (code, now) => (forms.formOf(code, dateAt(now.getTime())) === undefined ? undefined : FORM_PATHS.start(code)),
    copiesWanted: (communeCode, dossierId) => findCopiesWanted(db, communeCode, dossierId),
    scannedForm: (asked, now) => prepareScanned({ db, forms, counterPapers: counterPapers(whole) }, asked, now),
    hasAnswers: (communeCode, dossierId) => hasAnswers(db, communeCode, dossierId),
  };
}

/** The pages of declarations with a form, on the front doors of the dossiers, and those of whoever helps with one. */
export function declarationPages(deps: DossiersDeps, forms: FormCatalogue): readonly Route[] {
  const helping = { ...deps, staffNumber: (communeCode: string, staffId: string) => findStaffNumber(deps.db, communeCode, staffId) };
  const pages: FormPagesDeps = {
    ...deps,
    forms,
    sayProblem: sayAssisted,
    declare: (declaration, context, also) => declareDossier(deps, declaration, context, also),
    openedDossier: (input, token) => openForCitizen(deps, input, token, 'to-khai'),
    papers: sentPapers(deps),
    counterPapers: counterPapers(() => deps),
    help: createDraftHelp(helping),
    isReceived: async (communeCode, id) => (await findDossierHead(deps.db, communeCode, id)) !== undefined,
    heldDossier: (actor, id) => findHeldNumbers(deps.db, actor, id),
  };
  const assisted: AssistedDeps = { ...helping, secure: deps.publicUrl.startsWith('https:'), dossierNames: (communeCode, ids) => findDossierNames(deps.db, communeCode, ids), forms: pages };
  return [...formPageRoutes(pages), ...assistedRoutes(assisted)];
}
