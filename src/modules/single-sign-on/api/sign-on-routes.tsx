import { Type } from 'typebox';
import { anyone } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { ok } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, redirect, type RequestContext, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { attemptCookie as secondStepCookie, digestCookie, digestToken, makeSecretToken, openedCookies, pathAfterSignIn } from '../../identity/index.ts';
import { citizenPathAfter, MY_PAGE } from '../domain/citizen-place.ts';
import { type Attempt, ATTEMPT_MEMORY_MS } from '../domain/judge-attempt.ts';
import { insertAttempt } from '../store/attempts.ts';
import { answerRefused } from './answer-refused.tsx';
import { type SingleSignOnDeps } from './deps.ts';
import { openCitizenSession } from './open-citizen-session.ts';
import { type Provider, type ProviderAnswer } from './provider.ts';
import { attemptCookie, attemptCookieName, citizenCookie, endedAttemptCookie } from './sign-on-cookies.ts';
import { linkOwnIdentity, signInStaff } from './sign-on-staff.ts';
import { takeAttempt } from './take-attempt.ts';
import { endByProvider } from './told-logout.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

/** Far more than a person needs, far less than fills a table. */
const PER_MINUTE = 20;
/** A provider tells the log-outs of a whole province from one address. */
const LOGOUTS_PER_MINUTE = 600;
const WORKSPACE = '/can-bo';
export const OWN_ACCOUNT = '/can-bo/tai-khoan';
const ProviderParams = Type.Object({ provider: Type.String({ maxLength: 20 }) });
/** Nobody keeps the answer, and the page that follows does not learn the address with the code. */
const PRIVATE = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } as const;

/** Whether cookies must travel over HTTPS only. */
export function isSecure(deps: Pick<SingleSignOnDeps, 'publicUrl'>, request: { readonly protocol: string }): boolean {
  return deps.publicUrl.startsWith('https:') || request.protocol === 'https';
}

/** The address at this office to which a provider sends browsers back: each provider has its own, so that none can answer for another. */
function redirectUri(deps: Pick<SingleSignOnDeps, 'publicUrl'>, provider: Provider): string {
  return `${deps.publicUrl}/dang-nhap/${provider.settings.key}/ve`;
}

/** Where somebody goes after signing in by this provider: citizens to their own pages, staff to the workspace. */
function pathAfter({ settings }: Provider, wanted: string | undefined): string {
  if (settings.kind === 'citizen') return citizenPathAfter(pathAfterSignIn(wanted, MY_PAGE));
  const path = pathAfterSignIn(wanted, WORKSPACE);
  return /^\/can-bo(?:[/?]|$)/u.test(path) ? path : WORKSPACE;
}

/** The way to an identity provider and the way back, and what a provider says by itself. */
export function signOnRoutes(deps: SingleSignOnDeps): readonly Route[] {
  const find = (key: string): Provider | undefined => deps.providers.find(({ settings }) => settings.key === key);
  return [
    defineRoute({
      method: 'GET', url: '/dang-nhap/:provider', policy: anyone, summary: 'Sang nơi đăng nhập một lần / To an identity provider', tag: 'single-sign-on', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: ProviderParams, query: Type.Object({ tiep: Type.Optional(Type.String({ maxLength: 4000 })) }) },
      handle: async (input) => {
        const provider = find(input.params.provider);
        if (provider === undefined) return problemAnswer({ code: 'sign-on.not-set-up' });
        const begun = await beginAttempt(deps, provider, input.context, pathAfter(provider, input.query.tiep), null, isSecure(deps, input.request));
        return begun.ok ? redirect(begun.value.address, { ...PRIVATE, 'set-cookie': begun.value.cookie }) : answerRefused(deps, input, provider, begun.problem);
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
        const answer = await finish(deps, provider, input, attempt.value, state);
        return withCookie(answer, endedAttemptCookie(state, isSecure(deps, request)));
      },
    }),
    defineRoute({
      method: 'POST', url: '/dang-nhap/:provider/dang-xuat', policy: anyone, summary: 'Nơi đăng nhập báo có người đã đăng xuất / Back-channel log-out', tag: 'single-sign-on', kind: 'page',
      perMinute: LOGOUTS_PER_MINUTE,
      schema: { params: ProviderParams, body: Type.Object({ logout_token: Type.Optional(Type.String({ maxLength: 20_000 })) }) },
      handle: async ({ params, body, context }) => {
        const provider = find(params.provider);
        if (provider === undefined) return problemAnswer({ code: 'sign-on.not-set-up' });
        const ended = await endByProvider(deps, provider, body.logout_token ?? '', context);
        return ended.ok ? json({}) : problemAnswer({ ...ended.problem, facts: { provider: provider.settings.label[context.locale] } });
      },
    }),
  ];
}

