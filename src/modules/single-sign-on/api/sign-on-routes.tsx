import { Type } from 'typebox';
import { anyone } from '../../../kernel/actor.ts';
import { type Problem } from '../../../kernel/result.ts';
import { type Answer, defineRoute, problemAnswer, redirect, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { digestCookie, digestToken, makeSecretToken, pathAfterSignIn } from '../../identity/index.ts';
import { SIGN_ON_PROBLEMS } from '../contract/problems.ts';
import { citizenPathAfter, MY_PAGE } from '../domain/citizen-place.ts';
import { type Attempt, ATTEMPT_MEMORY_MS } from '../domain/judge-attempt.ts';
import { insertAttempt } from '../store/attempts.ts';
import { SIGN_ON_WORDS } from '../ui/public/messages.ts';
import { RefusedPage } from '../ui/public/refused-page.tsx';
import { type SingleSignOnDeps } from './deps.ts';
import { openCitizenSession } from './open-citizen-session.ts';
import { type Provider } from './provider.ts';
import { attemptCookie, attemptCookieName, citizenCookie, endedAttemptCookie } from './sign-on-cookies.ts';
import { takeAttempt } from './take-attempt.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

/** Far more than a person needs, far less than fills a table. */
const PER_MINUTE = 20;
const ProviderParams = Type.Object({ provider: Type.String({ maxLength: 20 }) });

/** Whether cookies must travel over HTTPS only. */
export function isSecure(deps: Pick<SingleSignOnDeps, 'publicUrl'>, request: { readonly protocol: string }): boolean {
  return deps.publicUrl.startsWith('https:') || request.protocol === 'https';
}

/** The address at this office to which a provider sends browsers back: each provider has its own, so that none can answer for another. */
function redirectUri(deps: Pick<SingleSignOnDeps, 'publicUrl'>, provider: Provider): string {
  return `${deps.publicUrl}/dang-nhap/${provider.settings.key}/ve`;
}

/** The way to an identity provider and the way back. */
export function signOnRoutes(deps: SingleSignOnDeps): readonly Route[] {
  const find = (key: string): Provider | undefined => deps.providers.find(({ settings }) => settings.kind === 'citizen' && settings.key === key);
  return [
    defineRoute({
      method: 'GET', url: '/dang-nhap/:provider', policy: anyone, summary: 'Sang nơi đăng nhập một lần / To an identity provider', tag: 'single-sign-on', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: ProviderParams, query: Type.Object({ tiep: Type.Optional(Type.String({ maxLength: 4000 })) }) },
      handle: (input) => {
        const provider = find(input.params.provider);
        if (provider === undefined) return problemAnswer({ code: 'sign-on.not-set-up' });
        return startSignIn(deps, provider, input, citizenPathAfter(pathAfterSignIn(input.query.tiep, MY_PAGE)), null);
      },
    }),
    defineRoute({
      method: 'GET', url: '/dang-nhap/:provider/ve', policy: anyone, summary: 'Từ nơi đăng nhập một lần trở về / Back from an identity provider', tag: 'single-sign-on', kind: 'page', perMinute: PER_MINUTE,
      // What else a provider adds is read by the library, not by us.
      schema: { params: ProviderParams, query: Type.Object({ state: Type.Optional(Type.String({ maxLength: 200 })) }) },
      handle: async (input) => {
        const { context, request } = input;
        const provider = find(input.params.provider);
        if (provider === undefined) return problemAnswer({ code: 'sign-on.not-set-up' });
        const state = input.query.state ?? '';
        const browserHash = digestCookie(context.cookies[attemptCookieName(state)]);
        const attempt = await takeAttempt(deps.db, state, { provider: provider.settings.key, browserHash, now: context.now });
        if (!attempt.ok) return answerRefused(deps, input, provider, attempt.problem);
        const answer = await finishSignIn(deps, provider, input, attempt.value, state);
        return withCookie(answer, endedAttemptCookie(state, isSecure(deps, request)));
      },
    }),
  ];
}

/** Sends a browser to a provider: the try is written down first, and bound to this browser. */
async function startSignIn(deps: SingleSignOnDeps, provider: Provider, input: PageInput, returnPath: string, linkingStaffId: string | null): Promise<Answer> {
  const { now } = input.context;
  const [state, browser, nonce, verifier] = [makeSecretToken(), makeSecretToken(), makeSecretToken(), makeSecretToken()];
  const address = await provider.signInAddress(redirectUri(deps, provider), { state, nonce, verifier });
  if (!address.ok) return answerRefused(deps, input, provider, address.problem);
  const attempt: Attempt = { provider: provider.settings.key, browserHash: digestToken(browser), nonce, verifier, returnPath, linkingStaffId, startedAt: now, usedAt: null };
  await insertAttempt(deps.db, digestToken(state), attempt, new Date(now.getTime() - ATTEMPT_MEMORY_MS));
  return redirect(address.value, { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'set-cookie': attemptCookie(state, browser, isSecure(deps, input.request)) });
}

async function finishSignIn(deps: SingleSignOnDeps, provider: Provider, input: PageInput, attempt: Attempt, state: string): Promise<Answer> {
  const { context, request } = input;
  const callback = new URL(request.url, deps.publicUrl);
  const answer = await provider.redeem(callback, { state, nonce: attempt.nonce, verifier: attempt.verifier });
  if (!answer.ok) return answerRefused(deps, input, provider, answer.problem);
  const opened = await openCitizenSession(deps, provider, answer.value, context);
  if (!opened.ok) return answerRefused(deps, input, provider, opened.problem);
  return redirect(attempt.returnPath, { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'set-cookie': citizenCookie(opened.value, isSecure(deps, request)) });
}

/** A page that says why nobody was signed in and how to go on. */
async function answerRefused(deps: SingleSignOnDeps, input: PageInput, provider: Provider, problem: Problem): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const { settings } = provider;
  const entry = Object.entries(SIGN_ON_PROBLEMS).find(([code]) => code === problem.code)?.[1];
  if (entry === undefined) return problemAnswer(problem);
  const page = renderPublicPage(
    { context, office: await deps.office(), title: SIGN_ON_WORDS[locale]['refused-title'], path: settings.kind === 'citizen' ? '/cua-toi/dang-nhap' : '/can-bo/dang-nhap', indexed: false },
    <RefusedPage locale={locale} kind={settings.kind} sentence={fillMessage(entry[locale], { ...problem.facts, provider: settings.label[locale] })} again={`/dang-nhap/${settings.key}`} provider={settings.label[locale]} />,
  );
  return answerPage(input, page, entry.status);
}

function withCookie(answer: Answer, cookie: string): Answer {
  if (answer.kind !== 'html' && answer.kind !== 'redirect') return answer;
  const before = answer.headers?.['set-cookie'];
  const cookies = before === undefined ? [] : typeof before === 'string' ? [before] : before;
  return { ...answer, headers: { ...answer.headers, 'set-cookie': [...cookies, cookie] } };
}
