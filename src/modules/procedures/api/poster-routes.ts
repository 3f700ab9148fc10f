import { join } from 'node:path';
import { Type } from 'typebox';
import { anyoneOrKiosk, anyStaff } from '../../../kernel/actor.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { type PdfDefinition } from '../../../platform/pdf/pdf-definition.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { type Answer, bytes, defineRoute, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { FILE_POLICY } from '../../../platform/http/standing-headers.ts';
import { PROCEDURE_PATHS } from '../contract/procedure-paths.ts';
import { buildPoster, posterSvg } from '../posters/build-poster.ts';
import { buildPosterBook } from '../posters/build-poster-book.ts';
import { type PosterOffice, posterView } from '../posters/poster-view.ts';
import { type HomeOffice, type ProceduresDeps } from './deps.ts';
import { createMadeFiles } from './poster-files.ts';
import { atHome } from './public-pages.tsx';

const tag = 'procedures';
const params = Type.Object({ code: Type.String() });

/** A poster may be an hour behind its procedure; its QR never is. */
const FOR_AN_HOUR = { 'cache-control': 'public, max-age=3600' };

function officeOf(home: HomeOffice): PosterOffice {
  return { communeKind: home.kind, communeName: home.name, centreName: home.centreName, hotline: home.hotline };
}

/** Posters as pictures and papers. PDFs are drawn in a worker thread and kept in the cache folder by their content. */
export function posterRoutes(deps: ProceduresDeps): readonly Route[] {
  const { catalogue, publicUrl, version } = deps;
  const made = createMadeFiles(join(deps.cacheFolder, 'posters'), '.pdf');

  /** `ingredients` is everything that the paper shows; the moment of making is not part of it. */
  function paper(ingredients: unknown, fileName: string, now: Date, build: (createdAt: Instant) => PdfDefinition): Promise<Answer> {
    return made
      .get([version, publicUrl, ingredients], () => renderPdf(build(now.getTime())))
      .then((file) => bytes(file, 'application/pdf', { 'content-disposition': `inline; filename="${fileName}"`, ...FOR_AN_HOUR }));
  }

  return [
    defineRoute({
      method: 'GET', url: '/t/:code/ap-phich.svg', policy: anyoneOrKiosk, summary: 'Tờ hướng dẫn của một thủ tục, dạng hình', tag, kind: 'page',
      schema: { params },
      handle: (input) => atHome(deps, input, ({ home, day }) => {
        const procedure = catalogue.find(home.code, input.params.code, day);
        if (procedure === undefined) return problemAnswer({ code: 'procedure.not-found' });
        const picture = posterSvg(posterView(procedure), { size: 'A5', office: officeOf(home), publicUrl });
        return bytes(Buffer.from(picture), 'image/svg+xml', { ...FOR_AN_HOUR, ...FILE_POLICY });
      }),
    }),
    defineRoute({
      method: 'GET', url: '/t/:code/ap-phich.pdf', policy: anyoneOrKiosk, summary: 'Tờ hướng dẫn của một thủ tục, khổ A5 hoặc A6', tag, kind: 'page', perMinute: 60,
      schema: { params, query: Type.Object({ kho: Type.Optional(Type.Union([Type.Literal('a5'), Type.Literal('a6')])) }) },
      handle: (input) => atHome(deps, input, ({ home, day }) => {
        const { code } = input.params;
        const procedure = catalogue.find(home.code, code, day);
        if (procedure === undefined) return problemAnswer({ code: 'procedure.not-found' });
        const size = input.query.kho === 'a6' ? 'A6' : 'A5';
        const view = posterView(procedure);
        const office = officeOf(home);
        return paper([size, view, office], `${code}-${size}.pdf`, input.context.now, (createdAt) => buildPoster(view, { size, office, publicUrl, createdAt }));
      }),
    }),
    defineRoute({
      method: 'GET', url: PROCEDURE_PATHS.posterBook, policy: anyStaff, summary: 'Tờ hướng dẫn của mọi thủ tục trong một tệp', tag, kind: 'page', perMinute: 10,
      schema: { query: Type.Object({ kho: Type.Optional(Type.Union([Type.Literal('a5'), Type.Literal('a6')])) }) },
      handle: (input) => atHome(deps, input, ({ home, day }) => {
        const size = input.query.kho === 'a6' ? 'A6' : 'A5';
        const views = catalogue.inForce(home.code, day).map(posterView);
        const office = officeOf(home);
        return paper(['book', size, views, office], `thu-tuc-${size}.pdf`, input.context.now, (createdAt) => buildPosterBook(views, { size, office, publicUrl, createdAt }));
      }),
    }),
  ];
}
