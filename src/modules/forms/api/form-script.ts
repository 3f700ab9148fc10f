import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { bytes, defineRoute, type Route } from '../../../platform/http/route.ts';
import { FORM_PAGE_SCRIPT } from './form-page-script.generated.ts';

const CONTENT = Buffer.from(FORM_PAGE_SCRIPT);
const VERSION = createHash('sha256').update(CONTENT).digest('hex').slice(0, 12);

/** Where the script beside the pages lies; the address carries a hash of its content, so that browsers keep it for a year. */
export const FORM_SCRIPT_PATH = `/to-khai/khai.js?v=${VERSION}`;

/** Gives out the script, compressed once. */
export function formScriptRoute(): Route {
  let brotli: Buffer | undefined;
  let gzip: Buffer | undefined;
  return defineRoute({
    method: 'GET', url: '/to-khai/khai.js', policy: anyoneOrKiosk, summary: 'The script beside the pages of a declaration', tag: 'forms', kind: 'page', schema: { query: Type.Object({ v: Type.Optional(Type.String()) }) },
    handle: ({ request, query }) => {
      const offered = (request.headers['accept-encoding'] ?? '').split(',').map((part) => part.split(';')[0]?.trim());
      const headers = { 'cache-control': query.v === VERSION ? 'public, max-age=31536000, immutable' : 'no-cache', 'vary': 'accept-encoding' };
      if (offered.includes('br')) return bytes(brotli ??= brotliCompressSync(CONTENT, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }), 'text/javascript; charset=utf-8', { ...headers, 'content-encoding': 'br' });
      if (offered.includes('gzip')) return bytes(gzip ??= gzipSync(CONTENT, { level: 9 }), 'text/javascript; charset=utf-8', { ...headers, 'content-encoding': 'gzip' });
      return bytes(CONTENT, 'text/javascript; charset=utf-8', headers);
    },
  });
}
