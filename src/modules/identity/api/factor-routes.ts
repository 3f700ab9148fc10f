import { anyone, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { refuse, type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { SessionView, toSessionAnswer } from '../contract/session.ts';
import {
  BegunTotpView, CodeBody, ConfirmTotpBody, FactorAddedView, FactorParams, FactorRemovedView, NewPasskeyBody, type PasskeyAnswer, PasskeyAnswerBody, PasskeyOptionsView, ProofBody,
  ProofView, RecoveryCodesView, SecondFactorsView,
} from '../contract/second-factors.ts';
import { signedIn } from '../domain/signed-in.ts';
import { getCommune, listUnits } from '../store/commune.ts';
import { findAccountById } from '../store/staff.ts';
import { type FactorDeps } from './check-code.ts';
import { findOwnAttempt, finishSignIn, finishWithCode } from './continue-sign-in.ts';
import { openSession, refuseAccount, type SignedIn } from './open-session.ts';
import { addOwnPasskey, beginOwnPasskey, beginOwnTotp, confirmOwnTotp, removeOwnFactor, renewRecoveryCodes, showOwnFactors } from './own-factors.ts';
import { challengePasskey, checkPasskey } from './passkeys.ts';
import { proveAgain, proveAgainByPasskey } from './prove-again.ts';
import { digestCookie, digestToken, makeSecretToken } from './secret-token.ts';
import { ATTEMPT_COOKIE, attemptCookie, openedCookies, SESSION_COOKIE } from './session-cookie.ts';

/** What the routes of second factors work with. */
export interface FactorRouteDeps extends FactorDeps {
  /** Whether a request's cookies must travel over HTTPS only. */
  readonly isSecure: (request: { readonly protocol: string }) => boolean;
}

const TAG = 'identity';
/** Guesses are slowed down by their own counts; this only keeps a loop from filling the table of challenges. */
const CHALLENGES_PER_MINUTE = 60;

/** The second step of a sign-in, a passkey alone, proving again within a session, and one's own factors. */
export function factorRoutes(deps: FactorRouteDeps): readonly Route[] {
  const { db } = deps;

  const opened = async (outcome: Result<SignedIn>, context: RequestContext, request: { readonly protocol: string }): Promise<Answer> => {
    if (!outcome.ok) return problemAnswer(outcome.problem);
    const { actor, expiresAt } = outcome.value;
    const [commune, units] = await Promise.all([getCommune(db, actor.communeCode), listUnits(db, actor.communeCode, dateAt(context.now.getTime()))]);
    return json(toSessionAnswer(actor, commune, units, expiresAt), { 'set-cookie': openedCookies(outcome.value, deps.isSecure(request)) });
  };
  const shown = <T>(outcome: Result<T>): Answer => (outcome.ok ? json(outcome.value) : problemAnswer(outcome.problem));
  const offered = (outcome: Result<unknown>, headers?: Readonly<Record<string, string>>): Answer => (outcome.ok ? json({ options: outcome.value }, headers) : problemAnswer(outcome.problem));

  return [
    defineRoute({
      method: 'POST', url: '/api/session/second-step', policy: anyone, summary: 'Bước hai khi đăng nhập: mã trên điện thoại hoặc mã dự phòng / Second step of a sign-in: a code', tag: TAG, kind: 'api',
      schema: { body: CodeBody, response: SessionView },
      handle: async ({ body, context, request }) => opened(await finishWithCode(deps, body.code, context), context, request),
    }),
    defineRoute({
      method: 'POST', url: '/api/session/second-step/passkey/options', policy: anyone, summary: 'Thử thách khóa truy cập ở bước hai / Challenge of a passkey in the second step', tag: TAG, kind: 'api', perMinute: CHALLENGES_PER_MINUTE,
      schema: { response: PasskeyOptionsView },
      handle: async ({ context }) => {
        const attempt = await findOwnAttempt(deps, context);
        if (attempt === undefined) return problemAnswer({ code: 'identity.sign-in-again' });
        return offered(await challengePasskey(deps, attempt, { purpose: 'second-step', binding: attempt.tokenHash }, context.now));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/session/second-step/passkey', policy: anyone, summary: 'Bước hai bằng khóa truy cập / Second step by passkey', tag: TAG, kind: 'api',
      schema: { body: PasskeyAnswerBody, response: SessionView },
      handle: async ({ body, context, request }) => {
        const attempt = await findOwnAttempt(deps, context);
        if (attempt === undefined) return problemAnswer({ code: 'identity.sign-in-again' });
        const checked = await checkPasskey(deps, attempt, body.answer, { purpose: 'second-step', binding: attempt.tokenHash }, context);
        return checked.ok ? opened(await finishSignIn(deps, attempt, checked.value, context), context, request) : problemAnswer(checked.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/session/passkey/options', policy: anyone, summary: 'Thử thách để đăng nhập bằng khóa truy cập / Challenge to sign in by passkey', tag: TAG, kind: 'api', perMinute: CHALLENGES_PER_MINUTE,
      schema: { response: PasskeyOptionsView },
      handle: async ({ context, request }) => {
        const token = makeSecretToken();
        const outcome = await challengePasskey(deps, undefined, { purpose: 'sign-in', binding: digestToken(token) }, context.now);
        return offered(outcome, { 'set-cookie': attemptCookie(token, deps.isSecure(request)) });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/session/passkey', policy: anyone, summary: 'Đăng nhập bằng khóa truy cập / Sign in by passkey', tag: TAG, kind: 'api',
      schema: { body: PasskeyAnswerBody, response: SessionView },
      handle: async ({ body, context, request }) => opened(await signInByPasskey(deps, body.answer, context), context, request),
    }),
    defineRoute({
      method: 'POST', url: '/api/session/proof', policy: signedIn, summary: 'Xác nhận lại chính mình trong phiên / Prove again who is signed in', tag: TAG, kind: 'api',
      schema: { body: ProofBody, response: ProofView },
      handle: async ({ body, context }) => shown(await proveAgain(deps, staffOf(context.actor), body, context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/session/proof/passkey/options', policy: signedIn, summary: 'Thử thách để xác nhận lại bằng khóa truy cập / Challenge to prove again by passkey', tag: TAG, kind: 'api', perMinute: CHALLENGES_PER_MINUTE,
      schema: { response: PasskeyOptionsView },
      handle: async ({ context }) => offered(await challengePasskey(deps, staffOf(context.actor), { purpose: 'step-up', binding: ownToken(context) }, context.now)),
    }),
    defineRoute({
      method: 'POST', url: '/api/session/proof/passkey', policy: signedIn, summary: 'Xác nhận lại bằng khóa truy cập / Prove again by passkey', tag: TAG, kind: 'api',
      schema: { body: PasskeyAnswerBody, response: ProofView },
      handle: async ({ body, context }) => shown(await proveAgainByPasskey(deps, staffOf(context.actor), body.answer, context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/second-factors', policy: signedIn, summary: 'Các lớp bảo vệ của tôi / My second factors', tag: TAG, kind: 'api',
      schema: { response: SecondFactorsView },
      handle: async ({ context }) => json(await showOwnFactors(deps, staffOf(context.actor))),
    }),
    defineRoute({
      method: 'POST', url: '/api/second-factors/totp', policy: signedIn, summary: 'Bắt đầu đăng ký mã trên điện thoại / Begin codes on the phone', tag: TAG, kind: 'api',
      schema: { response: BegunTotpView },
      handle: async ({ context }) => shown(await beginOwnTotp(deps, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/second-factors/totp/confirm', policy: signedIn, summary: 'Xác nhận mã đầu tiên / Confirm the first code', tag: TAG, kind: 'api', perMinute: 30,
      schema: { body: ConfirmTotpBody, response: FactorAddedView },
      handle: async ({ body, context }) => shown(await confirmOwnTotp(deps, staffOf(context.actor), body, context)),
    }),
    defineRoute({
      method: 'DELETE', url: '/api/second-factors/totp', policy: signedIn, summary: 'Bỏ mã trên điện thoại / Remove the codes of the phone', tag: TAG, kind: 'api',
      schema: { response: FactorRemovedView },
      handle: async ({ context }) => shown(await removeOwnFactor(deps, staffOf(context.actor), { totp: true }, context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/second-factors/passkeys/options', policy: signedIn, summary: 'Bắt đầu đăng ký khóa truy cập / Begin a passkey', tag: TAG, kind: 'api', perMinute: CHALLENGES_PER_MINUTE,
      schema: { response: PasskeyOptionsView },
      handle: async ({ context }) => offered(await beginOwnPasskey(deps, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/second-factors/passkeys', policy: signedIn, summary: 'Đăng ký khóa truy cập / Register a passkey', tag: TAG, kind: 'api',
      schema: { body: NewPasskeyBody, response: FactorAddedView },
      handle: async ({ body, context }) => shown(await addOwnPasskey(deps, staffOf(context.actor), body, context)),
    }),
    defineRoute({
      method: 'DELETE', url: '/api/second-factors/passkeys/:id', policy: signedIn, summary: 'Bỏ một khóa truy cập / Remove a passkey', tag: TAG, kind: 'api',
      schema: { params: FactorParams, response: FactorRemovedView },
      handle: async ({ params, context }) => shown(await removeOwnFactor(deps, staffOf(context.actor), { passkeyId: params.id }, context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/second-factors/recovery-codes', policy: signedIn, summary: 'Làm mới mã dự phòng / Renew the recovery codes', tag: TAG, kind: 'api',
      schema: { response: RecoveryCodesView },
      handle: async ({ context }) => shown(await renewRecoveryCodes(deps, staffOf(context.actor), context)),
    }),
  ];
}

/** A passkey alone is as sure as a second factor: it is something that the person has, unlocked by what only the person knows or is. */
async function signInByPasskey(deps: FactorDeps, answer: PasskeyAnswer, context: RequestContext): Promise<Result<SignedIn>> {
  const binding = digestCookie(context.cookies[ATTEMPT_COOKIE]);
  if (binding === undefined) return refuse('identity.passkey-too-late');
  const checked = await checkPasskey(deps, undefined, answer, { purpose: 'sign-in', binding }, context);
  if (!checked.ok) return checked;
  const { owner, settle } = checked.value;
  const account = await findAccountById(deps.db, owner.communeCode, owner.staffId, dateAt(context.now.getTime()));
  if (account === undefined) return refuse('identity.passkey-unknown');
  const closed = refuseAccount(account);
  return closed === undefined ? openSession(deps, account, { level: 'passkey', method: 'passkey', settle }, context) : refuse(closed);
}

function ownToken({ cookies }: RequestContext): string {
  return digestCookie(cookies[SESSION_COOKIE]) ?? '';
}
