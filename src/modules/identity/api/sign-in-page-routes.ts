import { createElement } from 'react';
import { anyone } from '../../../kernel/actor.ts';
import { type Answer, defineRoute, html, redirect, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { SignInForm, SignInPageQuery } from '../contract/sign-in-form.ts';
import { pathAfterSignIn } from '../domain/path-after-sign-in.ts';
import { IDENTITY_WORDS } from '../ui/public/messages.ts';
import { SignInPage, type SignInPageProps } from '../ui/public/sign-in-page.tsx';
import { type PageRenderer } from './page-renderer.ts';
import { sayProblem } from './say-problem.ts';
import { deviceCookie, endedSessionCookie, sessionCookie } from './session-cookie.ts';
import { type SessionRouteDeps } from './session-routes.ts';
import { signIn, signOut } from './sign-in.ts';

/** What the sign-in page works with. */
export interface SignInPageDeps extends SessionRouteDeps {
  readonly renderPage: PageRenderer;
}

const SIGN_IN = '/can-bo/dang-nhap';
const WORKSPACE = '/can-bo';

/** The sign-in page and the sign-out button, for browsers with and without scripts. */
export function signInPageRoutes(deps: SignInPageDeps): readonly Route[] {
  async function page(context: RequestContext, props: Omit<SignInPageProps, 'locale'>, status = 200): Promise<Answer> {
    const { locale } = context;
    const path = `${SIGN_IN}?${new URLSearchParams({ tiep: props.next }).toString()}`;
    const title = IDENTITY_WORDS[locale]['sign-in-title'];
    return html(await deps.renderPage({ context, title, path, indexed: false }, createElement(SignInPage, { locale, ...props })), status);
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
        const news = query.ra !== undefined ? 'signed-out' : query['thiet-lap'] !== undefined ? 'set-up-done' : undefined;
        return page(context, { userName: '', next, news });
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
        const { token, deviceToken } = outcome.value;
        return redirect(next, { 'set-cookie': [sessionCookie(token, secure), deviceCookie(deviceToken, secure)] });
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
        await signOut(deps, context);
        return redirect(`${SIGN_IN}?ra=1`, { 'set-cookie': endedSessionCookie(deps.isSecure(request)) });
      },
    }),
  ];
}
