import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Claims } from './claim-map.ts';

/** Whose sessions a provider ends, and by which id it says so. */
export interface ToldLogout {
  readonly id: string;
  readonly subject: string | null;
  readonly providerSession: string | null;
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** What a log-out may say that it is; an ID token or an access token is none. */
const TYPES: ReadonlySet<string> = new Set(['logout+jwt', 'jwt']);
const LONGEST = 255;

/**
 * What a checked token tells (OpenID Connect Back-Channel Logout 1.0, section 2.6): the event, an id, a person or a session or both, and no
 * nonce, so that no ID token passes for one.
 */
export function judgeLogout(claims: Claims, type: string | undefined): Result<ToldLogout> {
  const { events, jti, nonce, sub, sid } = claims;
  const event = typeof events === 'object' && events !== null ? (events as Readonly<Record<string, unknown>>)[EVENT] : undefined;
  const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= LONGEST;
  const fits =
    (type === undefined || TYPES.has(type.toLowerCase().replace(/^application\//u, ''))) && typeof event === 'object' && event !== null && nonce === undefined && isText(jti) &&
    (isText(sub) || isText(sid)) && (sub === undefined || isText(sub)) && (sid === undefined || isText(sid));
  return fits ? ok({ id: jti, subject: isText(sub) ? sub : null, providerSession: isText(sid) ? sid : null }) : refuse('sign-on.logout-not-valid');
}
