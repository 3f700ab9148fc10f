import { dateAt } from './kernel/local-time.ts';
import { type AssistedDeps, assistedRoutes, createDraftHelp, sayAssisted } from './modules/assisted-filing/index.ts';
import { declareDossier, dossierStandings, type DossiersDeps, findDossierHead, findDossierNames, findHeldNumbers, noteTogether, openForCitizen } from './modules/dossiers/index.ts';
import { counterPapers, declaredAnswers, type DraftCompanions, findCopiesWanted, FORM_PATHS, type FormCatalogue, type FormPagesDeps, formPageRoutes, hasAnswers, prepareScanned, sentPapers } from './modules/forms/index.ts';
import { findStaffNumber } from './modules/identity/index.ts';
import { type CompanionDeps, createCompanions, type LifeEventDeps, lifeEventRoutes, loadLifeEvents } from './modules/life-events/index.ts';
import { type Catalogue } from './modules/procedures/index.ts';
import { type Database } from './platform/db/database.ts';
import { type Route } from './platform/http/route.ts';

/** What the program brings is counted from 1; what an office makes begins far above. */
const MOST_SHIPPED_VERSIONS = 50;

/** What dossiers ask of the forms: whether a procedure is declared with one, whether a dossier was, what the codes of a printed one say, and about single answers. */
export function formEars(db: Database, forms: FormCatalogue, companions: DraftCompanions, { newId, homeCommune, whole }: Pick<DossiersDeps, 'newId' | 'homeCommune'> & { readonly whole: () => DossiersDeps }): Pick<DossiersDeps, 'formPath' | 'hasAnswers' | 'scannedForm' | 'copiesWanted' | 'declared'> {
  return {
    declared: declaredAnswers({ db, forms, newId, homeCommune }),
    formPath: (code, now) => (forms.formOf(code, dateAt(now.getTime())) === undefined ? undefined : FORM_PATHS.start(code)),
    copiesWanted: (communeCode, dossierId) => findCopiesWanted(db, communeCode, dossierId),
    scannedForm: (asked, now) => prepareScanned({ db, forms, companions, counterPapers: counterPapers(whole) }, asked, now),
    hasAnswers: (communeCode, dossierId) => hasAnswers(db, communeCode, dossierId),
  };
}

/** Declarations that belong together, with what the pages of each of them ask. */
export interface FamilyMatters extends CompanionDeps {
  readonly companions: DraftCompanions;
}

/** The life events of the program, held against its forms, procedures and linked groups. Throws when one of them names what is not there. */
export function familyMatters(deps: Pick<CompanionDeps, 'db' | 'links'>, forms: FormCatalogue, catalogue: Catalogue, groups: readonly { readonly code: string }[]): FamilyMatters {
  const versions = Array.from({ length: MOST_SHIPPED_VERSIONS }, (_, place) => place + 1);
  const events = loadLifeEvents({
    formOf: (code) => versions.map((version) => forms.version(code, version)).findLast((form) => form !== undefined),
    knowsProcedure: (code) => versions.some((version) => catalogue.findVersion('', code, version) !== undefined),
    knowsGroup: (code) => groups.some((group) => group.code === code),
  });
  const own: CompanionDeps = { ...deps, forms, events, noteTogether };
  return { ...own, companions: createCompanions(own) };
}

/** The pages of declarations with a form, on the front doors of the dossiers, and those of whoever helps with one. */
export function declarationPages(deps: DossiersDeps, forms: FormCatalogue, { companions, ...together }: FamilyMatters & Pick<LifeEventDeps, 'groupInForce'>): readonly Route[] {
  const helping = { ...deps, staffNumber: (communeCode: string, staffId: string) => findStaffNumber(deps.db, communeCode, staffId) };
  const pages: FormPagesDeps = {
    ...deps,
    forms,
    sayProblem: sayAssisted,
    declare: (declaration, context, also) => declareDossier(deps, declaration, context, also),
    openedDossier: (input, token, to = 'to-khai') => openForCitizen(deps, input, token, to),
    papers: sentPapers(deps),
    counterPapers: counterPapers(() => deps),
    companions,
    help: createDraftHelp(helping),
    isReceived: async (communeCode, id) => (await findDossierHead(deps.db, communeCode, id)) !== undefined,
    heldDossier: (actor, id) => findHeldNumbers(deps.db, actor, id),
  };
  const assisted: AssistedDeps = { ...helping, secure: deps.publicUrl.startsWith('https:'), dossierNames: (communeCode, ids) => findDossierNames(deps.db, communeCode, ids), forms: pages };
  const family: LifeEventDeps = { ...together, publicUrl: deps.publicUrl, newId: deps.newId, office: deps.office, homeCommune: deps.homeCommune, procedureInForce: deps.procedureInForce, standingsOf: (communeCode, ids, locale) => dossierStandings(deps.db, communeCode, ids, locale), pages };
  return [...formPageRoutes(pages), ...assistedRoutes(assisted), ...lifeEventRoutes(family)];
}
