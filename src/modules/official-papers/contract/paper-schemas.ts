import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });

export const PaperParams = Type.Object({ id: Uuid });

/** The size of the sheet; without it the usual one of the form. */
export const PrintQuery = Type.Object({ paper: Type.Optional(Type.Union([Type.Literal('A4'), Type.Literal('A5')])) }, closed);
export type PrintQuery = Static<typeof PrintQuery>;
