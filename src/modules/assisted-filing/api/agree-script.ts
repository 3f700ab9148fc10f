import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { bytes, defineRoute, type Route } from '../../../platform/http/route.ts';
import { publicContentSecurityPolicy } from '../../../web/public/security-policy/security-policy.ts';
import { AGREE_SHEET } from '../ui/public/agree-sheet.ts';
import { AGREE_PAGE_SCRIPT } from './agree-page-script.generated.ts';
import { ASSISTED_PATHS } from './assisted-paths.ts';

const CONTENT = Buffer.from(AGREE_PAGE_SCRIPT);
const VERSION = createHash('sha256').update(CONTENT).digest('hex').slice(0, 12);

/** Where the script of the page lies; the address carries a hash of its content. */
export const AGREE_SCRIPT_PATH = `${ASSISTED_PATHS.script}?v=${VERSION}`;

/** Only this page may hear the microphone, and plays what was just recorded before it is sent. */
export const AGREE_HEADERS = {
  'content-security-policy': publicContentSecurityPolicy([AGREE_SHEET]).replace("media-src 'self'", "media-src 'self' blob:"),
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=()',
} as const;

/** The policy of the page on the own phone, which has the same sheet. */
export const OWN_PHONE_HEADERS = { 'content-security-policy': publicContentSecurityPolicy([AGREE_SHEET]) } as const;

/** Gives out the script: the field for a signature, and the recording. */
export function agreeScriptRoute(): Route {
  return defineRoute({
    method: 'GET', url: '/dong-y/dong-y.js', policy: anyoneOrKiosk, summary: 'The script of the page on which somebody agrees', tag: 'assisted-filing', kind: 'page', schema: { query: Type.Object({ v: Type.Optional(Type.String()) }) },
    handle: ({ query }) => bytes(CONTENT, 'text/javascript; charset=utf-8', { 'cache-control': query.v === VERSION ? 'public, max-age=31536000, immutable' : 'no-cache' }),
  });
}