/** A try that is on its way: where the browser is sent, and the cookie that binds it to this browser. */
interface BegunAttempt {
  readonly address: string;
  readonly cookie: string;
}

/** Begins a sign-in at a provider, or a link: it is written down first, and bound to this browser. Refuses when the provider cannot be asked. */
export async function beginAttempt(deps: SingleSignOnDeps, provider: Provider, { now }: Pick<RequestContext, 'now'>, returnPath: string, linkingStaffId: string | null, secure: boolean): Promise<Result<BegunAttempt>> {
  const [state, browser, nonce, verifier] = [makeSecretToken(), makeSecretToken(), makeSecretToken(), makeSecretToken()];
  const address = await provider.signInAddress(redirectUri(deps, provider), { state, nonce, verifier });
  if (!address.ok) return address;
  const attempt: Attempt = { provider: provider.settings.key, browserHash: digestToken(browser), nonce, verifier, returnPath, linkingStaffId, startedAt: now, usedAt: null };
  await insertAttempt(deps.db, digestToken(state), attempt, new Date(now.getTime() - ATTEMPT_MEMORY_MS));
  return ok({ address: address.value, cookie: attemptCookie(state, browser, secure) });
}

async function finish(deps: SingleSignOnDeps, provider: Provider, input: PageInput, attempt: Attempt, state: string): Promise<Answer> {
  const callback = new URL(input.request.url, deps.publicUrl);
  const answer = await provider.redeem(callback, { state, nonce: attempt.nonce, verifier: attempt.verifier });
  if (!answer.ok) return answerRefused(deps, input, provider, answer.problem);
  if (attempt.linkingStaffId !== null) return finishLink(deps, provider, input, answer.value, attempt.linkingStaffId);
  return provider.settings.kind === 'citizen' ? finishCitizen(deps, provider, input, answer.value, attempt.returnPath) : finishStaff(deps, provider, input, answer.value, attempt.returnPath);
}

async function finishCitizen(deps: SingleSignOnDeps, provider: Provider, input: PageInput, answer: ProviderAnswer, returnPath: string): Promise<Answer> {
  const opened = await openCitizenSession(deps, provider, answer, input.context);
  if (!opened.ok) return answerRefused(deps, input, provider, opened.problem);
  return redirect(returnPath, { ...PRIVATE, 'set-cookie': citizenCookie(opened.value, isSecure(deps, input.request)) });
}

async function finishStaff(deps: SingleSignOnDeps, provider: Provider, input: PageInput, answer: ProviderAnswer, returnPath: string): Promise<Answer> {
  const secure = isSecure(deps, input.request);
  const signedIn = await signInStaff(deps, provider, answer, input.context);
  if (!signedIn.ok) return answerRefused(deps, input, provider, signedIn.problem);
  if (signedIn.value.kind === 'open') return redirect(returnPath, { ...PRIVATE, 'set-cookie': openedCookies(signedIn.value.session, secure) });
  return redirect(`/can-bo/dang-nhap/buoc-hai?${new URLSearchParams({ tiep: returnPath }).toString()}`, { ...PRIVATE, 'set-cookie': secondStepCookie(signedIn.value.token, secure) });
}

/** The session that began is the one that is linked: nobody else's account is touched by an answer that comes back. */
async function finishLink(deps: SingleSignOnDeps, provider: Provider, input: PageInput, answer: ProviderAnswer, staffId: string): Promise<Answer> {
  const { actor } = input.context;
  if (actor.kind !== 'staff' || actor.staffId !== staffId) return answerRefused(deps, input, provider, { code: 'sign-on.link-other-person' });
  const linked = await linkOwnIdentity(deps, provider, answer, actor, input.context);
  return linked.ok ? redirect(`${OWN_ACCOUNT}?gan=${provider.settings.key}`, PRIVATE) : answerRefused(deps, input, provider, linked.problem);
}

function withCookie(answer: Answer, cookie: string): Answer {
  if (answer.kind !== 'html' && answer.kind !== 'redirect') return answer;
  const before = answer.headers?.['set-cookie'];
  const cookies = before === undefined ? [] : typeof before === 'string' ? [before] : before;
  return { ...answer, headers: { ...answer.headers, 'set-cookie': [...cookies, cookie] } };
}
