import { type FastifyRequest } from 'fastify';
import { type Actor } from '../../kernel/actor.ts';
import { localeOf } from '../i18n/locale.ts';
import { type RequestContext } from './route.ts';

export const ANONYMOUS: Actor = { kind: 'anonymous' };

/**
 * What a handler knows beside the parsed request. The citizen's choices of language and type size come from cookies;
 * `?lang=` wins for one request.
 */
export function createContext(request: FastifyRequest, actor: Actor, now: Date): RequestContext {
  const { cookies, headers } = request;
  const asked = (request.query as Record<string, unknown> | null)?.['lang'];
  const scale = cookies['co-chu'];
  return {
    actor,
    now,
    locale: localeOf(typeof asked === 'string' ? asked : cookies['ngon-ngu']),
    display: {
      scale: scale === '125' || scale === '150' ? scale : '100',
      contrast: cookies['tuong-phan'] === 'cao' ? 'high' : 'normal',
      ...(actor.kind === 'device' && actor.deviceKind === 'kiosk' ? { kiosk: true } : {}),
    },
    requestId: request.id,
    address: addressOf(request),
    userAgent: (headers['user-agent'] ?? '').slice(0, 200),
    cookies,
  };
}

/** Where a request comes from. Whom to believe about forwarding is Fastify's to work out, and only when somebody claims it. */
function addressOf(request: FastifyRequest): string {
  return request.headers['x-forwarded-for'] === undefined ? (request.socket.remoteAddress ?? '') : request.ip;
}
