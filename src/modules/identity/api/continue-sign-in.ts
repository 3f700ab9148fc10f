import { type AssuranceLevel, reachesLevel } from '../../../kernel/assurance.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { SECOND_STEP_MS } from '../domain/factor-code.ts';
import { type FirstProof, findAttempt, insertAttempt, type SignInAttempt, takeAttempt } from '../store/sign-in-attempts.ts';
import { type ProviderIdentity } from '../store/sessions.ts';
import { findAccountById, type SignInAccount } from '../store/staff.ts';
import { type CheckedFactor, checkCode, type FactorDeps } from './check-code.ts';
import { envelopeOf, openSession, refuseAccount, type SignedIn, type SignInContext, type SignInDeps, type SignInMethod } from './open-session.ts';
import { digestCookie, digestToken, makeSecretToken } from './secret-token.ts';
import { ATTEMPT_COOKIE } from './session-cookie.ts';

/** What can be asked for in the second step. */
export interface SecondStepMethods {
  readonly totp: boolean;
  readonly passkey: boolean;
}

/** Either a session, or a second step that is still to come; its token goes into a cookie. */
export type SignInOutcome =
  | { readonly kind: 'open'; readonly session: SignedIn }
  | { readonly kind: 'second-step'; readonly token: string; readonly methods: SecondStepMethods };

/** A first step that was right. */
export interface FirstStep {
  readonly proof: FirstProof;
  /** How sure it makes by itself. */
  readonly level: AssuranceLevel;
  /** Who it is at the provider whose word it was. */
  readonly identity?: ProviderIdentity | undefined;
  /** What is written with it, such as the guess given back. */
  readonly settle?: (tx: Tx) => Promise<Result<void>>;
}

/**
 * Goes on after a right first step: opens a session when the person has no second factor or the step was sure enough by itself, else
 * waits five minutes for the second step. The caller has checked `refuseAccount`.
 */
export async function continueSignIn(deps: SignInDeps, account: SignInAccount, first: FirstStep, context: SignInContext): Promise<Result<SignInOutcome>> {
  const methods = { totp: account.hasTotp, passkey: account.hasPasskey };
  if (reachesLevel(first.level, 'second-factor') || !(methods.totp || methods.passkey)) {
    const opened = await openSession(deps, account, { level: first.level, method: first.proof, identity: first.identity, ...(first.settle === undefined ? {} : { settle: first.settle }) }, context);
    return opened.ok ? ok({ kind: 'open', session: opened.value }) : opened;
  }
  const { communeCode, staffId } = account;
  const token = makeSecretToken();
  const expiresAt = new Date(context.now.getTime() + SECOND_STEP_MS);
  const envelope = { ...envelopeOf(context, communeCode), commandId: deps.newId(), kind: 'BeginSignIn', actor: { kind: 'anonymous' }, request: {} } as const;
  const begun = await runCommand(deps.db, envelope, async (tx) => {
    const settled = await first.settle?.(tx);
    if (settled?.ok === false) return settled;
    await insertAttempt(tx, { tokenHash: digestToken(token), communeCode, staffId, firstProof: first.proof, address: context.address, expiresAt, identity: first.identity }, context.now);
    return ok({ result: {}, journal: { action: 'sign-in-begun', object: `staff:${staffId}`, facts: { method: first.proof } } });
  });
  return begun.ok ? ok({ kind: 'second-step', token, methods }) : begun;
}

/** The sign-in that this browser has begun; undefined when there is none or its five minutes are over. */
export async function findOwnAttempt(deps: SignInDeps, context: SignInContext): Promise<SignInAttempt | undefined> {
  const tokenHash = digestCookie(context.cookies[ATTEMPT_COOKIE]);
  return tokenHash === undefined ? undefined : findAttempt(deps.db, tokenHash, context.now);
}

/** Ends a begun sign-in with a code from the phone or from paper. Refuses wrong and used codes, and a sign-in that is too old. */
export async function finishWithCode(deps: FactorDeps, code: string, context: SignInContext): Promise<Result<SignedIn>> {
  const attempt = await findOwnAttempt(deps, context);
  if (attempt === undefined) return refuse('identity.sign-in-again');
  const factor = await checkCode(deps, attempt, code, context);
  return factor.ok ? finishSignIn(deps, attempt, factor.value, context) : factor;
}

/** Opens the session of a begun sign-in whose second step was right; a begun sign-in opens one session. */
export async function finishSignIn(deps: FactorDeps, attempt: SignInAttempt, factor: CheckedFactor, context: SignInContext): Promise<Result<SignedIn>> {
  const account = await findAccountById(deps.db, attempt.communeCode, attempt.staffId, dateAt(context.now.getTime()));
  if (account === undefined) return refuse('identity.sign-in-again');
  const closed = refuseAccount(account);
  if (closed !== undefined) return refuse(closed);
  const method: SignInMethod = `${attempt.firstProof}-and-${factor.method}`;
  return openSession(deps, account, {
    level: factor.level, method, identity: attempt.identity,
    settle: async (tx) => ((await takeAttempt(tx, attempt.tokenHash)) ? factor.settle(tx) : refuse('identity.sign-in-again')),
  }, context);
}
