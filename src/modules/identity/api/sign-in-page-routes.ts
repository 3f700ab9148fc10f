import { createElement } from 'react';
import { anyone } from '../../../kernel/actor.ts';
import { type Answer, defineRoute, html, redirect, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { SecondStepForm, SecondStepQuery, SignInForm, SignInPageQuery } from '../contract/sign-in-form.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { pathAfterSignIn } from '../domain/path-after-sign-in.ts';
import { IDENTITY_WORDS } from '../ui/public/messages.ts';
import { SECOND_STEP_WORDS } from '../ui/public/second-step-messages.ts';
import { SecondStepPage, type SecondStepPageProps } from '../ui/public/second-step-page.tsx';
import { SignInPage, type SignInPageProps } from '../ui/public/sign-in-page.tsx';
import { findAccountById } from '../store/staff.ts';
import { findOwnAttempt, finishWithCode } from './continue-sign-in.ts';
import { type PageRenderer } from './page-renderer.ts';
import { sayProblem } from './say-problem.ts';
import { attemptCookie, endedSessionCookie, openedCookies } from './session-cookie.ts';
import { type StaffSignOn } from './staff-sign-on.ts';
import { type FactorRouteDeps } from './factor-routes.ts';
import { signIn, signOut } from './sign-in.ts';

/** What the sign-in page works with. */
export interface SignInPageDeps extends FactorRouteDeps {
  readonly renderPage: PageRenderer;
  /** The address of the built script of passkeys; undefined when the workspace was not built. */
  readonly passkeyScript: string | undefined;
  /** Left out where nobody signs in by the word of a provider. */
  readonly signOn?: StaffSignOn | undefined;
}

const SIGN_IN = '/can-bo/dang-nhap';
const SECOND_STEP = '/can-bo/dang-nhap/buoc-hai';
const WORKSPACE = '/can-bo';

/** The sign-in page and the sign-out button, for browsers with and without scripts. */
export function signInPageRoutes(deps: SignInPageDeps): readonly Route[] {
  async function page(context: RequestContext, props: Omit<SignInPageProps, 'locale' | 'passkeyScript' | 'ways'>, status = 200): Promise<Answer> {
    const { locale } = context;
    const path = `${SIGN_IN}?${new URLSearchParams({ tiep: props.next }).toString()}`;
    const title = IDENTITY_WORDS[locale]['sign-in-title'];
    const ways = ((await deps.signOn?.ways(context.now)) ?? []).map(({ key, label }) => ({ label: label[locale], href: `/dang-nhap/${key}?${new URLSearchParams({ tiep: props.next }).toString()}` }));
    return html(await deps.renderPage({ context, title, path, indexed: false }, createElement(SignInPage, { locale, ways, passkeyScript: deps.passkeyScript, ...props })), status);
  }

  /** The second step for whoever has begun a sign-in; everybody else starts again. */
  async function secondStep(context: RequestContext, next: string, wrong: Pick<SecondStepPageProps, 'refusal' | 'missing'>, status = 200): Promise<Answer> {
    const { locale } = context;
    const attempt = await findOwnAttempt(deps, context);
    const account = attempt === undefined ? undefined : await findAccountById(deps.db, attempt.communeCode, attempt.staffId, dateAt(context.now.getTime()));
    if (account === undefined) return redirect(`${SIGN_IN}?${new URLSearchParams({ tiep: next, lai: '1' }).toString()}`);
    const path = `${SECOND_STEP}?${new URLSearchParams({ tiep: next }).toString()}`;
    const methods = { totp: account.hasTotp, passkey: account.hasPasskey };
    return html(await deps.renderPage({ context, title: SECOND_STEP_WORDS[locale].title, path, indexed: false }, createElement(SecondStepPage, { locale, next, methods, passkeyScript: deps.passkeyScript, ...wrong })), status);
  }

  return [
    defineRoute({
      method: 'GET',
      url: SIGN_IN,
      policy: anyone,
      summary: 'Trang đăng nhập của cán bộ / Staff sign-in page',
      tag: 'identity',
      kind: 'page',
      schema: { query: SignInPageQuery },
      handle: async ({ query, context }) => {
        const next = pathAfterSignIn(query.tiep, WORKSPACE);
        // Whoever has no position today would only be turned away there, and may want to sign in as somebody else.
        if (context.actor.kind === 'staff' && context.actor.positions.length > 0) return redirect(next);
        if ((await deps.homeCommune.find()) === undefined) return redirect('/thiet-lap');
        const news = query.lai !== undefined ? 'sign-in-again' : query.ra !== undefined ? 'signed-out' : query['thiet-lap'] !== undefined ? 'set-up-done' : undefined;
        const left = query.ra === undefined ? undefined : await deps.signOn?.leave(query.ra);
        return page(context, { userName: '', next, news, left: left === undefined ? undefined : { provider: left.label[context.locale], href: left.href } });
      },
    }),
    defineRoute({
      method: 'POST',
      url: SIGN_IN,
      policy: anyone,
      summary: 'Đăng nhập bằng biểu mẫu / Sign in by form',
      tag: 'identity',
      kind: 'page',
      schema: { body: SignInForm },
      handle: async ({ body, context, request }) => {
        const next = pathAfterSignIn(body.tiep, WORKSPACE);
        const missing = (['userName', 'password'] as const).filter((name) => body[name].trim() === '');
        if (missing.length > 0) return page(context, { userName: body.userName, next, missing }, 422);
        const outcome = await signIn(deps, body, context);
        if (!outcome.ok) {
          const { status, sentence } = sayProblem(outcome.problem, context.locale);
          return page(context, { userName: body.userName, next, refusal: sentence }, status);
        }
        const secure = deps.isSecure(request);
        if (outcome.value.kind === 'open') return redirect(next, { 'set-cookie': openedCookies(outcome.value.session, secure) });
        return redirect(`${SECOND_STEP}?${new URLSearchParams({ tiep: next }).toString()}`, { 'set-cookie': attemptCookie(outcome.value.token, secure) });
      },
    }),
    defineRoute({
      method: 'GET',
      url: SECOND_STEP,
      policy: anyone,
      summary: 'Trang đăng nhập: bước hai / Sign-in page: second step',
      tag: 'identity',
      kind: 'page',
      schema: { query: SecondStepQuery },
      handle: ({ query, context }) => secondStep(context, pathAfterSignIn(query.tiep, WORKSPACE), {}),
    }),
    defineRoute({
      method: 'POST',
      url: SECOND_STEP,
      policy: anyone,
      summary: 'Gửi mã của bước hai / Send the code of the second step',
      tag: 'identity',
      kind: 'page',
      schema: { body: SecondStepForm },
      handle: async ({ body, context, request }) => {
        const next = pathAfterSignIn(body.tiep, WORKSPACE);
        if (body.code.trim() === '') return secondStep(context, next, { missing: true }, 422);
        const outcome = await finishWithCode(deps, body.code, context);
        if (outcome.ok) return redirect(next, { 'set-cookie': openedCookies(outcome.value, deps.isSecure(request)) });
        const { status, sentence } = sayProblem(outcome.problem, context.locale);
        return secondStep(context, next, { refusal: sentence }, status);
      },
    }),
    defineRoute({
      method: 'POST',
      url: '/can-bo/dang-xuat',
      policy: anyone,
      summary: 'Đăng xuất bằng biểu mẫu / Sign out by form',
      tag: 'identity',
      kind: 'page',
      schema: {},
      handle: async ({ context, request }) => {
        const provider = await signOut(deps, context);
        return redirect(`${SIGN_IN}?ra=${provider ?? '1'}`, { 'set-cookie': endedSessionCookie(deps.isSecure(request)) });
      },
    }),
  ];
}
