import { type StaffActor, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok } from '../../../kernel/result.ts';
import { anyone } from '../../../kernel/actor.ts';
import { runCommand } from '../../../platform/commands.ts';
import { defineRoute, json, problemAnswer, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { readSetting } from '../../settings/index.ts';
import { ChangePasswordBody, PasswordChangedView } from '../contract/password.ts';
import {
  OwnSessionsView,
  SessionEndedView,
  SessionParams,
  SessionView,
  SignedOutView,
  SignInBody,
  toOwnSessions,
  toSessionAnswer,
} from '../contract/session.ts';
import { idleSince } from '../domain/session-life.ts';
import { signedIn } from '../domain/signed-in.ts';
import { SESSION_IDLE } from '../settings.ts';
import { getCommune, listUnits } from '../store/commune.ts';
import { deleteOwnSession, findSessionId, listSessions } from '../store/sessions.ts';
import { changePassword } from './change-password.ts';
import { digestCookie } from './secret-token.ts';
import { attemptCookie, endedSessionCookie, openedCookies, SESSION_COOKIE } from './session-cookie.ts';
import { type SignInDeps } from './open-session.ts';
import { signIn, signOut } from './sign-in.ts';

/** What the session routes work with. */
export interface SessionRouteDeps extends SignInDeps {
  /** Whether a request's cookies must travel over HTTPS only. */
  readonly isSecure: (request: { readonly protocol: string }) => boolean;
}

const TAG = 'identity';

/** The JSON routes of one's own account: sign in, who am I, sign out, own sessions, own password. */
export function sessionRoutes(deps: SessionRouteDeps): readonly Route[] {
  const { db } = deps;

  const showSession = async (actor: StaffActor, expiresAt: Date, now: Date): Promise<unknown> => {
    const [commune, units] = await Promise.all([getCommune(db, actor.communeCode), listUnits(db, actor.communeCode, dateAt(now.getTime()))]);
    return toSessionAnswer(actor, commune, units, expiresAt);
  };

  return [
    defineRoute({
      method: 'POST',
      url: '/api/session',
      policy: anyone,
      summary: 'Đăng nhập / Sign in',
      tag: TAG,
      kind: 'api',
      schema: { body: SignInBody, response: SessionView },
      handle: async ({ body, context, request }) => {
        const outcome = await signIn(deps, body, context);
        if (!outcome.ok) return problemAnswer(outcome.problem);
        const secure = deps.isSecure(request);
        if (outcome.value.kind === 'second-step') {
          const { token, methods } = outcome.value;
          return problemAnswer({ code: 'identity.second-factor-next', facts: { ...methods } }, { 'set-cookie': attemptCookie(token, secure) });
        }
        const { actor, expiresAt } = outcome.value.session;
        return json(await showSession(actor, expiresAt, context.now), { 'set-cookie': openedCookies(outcome.value.session, secure) });
      },
    }),
    defineRoute({
      method: 'GET',
      url: '/api/session',
      policy: signedIn,
      summary: 'Ai đang đăng nhập / Who is signed in',
      tag: TAG,
      kind: 'api',
      schema: { response: SessionView },
      handle: async ({ context }) => {
        const session = await findSessionId(db, ownToken(context));
        // Ended elsewhere within the last seconds: the answer must not outlive it.
        if (session === undefined) return problemAnswer({ code: 'access.sign-in-first' });
        return json(await showSession(staffOf(context.actor), session.expiresAt, context.now));
      },
    }),
    defineRoute({
      method: 'DELETE',
      url: '/api/session',
      policy: anyone,
      summary: 'Đăng xuất / Sign out',
      tag: TAG,
      kind: 'api',
      schema: { response: SignedOutView },
      handle: async ({ context, request }) => {
        const provider = await signOut(deps, context);
        return json({ signedIn: false, provider }, { 'set-cookie': endedSessionCookie(deps.isSecure(request)) });
      },
    }),
    defineRoute({
      method: 'GET',
      url: '/api/sessions',
      policy: signedIn,
      summary: 'Các phiên đăng nhập của tôi / My sessions',
      tag: TAG,
      kind: 'api',
      schema: { response: OwnSessionsView },
      handle: async ({ context }) => {
        const { communeCode, staffId } = staffOf(context.actor);
        const seenAfter = idleSince(context.now, await readSetting(db, communeCode, SESSION_IDLE, context.now));
        const sessions = await listSessions(db, communeCode, staffId, { now: context.now, seenAfter });
        return json(toOwnSessions(sessions, (await findSessionId(db, ownToken(context)))?.id));
      },
    }),
    defineRoute({
      method: 'DELETE',
      url: '/api/sessions/:id',
      policy: signedIn,
      summary: 'Kết thúc một phiên của tôi / End one of my sessions',
      tag: TAG,
      kind: 'api',
      schema: { params: SessionParams, response: SessionEndedView },
      handle: async ({ params, context }) => {
        await endOwnSession(deps, staffOf(context.actor), params.id, context);
        return json({ id: params.id, active: false });
      },
    }),
    defineRoute({
      method: 'PUT',
      url: '/api/password',
      policy: signedIn,
      summary: 'Đổi mật khẩu của tôi / Change my password',
      tag: TAG,
      kind: 'api',
      schema: { body: ChangePasswordBody, response: PasswordChangedView },
      handle: async ({ body, context }) => {
        const outcome = await changePassword(deps, staffOf(context.actor), body, context);
        return outcome.ok ? json(outcome.value) : problemAnswer(outcome.problem);
      },
    }),
  ];
}

/** The same answer for a session that is already gone and for somebody else's: neither counts for the one who asks. */
async function endOwnSession(deps: SessionRouteDeps, actor: StaffActor, id: string, context: RequestContext): Promise<void> {
  const { communeCode, staffId } = actor;
  // The session's own id names the command: ending it twice is ending it once.
  const envelope = { communeCode, commandId: id, kind: 'EndSession', actor, request: { staffId }, now: context.now, address: context.address };
  let endedToken: string | undefined;
  await runCommand(deps.db, envelope, async (tx) => {
    const ended = await deleteOwnSession(tx, communeCode, staffId, id);
    if (ended === undefined) return { ok: false, problem: { code: 'access.not-allowed' } };
    endedToken = ended.tokenHash;
    return ok({ result: {}, journal: { action: 'session-ended', object: `staff:${staffId}`, facts: { session: id } } });
  });
  if (endedToken !== undefined) deps.identify.forgetSession(endedToken);
}

function ownToken(context: RequestContext): string {
  return digestCookie(context.cookies[SESSION_COOKIE]) ?? '';
}
