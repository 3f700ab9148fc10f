import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Type } from 'typebox';
import { anyoneOrDevice } from '../../../kernel/actor.ts';
import { bytes, defineRoute, problemAnswer, type Route } from '../../../platform/http/route.ts';

const FILES = ['vietnamese-400', 'latin-400', 'vietnamese-600', 'latin-600'] as const;

/** Serves Be Vietnam Pro from the installed package, for a year: the address carries the version of the font. */
export function fontRoute(): Route {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json'));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  const fonts = new Map(
    FILES.map((file) => [`${version}/${file}.woff2`, readFileSync(join(folder, 'files', `be-vietnam-pro-${file}-normal.woff2`))]),
  );
  return defineRoute({
    method: 'GET',
    url: '/phong-chu/:version/:file',
    policy: anyoneOrDevice,
    summary: 'Phông chữ Be Vietnam Pro',
    tag: 'portal',
    kind: 'page',
    schema: { params: Type.Object({ version: Type.String({ maxLength: 20 }), file: Type.String({ maxLength: 40 }) }) },
    handle: ({ params }) => {
      const font = fonts.get(`${params.version}/${params.file}`);
      if (font === undefined) return problemAnswer({ code: 'request.not-found' });
      return bytes(font, 'font/woff2', { 'cache-control': 'public, max-age=31536000, immutable' });
    },
  });
}
