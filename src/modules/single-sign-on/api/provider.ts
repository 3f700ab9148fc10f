import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type SignOnSettings } from '../../../platform/config-sign-on.ts';
import { type ClaimMap, type ClaimMeaning, type Claims } from '../domain/claim-map.ts';
import { providerProblem } from './provider-problem.ts';

/** What travels with one sign-in: the state through the browser, the others only between the two servers. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What a provider said, after everything about it was checked. */
export interface ProviderAnswer {
  readonly subject: string;
  readonly claims: Claims;
  /** The session at the provider (sid); null where it names none. */
  readonly providerSession: string | null;
}

/** A log-out told by a provider, after its signature, issuer, audience and age were checked. */
export interface LogoutClaims {
  readonly payload: JWTPayload;
  /** What kind of token it says it is. */
  readonly type: string | undefined;
}

/** An identity provider as the rest of the module sees it. */
export interface Provider {
  readonly settings: SignOnSettings;
  readonly map: ClaimMap;
  /** Where a browser is sent to sign in. Refuses when the provider cannot be asked how. */
  readonly signInAddress: (redirectUri: string, secrets: SignInSecrets) => Promise<Result<string>>;
  /** Turns the address with which the browser came back into what the provider says. Refuses everything that is not signed, fresh and meant for this very sign-in. */
  readonly redeem: (callback: URL, secrets: SignInSecrets) => Promise<Result<ProviderAnswer>>;
  /** Reads a log-out that the provider tells server to server: signed by it, fresh, for this client. What it says is judged by `judgeLogout`. */
  readonly readLogout: (token: string) => Promise<Result<LogoutClaims>>;
  /** Where one signs out of the provider as well; undefined when it has no such place or cannot be asked now. */
  readonly signOutAddress: (returnTo: string) => Promise<string | undefined>;
}

/** The longest that a log-out may be under way. */
const LOGOUT_AGE_S = 10 * 60;
/** How far the clocks of the provider and of this office may differ: 30 seconds. */
const CLOCK_TOLERANCE_S = 30;
/** How long a provider may take to answer one question. */
const TIMEOUT_S = 8;
/** How long what a provider says about itself is believed: one hour, so that new keys and addresses are noticed. */
const DISCOVERY_MS = 60 * 60_000;

/** Makes a provider from its settings. Nothing is asked until somebody signs in: an office starts also when the provider is down. */
export function createProvider(settings: SignOnSettings, map: ClaimMap, clock: () => Date): Provider {
  let keys: { readonly of: string; readonly set: ReturnType<typeof createRemoteJWKSet> } | undefined;
  let known: { readonly at: number; readonly configuration: Promise<oidc.Configuration> } | undefined;

  function configuration(): Promise<oidc.Configuration> {
    const now = clock().getTime();
    if (known === undefined || Math.abs(now - known.at) > DISCOVERY_MS) {
      const asked = { at: now, configuration: discover(settings) };
      known = asked;
      // What failed is asked again the next time.
      asked.configuration.catch(() => {
        if (known === asked) known = undefined;
      });
    }
    return known.configuration;
  }

  const attempt = async <T>(ask: (configuration: oidc.Configuration) => Promise<T> | T): Promise<Result<T>> => {
    try {
      return ok(await ask(await configuration()));
    } catch (error) {
      const code = providerProblem(error);
      if (code === undefined) throw error;
      return refuse(code);
    }
  };

  return {
    settings,
    map,
    signInAddress: (redirectUri, { state, nonce, verifier }) =>
      attempt(async (asked) => {
        const challenge = await oidc.calculatePKCECodeChallenge(verifier);
        return oidc.buildAuthorizationUrl(asked, {
          redirect_uri: redirectUri, scope: settings.scope, state, nonce, code_challenge: challenge, code_challenge_method: 'S256', acr_values: wishedLevels(map),
        }).href;
      }),
    redeem: (callback, { state, nonce, verifier }) =>
      attempt(async (asked) => {
        const tokens = await oidc.authorizationCodeGrant(asked, callback, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error('a checked grant without an ID token');
        const rest = isComplete(claims, settings, map) || asked.serverMetadata().userinfo_endpoint === undefined ? {} : await oidc.fetchUserInfo(asked, tokens.access_token, claims.sub);
        // What is signed wins over what is only answered; how somebody signed in stands in the signed part alone.
        const about = Object.entries(rest).filter(([name]) => name !== 'acr' && name !== 'amr');
        const { sid } = claims;
        return { subject: claims.sub, claims: { ...Object.fromEntries(about), ...claims }, providerSession: typeof sid === 'string' && sid.length <= 255 ? sid : null };
      }),
    readLogout: (token) =>
      attempt(async (asked): Promise<Result<LogoutClaims>> => {
        const { issuer, jwks_uri: address } = asked.serverMetadata();
        if (address === undefined) return refuse('sign-on.logout-not-valid');
        if (keys?.of !== address) keys = { of: address, set: createRemoteJWKSet(new URL(address), { timeoutDuration: TIMEOUT_S * 1000 }) };
        try {
          const { payload, protectedHeader } = await jwtVerify(token, keys.set, {
            issuer, audience: settings.clientId, algorithms: [settings.algorithm], clockTolerance: CLOCK_TOLERANCE_S, maxTokenAge: LOGOUT_AGE_S, requiredClaims: ['iat', 'jti'],
          });
          return ok({ payload, type: protectedHeader.typ });
        } catch (error) {
          if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
          return refuse('sign-on.logout-not-valid');
        }
      }).then((read) => (read.ok ? read.value : read)),
    signOutAddress: async (returnTo) => {
      const asked = await attempt((found) =>
        found.serverMetadata().end_session_endpoint === undefined ? undefined : oidc.buildEndSessionUrl(found, { post_logout_redirect_uri: returnTo, client_id: settings.clientId }).href,
      );
      return asked.ok ? asked.value : undefined;
    },
  };
}

/** The levels that we understand, the surest first: a provider that can choose gives the surest that the person has. */
function wishedLevels({ levels }: ClaimMap): string {
  return Object.entries(levels).toSorted(([, a], [, b]) => b - a).map(([acr]) => acr).join(' ');
}

const WANTED: Readonly<Record<SignOnSettings['kind'], readonly ClaimMeaning[]>> = { citizen: ['citizenNumber', 'fullName'], staff: ['email', 'staffCode'] };

/** Whether everything that we look for stands in the signed token already. */
function isComplete(claims: Claims, settings: SignOnSettings, map: ClaimMap): boolean {
  return WANTED[settings.kind].every((meaning) => (map.claims[meaning] ?? []).some((name) => Object.hasOwn(claims, name)));
}

async function discover(settings: SignOnSettings): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  const found = await oidc.discovery(
    issuer,
    settings.clientId,
    { id_token_signed_response_alg: settings.algorithm, [oidc.clockTolerance]: CLOCK_TOLERANCE_S },
    authenticate(settings.clientSecret),
    {
      timeout: TIMEOUT_S,
      // The settings let an address without HTTPS pass on this very machine only.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is not: the mark only makes it stand out
      execute: [oidc.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
    },
  );
  found.timeout = TIMEOUT_S;
  return found;
}

/** Shows the client's secret in the way that the provider takes; the header is the usual one. */
function authenticate(secret: string | undefined): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported;
    const way = ways === undefined || ways.includes('client_secret_basic') ? basic : post;
    way(server, client, body, headers);
  };
}
