import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { bytes, defineRoute, type Route } from '../../../platform/http/route.ts';
import { CARD_SCRIPT } from './card-script.generated.ts';
import { CODE_READER_SCRIPT } from './code-reader-script.generated.ts';
import { FORM_PAGE_SCRIPT } from './form-page-script.generated.ts';

const versionOf = (script: string) => createHash('sha256').update(script).digest('hex').slice(0, 12);

/** Where the script beside the pages lies; the address carries a hash of its content, so that browsers keep it for a year. */
export const FORM_SCRIPT_PATH = `/to-khai/khai.js?v=${versionOf(FORM_PAGE_SCRIPT)}`;
/** Where the script lies that reads identity cards; it is fetched when its part of a page is opened. */
export const CARD_SCRIPT_PATH = `/to-khai/doc-the.js?v=${versionOf(CARD_SCRIPT)}`;
/** Where the worker lies that reads QR codes for browsers that cannot; it is fetched after a tap on the camera or a photograph. */
export const CODE_READER_PATH = `/to-khai/doc-ma.js?v=${versionOf(CODE_READER_SCRIPT)}`;

/** Gives out the scripts, each compressed once. */
export function formScriptRoutes(): readonly Route[] {
  return [
    scriptRoute('/to-khai/khai.js', FORM_PAGE_SCRIPT, 'The script beside the pages of a declaration'),
    scriptRoute('/to-khai/doc-the.js', CARD_SCRIPT, 'The script that reads identity cards'),
    scriptRoute('/to-khai/doc-ma.js', CODE_READER_SCRIPT, 'The worker that reads QR codes'),
  ];
}

function scriptRoute(url: string, script: string, summary: string): Route {
  const content = Buffer.from(script);
  const version = versionOf(script);
  let brotli: Buffer | undefined;
  let gzip: Buffer | undefined;
  return defineRoute({
    method: 'GET', url, policy: anyoneOrKiosk, summary, tag: 'forms', kind: 'page', schema: { query: Type.Object({ v: Type.Optional(Type.String()) }) },
    handle: ({ request, query }) => {
      const offered = (request.headers['accept-encoding'] ?? '').split(',').map((part) => part.split(';')[0]?.trim());
      const headers = { 'cache-control': query.v === version ? 'public, max-age=31536000, immutable' : 'no-cache', 'vary': 'accept-encoding' };
      if (offered.includes('br')) return bytes(brotli ??= brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }), 'text/javascript; charset=utf-8', { ...headers, 'content-encoding': 'br' });
      if (offered.includes('gzip')) return bytes(gzip ??= gzipSync(content, { level: 9 }), 'text/javascript; charset=utf-8', { ...headers, 'content-encoding': 'gzip' });
      return bytes(content, 'text/javascript; charset=utf-8', headers);
    },
  });
}
