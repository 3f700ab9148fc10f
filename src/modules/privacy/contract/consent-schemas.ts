import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Standing = Type.Union([Type.Literal('given'), Type.Literal('withdrawn'), Type.Null()]);

export const ConsentParams = Type.Object({ id: Uuid }, closed);

/** GET /api/dossiers/:id/consents: what the person of a dossier may be asked for beyond what the law allows, and what was said. */
export const DossierConsentsResponse = Type.Object({
  fullName: Type.String(),
  /** False while the person is not in the directory: nothing can be written down yet. */
  known: Type.Boolean(),
  hasPhone: Type.Boolean(),
  items: Type.Array(Type.Object({
    purpose: Type.String(), name: Type.String(), words: Type.String(),
    /** Null: never asked. */
    standing: Standing,
    /** The words have changed since: what was given no longer counts. */
    outdated: Type.Boolean(),
    at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  })),
});
export type DossierConsentsResponse = Static<typeof DossierConsentsResponse>;

/** POST /api/dossiers/:id/consents: what the person in front of the counter says about one purpose. */
export const ConsentRequest = Type.Object({ commandId: Uuid, purpose: Type.String({ minLength: 1, maxLength: 60 }), act: Type.Union([Type.Literal('given'), Type.Literal('withdrawn')]) }, closed);
export type ConsentRequest = Static<typeof ConsentRequest>;
export const ConsentResponse = Type.Object({ purpose: Type.String(), standing: Standing });

/** GET /api/consents: how many people stand behind each purpose. */
export const ConsentCountsResponse = Type.Object({
  items: Type.Array(Type.Object({ purpose: Type.String(), name: Type.String(), words: Type.String(), given: Type.Integer(), withdrawn: Type.Integer(), outdated: Type.Integer(), reachable: Type.Integer() })),
});
export type ConsentCountsResponse = Static<typeof ConsentCountsResponse>;

export const RecipientsParams = Type.Object({ purpose: Type.String({ pattern: '^[a-z-]{1,60}$' }) }, closed);
