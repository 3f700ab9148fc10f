import { type Answer, problemAnswer, type RouteInput, type RouteSchema, showing } from '../../../platform/http/route.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { DOSSIER_PAGE_WORDS } from '../ui/public/messages.ts';
import { NothingHerePage, type NothingHerePageProps } from '../ui/public/nothing-here-page.tsx';
import { answerSecret } from './answer-personal.ts';
import { type DossiersDeps } from './deps.ts';

/** 404 with the way on. The address itself is never repeated: it may be somebody's secret, mistyped. */
export async function answerNothingHere(
  deps: DossiersDeps,
  input: Pick<RouteInput<RouteSchema>, 'request' | 'context'>,
  what: NothingHerePageProps['what'],
): Promise<Answer> {
  const office = await deps.office();
  if (office === undefined) return problemAnswer({ code: 'request.not-found' });
  const { context } = input;
  const path = what === 'link' ? PUBLIC_PATHS.track : PUBLIC_PATHS.search;
  const page = renderPublicPage(
    { context, office, title: DOSSIER_PAGE_WORDS[context.locale][`unknown-${what}`], path, indexed: false },
    <NothingHerePage locale={context.locale} what={what} hotline={office.hotline} />,
  );
  return showing(await answerSecret(input, page, 404), null);
}
