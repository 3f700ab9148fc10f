import { type Static, Type } from 'typebox';
import { MAX_PAGES } from '../domain/page-edit.ts';
import { closed, NeededWords, Nullable, Sha256, Uuid } from './parts.ts';

/** What a picture seems to be: somebody should look at it, and nothing is stopped. */
export const PictureWarningSchema = Type.Union([Type.Literal('blank'), Type.Literal('blurred')]);

const KeptUploadSchema = Type.Object({
  sha256: Type.String(),
  fileName: Type.String(),
  mediaType: Type.String(),
  byteCount: Type.Integer(),
  pages: Type.Integer(),
  /** Digitally signed: it stays as it is. */
  signed: Type.Boolean(),
  warning: Nullable(PictureWarningSchema),
});

/** POST /api/uploads answers what was kept. */
export const UploadResponse = Type.Object({ files: Type.Array(KeptUploadSchema) });
export type UploadResponse = Static<typeof UploadResponse>;

const Part = Type.Number({ minimum: 0, maximum: 1 });
const PageNumber = Type.String({ pattern: '^[1-9][0-9]{0,2}$' });

const PageEditSchema = Type.Object(
  {
    sha256: Sha256,
    page: Type.Integer({ minimum: 1, maximum: 999 }),
    turn: Type.Union([Type.Literal(0), Type.Literal(90), Type.Literal(180), Type.Literal(270)]),
    crop: Nullable(Type.Object({ x: Part, y: Part, w: Part, h: Part }, closed)),
  },
  closed,
);

/** POST /api/uploads/pages: pages of uploaded pictures and PDFs become one PDF. The same pages give the same file. */
export const BindPagesRequest = Type.Object({ fileName: NeededWords(120), pages: Type.Array(PageEditSchema, { minItems: 1, maxItems: MAX_PAGES }) }, closed);
export type BindPagesRequest = Static<typeof BindPagesRequest>;
export const BindPagesResponse = KeptUploadSchema;
export type BindPagesResponse = Static<typeof BindPagesResponse>;

/** GET /api/uploads/:sha256/pages/:page and GET /api/dossiers/:id/files/:fileId/pages/:page: a page as a picture, pages from 1. */
export const UploadPageParams = Type.Object({ sha256: Sha256, page: PageNumber }, closed);
export const DossierPageParams = Type.Object({ id: Uuid, fileId: Uuid, page: PageNumber }, closed);
export const PagePictureQuery = Type.Object({ size: Type.Optional(Type.Union([Type.Literal('small'), Type.Literal('large')])) }, closed);
