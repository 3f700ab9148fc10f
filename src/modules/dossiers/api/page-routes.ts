import { anyStaff, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { type Answer, bytes, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { showsOne } from '../../../platform/http/shows.ts';
import { MAX_UPLOAD_BYTES } from '../../../platform/files/check-upload.ts';
import { keepFile, type KeptFile, listStoredFiles, readFilePart } from '../../../platform/files/keep-upload.ts';
import { BindPagesRequest, BindPagesResponse, DossierPageParams, PagePictureQuery, UploadPageParams, UploadResponse } from '../contract/page-schemas.ts';
import { findDossierFile } from '../store/dossier-page.ts';
import { bindPages } from './bind-pages.ts';
import { type DossiersDeps } from './deps.ts';
import { pagePicture } from './page-picture.ts';
import { answerOf } from './staff-route.ts';

const tag = 'dossiers';

/** Scans and their pages: sending them, looking at them, putting them together. */
export function pageRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'POST', url: '/api/uploads', policy: onlyRoles('reception', 'specialist', 'clerk', 'team-member'), summary: 'Scans and pictures, before they are attached', tag, kind: 'api',
      schema: { response: UploadResponse },
      handle: async ({ request, context }) => {
        const kept: KeptFile[] = [];
        // The body limit of a route does not hold for multipart: its own limits do, and a file beyond them is refused by name.
        for await (const part of request.files({ throwFileSizeLimit: false, limits: { fileSize: MAX_UPLOAD_BYTES + 1, files: 20 } })) {
          const content = await readFilePart(part);
          if (!Buffer.isBuffer(content)) return problemAnswer(content);
          const file = await keepFile(deps.db, deps.files, staffOf(context.actor).communeCode, content, part.filename, context.now);
          if (!file.ok) return problemAnswer(file.problem);
          kept.push(file.value);
        }
        return kept.length === 0 ? problemAnswer({ code: 'file.none', field: 'files' }) : json({ files: kept });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/uploads/pages', policy: onlyRoles('reception', 'specialist'), summary: 'Pages of uploaded files as one PDF', tag, kind: 'api',
      schema: { body: BindPagesRequest, response: BindPagesResponse },
      handle: async ({ body, context }) => answerOf(await bindPages(deps, staffOf(context.actor).communeCode, body, context.now)),
    }),
    defineRoute({
      method: 'GET', url: '/api/uploads/:sha256/pages/:page', policy: onlyRoles('reception', 'specialist'), summary: 'A page of an uploaded file as a picture', tag, kind: 'api',
      schema: { params: UploadPageParams, query: PagePictureQuery },
      shows: showsOne('upload.viewed', 'file', { param: 'sha256' }),
      handle: async ({ params, query, context }) => {
        const [file] = await listStoredFiles(deps.db, staffOf(context.actor).communeCode, [params.sha256]);
        return sendPage(deps, file, params.page, query.size);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/files/:fileId/pages/:page', policy: anyStaff, summary: 'A page of a paper as a picture', tag, kind: 'api',
      schema: { params: DossierPageParams, query: PagePictureQuery },
      shows: showsOne('dossier.file-viewed', 'dossier', { part: 'file', partParam: 'fileId' }),
      handle: async ({ params, query, context }) => {
        const file = await findDossierFile(deps.db, staffOf(context.actor).communeCode, params.id, params.fileId);
        return file === undefined ? problemAnswer({ code: 'dossier.not-found' }) : sendPage(deps, { sha256: file.sha256, mediaType: file.media_type }, params.page, query.size);
      },
    }),
  ];
}

async function sendPage(deps: DossiersDeps, file: { readonly sha256: string; readonly mediaType: string } | undefined, page: string, size: 'small' | 'large' = 'large'): Promise<Answer> {
  if (file === undefined) return problemAnswer({ code: 'file.gone' });
  const picture = await pagePicture(deps, file, Number(page), size);
  // The address of an upload names its bytes, so the picture behind it never changes.
  return picture.ok ? bytes(picture.value, 'image/jpeg', { 'cache-control': 'private, max-age=86400' }) : problemAnswer(picture.problem);
}
