import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Type } from 'typebox';
import { anyone, anyStaff, type RoutePolicy } from '../kernel/actor.ts';
import { type Answer, bytes, defineRoute, html, problemAnswer, type RequestContext, type Route } from '../platform/http/route.ts';

/** Addresses of built files carry a hash of their content: kept for a year, never asked for again. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** What the workspace may load: its own files and its own server, nothing inline, nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'", "frame-src 'self'", "media-src 'self'",
  "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join('; ');

/** The opening tag as the page is written in `src/web/staff/index.html`; the reader's choices are put into it. */
const OPENING_TAG = '<html lang="vi" data-scale="100" data-contrast="normal">';

/** The page holds no data, and whoever must first enrol a second factor does so in it. */
const WORKSPACE: RoutePolicy = { ...anyStaff, ownAccount: true };

/** Where the build puts the workspace. */
const BUILT_FOLDER = fileURLToPath(new URL('../../dist/staff/', import.meta.url));

interface Asset {
  readonly mediaType: string;
  readonly plain: Buffer;
  readonly brotli: Buffer | undefined;
  readonly gzip: Buffer | undefined;
}

interface BuiltWorkspace {
  readonly page: string;
  readonly assets: ReadonlyMap<string, Asset>;
}

function readTwin(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Reads the built workspace into memory, about one megabyte; undefined when it was not built. */
function readWorkspace(folder: string): BuiltWorkspace | undefined {
  const pagePath = join(folder, 'index.html');
  if (!existsSync(pagePath)) return undefined;
  const page = readFileSync(pagePath, 'utf8');
  if (!page.includes(OPENING_TAG)) throw new Error(`${pagePath} does not begin with ${OPENING_TAG}`);
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder)) {
    const mediaType = MEDIA_TYPES[extname(name)];
    if (mediaType === undefined) continue;
    const path = join(folder, name);
    assets.set(name, { mediaType, plain: readFileSync(path), brotli: readTwin(`${path}.br`), gzip: readTwin(`${path}.gz`) });
  }
  return { page, assets };
}

/** The address of a script that stands beside the workspace, by the beginning of its name; undefined when the workspace was not built. */
export function builtScript(name: string, folder: string = BUILT_FOLDER): string | undefined {
  if (!existsSync(folder)) return undefined;
  const file = readdirSync(folder).find((one) => one.startsWith(`${name}-`) && one.endsWith('.js'));
  return file === undefined ? undefined : `/can-bo/assets/${file}`;
}

/** The smallest form of a file that the browser says it reads. */
function assetAnswer(asset: Asset, accepts: string): Answer {
  const offered = accepts.split(',').map((part) => part.split(';')[0]?.trim());
  const headers = { 'cache-control': FOR_EVER, 'vary': 'accept-encoding' };
  if (asset.brotli !== undefined && offered.includes('br')) return bytes(asset.brotli, asset.mediaType, { ...headers, 'content-encoding': 'br' });
  if (asset.gzip !== undefined && offered.includes('gzip')) return bytes(asset.gzip, asset.mediaType, { ...headers, 'content-encoding': 'gzip' });
  return bytes(asset.plain, asset.mediaType, headers);
}

function workspacePage(workspace: BuiltWorkspace | undefined, { locale, display }: RequestContext): Answer {
  if (workspace === undefined) {
    return html('<!doctype html><meta charset="utf-8"><title>Xã Số</title><p>Màn hình làm việc chưa được chuẩn bị. Chạy “npm run build” rồi khởi động lại.<p>The workspace was not built. Run “npm run build” and start again.', 503);
  }
  const tag = `<html lang="${locale}" data-scale="${display.scale}" data-contrast="${display.contrast}">`;
  return html(workspace.page.replace(OPENING_TAG, tag), 200, { 'content-security-policy': CONTENT_SECURITY_POLICY });
}

/**
 * The staff workspace as the server gives it out: its page under every address of `/can-bo` for staff, and its built files, which hold
 * no data and are for everyone. The folder is read once, at the start; without a build the page says so.
 */
export function staffAssetRoutes(folder: string = BUILT_FOLDER): readonly Route[] {
  const workspace = readWorkspace(folder);
  const page = (url: string): Route => defineRoute({
    method: 'GET', url, policy: WORKSPACE, summary: 'The staff workspace', tag: 'workspace', kind: 'page', schema: {},
    handle: ({ context }) => workspacePage(workspace, context),
  });
  return [
    page('/can-bo'),
    page('/can-bo/*'),
    defineRoute({
      method: 'GET', url: '/can-bo/assets/:name', policy: anyone, summary: 'A built file of the staff workspace', tag: 'workspace', kind: 'page',
      schema: { params: Type.Object({ name: Type.String({ maxLength: 200 }) }) },
      handle: ({ params, request }) => {
        const asset = workspace?.assets.get(params.name);
        return asset === undefined ? problemAnswer({ code: 'request.not-found' }) : assetAnswer(asset, request.headers['accept-encoding'] ?? '');
      },
    }),
  ];
}
