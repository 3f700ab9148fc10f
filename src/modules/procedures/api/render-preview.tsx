import { type RequestContext } from '../../../platform/http/route.ts';
import { BottomBar } from '../../../web/public/bottom-bar/bottom-bar.tsx';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { PROCEDURE_PATHS } from '../contract/procedure-paths.ts';
import { effectiveProcedure } from '../domain/effective-procedure.ts';
import { type ProcedurePack } from '../domain/procedure-pack.ts';
import { nameWords } from '../ui/procedure-words.ts';
import { PROCEDURE_WORDS } from '../ui/public/messages.ts';
import { ProcedurePage } from '../ui/public/procedure-page.tsx';

/** The page of a procedure that is not in force, exactly as citizens would see it. */
export function renderProcedurePreview(pack: ProcedurePack, office: PublicOffice, context: RequestContext): string {
  const { locale } = context;
  return renderPublicPage(
    {
      context, office, title: nameWords(pack, locale), path: PROCEDURE_PATHS.procedure(pack.code), indexed: false,
      bottomBar: <BottomBar locale={locale} main={{ label: PROCEDURE_WORDS[locale].declare, href: PROCEDURE_PATHS.declare(pack.code) }} />,
    },
    <ProcedurePage locale={locale} office={office} procedure={effectiveProcedure(pack, undefined)} related={[]} kiosk={false} />,
  );
}
