import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { type Soon, whenThere } from '../../../kernel/soon.ts';
import { type Answer, redirect, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';
import { answerCached } from '../../../web/public/page-cache/page-cache.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type PublicPageProps } from '../../../web/public/public-page/public-page.tsx';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { PROCEDURE_PATHS } from '../contract/procedure-paths.ts';
import { PROCEDURE_WORDS } from '../ui/public/messages.ts';
import { MissingPage } from '../ui/public/missing-page.tsx';
import { type HomeOffice, type ProceduresDeps } from './deps.ts';

/** What every public page of the module knows. */
export interface PublicPlace {
  readonly home: HomeOffice;
  readonly office: PublicOffice;
  readonly day: LocalDate;
}

type PageInput = Pick<RouteInput<RouteSchema>, 'context' | 'request'>;
type PageParts = Omit<PublicPageProps, 'context' | 'office' | 'children'>;

/** How long a page may show an office that has just changed; procedures change their page at once. */
const FRESH_FOR_MS = 30_000;

/** Runs a page for the home commune; before the office was set up it leads there. */
export function atHome(deps: ProceduresDeps, input: PageInput, show: (place: PublicPlace) => Soon<Answer>): Soon<Answer> {
  return whenThere(deps.homeCommune(), (home) =>
    whenThere(deps.office(), (office) => {
      if (home === undefined || office === undefined) return redirect(PUBLIC_PATHS.setUp, { 'cache-control': 'no-store' });
      return show({ home, office, day: dateAt(input.context.now.getTime()) });
    }),
  );
}

/** Answers a page that everybody sees alike, from ready bytes when it can. `make` runs only when the page is not ready. */
export function answerSame(deps: ProceduresDeps, input: PageInput, place: PublicPlace, path: string, make: () => Soon<PageParts & { readonly body: PublicPageProps['children'] }>): Answer | Promise<Answer> {
  const { home, office, day } = place;
  const version = `${deps.version} ${home.code} ${deps.catalogue.stamp(home.code)} ${day}`;
  return answerCached(deps.cache, input, { path, version, freshForMs: FRESH_FOR_MS }, () => whenThere(make(), ({ body, ...parts }) => renderPublicPage({ context: input.context, office, ...parts }, body)));
}

/** A page for a code, event or field that leads nowhere: it says so kindly, with the search. */
export function answerMissing(input: PageInput, { office }: PublicPlace): Promise<Answer> {
  const { context } = input;
  const title = translator(PROCEDURE_WORDS, context.locale)('missing-title');
  const page = renderPublicPage(
    { context, office, title, path: PROCEDURE_PATHS.search, indexed: false },
    <MissingPage locale={context.locale} hotline={office.hotline} />,
  );
  return answerPage(input, page, 404);
}
