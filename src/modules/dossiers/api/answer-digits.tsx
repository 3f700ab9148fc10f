import { type Answer, type RequestContext, type RouteInput, type RouteSchema, showing } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { type OpenedPage, SecondFactorPage } from '../ui/public/second-factor-page.tsx';
import { SUPPLEMENT_WORDS } from '../ui/public/supplement-messages.ts';
import { answerSecret } from './answer-personal.ts';
import { type DossiersDeps } from './deps.ts';

const PAPER = /^giay\/[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Where the digits lead, as the form carries it: nothing but a page of the same dossier, else the supplements. */
export function readOpenedPage(typed: string): OpenedPage {
  return typed === 'ket-qua' || typed === 'rut' || typed === 'du-lieu' || typed === 'to-khai' || typed === 'khai-viec-khac' || typed === 'ai-da-xem' || PAPER.test(typed) ? (typed as OpenedPage) : 'bo-sung';
}

/** Offered to those who are not signed in already: an identity that opened nothing here opens nothing the second time. */
function signOnOf(deps: DossiersDeps, { actor, locale }: Pick<RequestContext, 'actor' | 'locale'>, path: string): { readonly label: string; readonly href: string } | undefined {
  if (deps.signOnLabel === undefined || actor.kind === 'citizen' || actor.kind === 'device') return undefined;
  return { label: deps.signOnLabel[locale], href: `${PUBLIC_PATHS.citizenSignIn}?${new URLSearchParams({ tiep: path }).toString()}` };
}

/** Asks for the four digits before a page of the dossier that shows something personal. */
export async function answerDigits(deps: DossiersDeps, input: Pick<RouteInput<RouteSchema>, 'request' | 'context'>, token: string, to: OpenedPage, faults: readonly FieldFault[], status = 200): Promise<Answer> {
  const { context } = input;
  const page = renderPublicPage(
    { context, office: await deps.office(), title: SUPPLEMENT_WORDS[context.locale]['digits-title'], path: `/h/${token}/${to}`, indexed: false },
    <SecondFactorPage signOn={signOnOf(deps, context, `/h/${token}/${to}`)} locale={context.locale} action={`/h/${token}/mo`} back={`/h/${token}`} to={to} faults={faults} />,
  );
  return showing(await answerSecret(input, page, status), null);
}
