import { errors } from 'jose';
import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import { type SIGN_ON_PROBLEMS } from '../contract/problems.ts';

type SignOnProblem = keyof typeof SIGN_ON_PROBLEMS;

/** What the client library calls its faults, by our refusals. What is not here is an answer that cannot be read. */
const BY_CODE: Readonly<Record<string, SignOnProblem>> = {
  OAUTH_TIMEOUT: 'sign-on.provider-slow',
  OAUTH_ABORT: 'sign-on.provider-slow',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'sign-on.time-wrong',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'sign-on.not-for-us',
  OAUTH_KEY_SELECTION_FAILED: 'sign-on.signature-wrong',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'sign-on.provider-unreachable',
};

/** The person said no, or closed the page at the provider. */
const SAID_NO: ReadonlySet<string> = new Set(['access_denied', 'login_required', 'consent_required', 'interaction_required', 'account_selection_required']);

/**
 * Our refusal for a fault on the way to a provider; undefined for what is no such fault but a bug of ours, which is thrown on.
 */
export function providerProblem(error: unknown): SignOnProblem | undefined {
  if (error instanceof AuthorizationResponseError) return SAID_NO.has(error.error) ? 'sign-on.cancelled' : 'sign-on.provider-refused';
  if (error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError) return 'sign-on.provider-refused';
  if (error instanceof errors.JWKSTimeout) return 'sign-on.provider-slow';
  // Node reports a connection that failed as a TypeError with the reason as its cause.
  if (error instanceof TypeError) return error.cause instanceof Error ? 'sign-on.provider-unreachable' : undefined;
  if (!(error instanceof ClientError)) return undefined;
  if (error.code === undefined) return error.cause instanceof TypeError ? 'sign-on.provider-unreachable' : undefined;
  if (isSignatureFault(error)) return 'sign-on.signature-wrong';
  return BY_CODE[error.code] ?? 'sign-on.answer-not-readable';
}

function isSignatureFault({ cause }: Error): boolean {
  return cause instanceof Error && /signature verification|"alg"/u.test(cause.message);
}
