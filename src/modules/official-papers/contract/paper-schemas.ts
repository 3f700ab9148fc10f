import { type Static, Type } from 'typebox';

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

/** POST /api/papers/print.pdf: several issued papers in one file, in this order. */
export const PrintManyRequest = Type.Object({ paperIds: Type.Array(Uuid, { minItems: 1, maxItems: 100, uniqueItems: true }), paper: Type.Optional(Type.Union([Type.Literal('A4'), Type.Literal('A5')])) }, closed);
