import { type Static, Type } from 'typebox';
import { PAPER_KINDS, type PaperKind } from '../domain/paper-kind.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });

export const PaperParams = Type.Object({ id: Uuid });

/** The size of the sheet; without it the usual one of the form. */
export const PrintQuery = Type.Object({ paper: Type.Optional(Type.Union([Type.Literal('A4'), Type.Literal('A5')])) }, closed);

/** POST /api/papers/:id/void. */
export const VoidPaperRequest = Type.Object({ commandId: Uuid, reason: Type.String({ minLength: 1, maxLength: 500 }) }, closed);
export type VoidPaperRequest = Static<typeof VoidPaperRequest>;

export const VoidPaperResponse = Type.Object({ id: Type.String() });
export type VoidPaperResponse = Static<typeof VoidPaperResponse>;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

/** GET /api/papers/print.pdf: up to 100 issued papers in one file, in this order; their ids with commas between. */
export const PrintManyQuery = Type.Object(
  { ids: Type.String({ pattern: `^${UUID}(,${UUID}){0,99}$` }), paper: Type.Optional(Type.Union([Type.Literal('A4'), Type.Literal('A5')])) },
  closed,
);

const KindSchema = Type.Unsafe<PaperKind>(Type.Union(PAPER_KINDS.map((kind) => Type.Literal(kind))));

/** GET /api/papers: the papers of a local day, or without one the newest; of one kind or of all. */
export const PaperListQuery = Type.Object({ day: Type.Optional(Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' })), kind: Type.Optional(KindSchema) }, closed);

/** Newest first; `more`: there are older ones that were left out. */
export const PaperListResponse = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: KindSchema,
      title: Type.String(),
      number: Type.String({ description: 'Such as 12/PTC-TTPVHCC' }),
      issuedAt: Type.String(),
      issuedBy: Type.String(),
      dossierId: Type.Union([Type.String(), Type.Null()]),
      /** Code of the dossier, the first and last day of a register with a slash between, or both sides of a slip. */
      about: Type.Union([Type.String(), Type.Null()]),
      person: Type.Union([Type.String(), Type.Null()]),
      holds: Type.Boolean(),
    }),
  ),
  more: Type.Boolean(),
});
export type PaperListResponse = Static<typeof PaperListResponse>;
