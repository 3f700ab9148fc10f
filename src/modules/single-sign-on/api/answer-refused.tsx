import { type Problem } from '../../../kernel/result.ts';
import { type Answer, problemAnswer, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { IDENTITY_PROBLEMS } from '../../identity/index.ts';
import { SIGN_ON_PROBLEMS } from '../contract/problems.ts';
import { SIGN_ON_WORDS } from '../ui/public/messages.ts';
import { RefusedPage } from '../ui/public/refused-page.tsx';
import { type SingleSignOnDeps } from './deps.ts';
import { type Provider } from './provider.ts';

/** A page that says why nobody was signed in, or nothing was linked, and how to go on. */
export async function answerRefused(deps: SingleSignOnDeps, input: Pick<RouteInput<RouteSchema>, 'request' | 'context'>, { settings }: Provider, problem: Problem): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const entry = Object.entries({ ...SIGN_ON_PROBLEMS, ...IDENTITY_PROBLEMS }).find(([code]) => code === problem.code)?.[1];
  if (entry === undefined) return problemAnswer(problem);
  const page = renderPublicPage(
    { context, office: await deps.office(), title: SIGN_ON_WORDS[locale]['refused-title'], path: settings.kind === 'citizen' ? '/cua-toi/dang-nhap' : '/can-bo/dang-nhap', indexed: false },
    <RefusedPage locale={locale} kind={settings.kind} sentence={fillMessage(entry[locale], { ...problem.facts, provider: settings.label[locale] })} again={`/dang-nhap/${settings.key}`} provider={settings.label[locale]} />,
  );
  return answerPage(input, page, entry.status);
}
