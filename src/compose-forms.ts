import { type FormEditorDeps, formEditorRoutes, formsOfProcedures, importFormsOfPack } from './modules/form-editor/index.ts';
import { type FormCatalogue } from './modules/forms/index.ts';
import { findBankAccount } from './modules/identity/index.ts';
import { findInstallationStanding } from './modules/installation-administrators/index.ts';
import { type ProcedureEditorDeps, procedureEditorRoutes } from './modules/procedure-editor/index.ts';
import { type Catalogue, renderProcedurePreview } from './modules/procedures/index.ts';
import { type Database } from './platform/db/database.ts';
import { type Route } from './platform/http/route.ts';
import { type PublicOffice } from './web/public/public-page/public-office.ts';
import { publicContentSecurityPolicy } from './web/public/security-policy/security-policy.ts';

/** What the forms, the papers by phone and the editor of procedures are put together from. */
export interface FormFoundations {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly forms: FormCatalogue;
  readonly newId: () => string;
  readonly publicUrl: string;
  readonly office: () => PublicOffice | undefined | Promise<PublicOffice | undefined>;
}

/** Routes of what citizens declare with and of where administrators change it. */
export function formRoutes({ db, catalogue, forms, newId, office, publicUrl }: FormFoundations): readonly Route[] {
  const own = publicContentSecurityPolicy().replace("frame-ancestors 'none'", "frame-ancestors 'self'");
  const editor: FormEditorDeps = {
    db,
    forms,
    newId,
    publicUrl,
    standingOf: findInstallationStanding,
    procedures: (communeCode, day) => catalogue.allForStaff(communeCode, day).map(({ pack }) => ({ code: pack.code, name: pack.everyday?.name.vi ?? pack.name, papers: pack.papers.map(({ id, name }) => ({ id, name: name.vi })) })),
    office,
    framedPolicy: own,
  };
  const procedures: ProcedureEditorDeps = {
    db,
    catalogue,
    newId,
    standingOf: findInstallationStanding,
    hasAccount: async (communeCode) => (await findBankAccount(db, communeCode)) !== undefined,
    hasForm: (code, day) => forms.formOf(code, day) !== undefined,
    formsOf: (codes, day) => formsOfProcedures(editor, codes, day),
    importForms: (files, codes, into) => importFormsOfPack(editor, files, codes, into),
    renderPreview: async (pack, context) => {
      const at = await office();
      if (at === undefined) throw new Error('somebody is signed in before the office was set up');
      return { body: renderProcedurePreview(pack, at, context), contentSecurityPolicy: own.replace("form-action 'self'", "form-action 'none'") };
    },
  };
  return [...procedureEditorRoutes(procedures), ...formEditorRoutes(editor)];
}
