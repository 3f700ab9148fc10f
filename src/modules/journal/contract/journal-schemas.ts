import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });

/** GET /api/journal/purposes: what the screen offers when it asks why. */
export const PurposesResponse = Type.Object({ items: Type.Array(Type.Object({ code: Type.String(), vi: Type.String(), en: Type.String() })) });
export type PurposesResponse = Static<typeof PurposesResponse>;

/** POST /api/journal/purposes: why somebody opens a dossier outside the own work; holds for the dossier until midnight. */
export const PurposeRequest = Type.Object({ commandId: Uuid, dossierId: Uuid, purpose: Type.String({ maxLength: 60 }), words: Type.String({ maxLength: 300 }) }, closed);
export type PurposeRequest = Static<typeof PurposeRequest>;
export const PurposeResponse = Type.Object({ day: Type.String() });
