import { type FormCatalogue } from './modules/forms/index.ts';
import { findBankAccount, listWorkingCommunes } from './modules/identity/index.ts';
import { procedureEditorRoutes } from './modules/procedure-editor/index.ts';
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
  readonly office: () => PublicOffice | undefined | Promise<PublicOffice | undefined>;
}

/** Routes of what citizens declare with and of where administrators change it. */
export function formRoutes({ db, catalogue, forms, newId, office }: FormFoundations): readonly Route[] {
  return [
    ...procedureEditorRoutes({
      db,
      catalogue,
      newId,
      servedCommunes: async () => (await listWorkingCommunes(db)).map(({ code }) => code),
      hasAccount: async (communeCode) => (await findBankAccount(db, communeCode)) !== undefined,
      hasForm: (code, day) => forms.formOf(code, day) !== undefined,
      renderPreview: async (pack, context) => {
        const own = await office();
        if (own === undefined) throw new Error('somebody is signed in before the office was set up');
        return { body: renderProcedurePreview(pack, own, context), contentSecurityPolicy: publicContentSecurityPolicy().replace("frame-ancestors 'none'", "frame-ancestors 'self'").replace("form-action 'self'", "form-action 'none'") };
      },
    }),
  ];
}
