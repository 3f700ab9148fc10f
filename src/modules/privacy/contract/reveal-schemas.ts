import { type Static, type TSchema, Type } from 'typebox';
import { REVEAL_PURPOSES, REVEALED, type Revealed, type RevealPurpose } from '../domain/reveal-purpose.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const RevealParams = Type.Object({ id: Uuid }, closed);

/** POST /api/dossiers/:id/reveal: one masked part of a dossier, for a purpose that is kept in the journal. */
export const RevealRequest = Type.Object(
  {
    commandId: Uuid,
    what: Type.Unsafe<Revealed>(Type.Union(REVEALED.map((what) => Type.Literal(what)))),
    purpose: Type.Unsafe<RevealPurpose>(Type.Union(REVEAL_PURPOSES.map((purpose) => Type.Literal(purpose)))),
  },
  closed,
);
export type RevealRequest = Static<typeof RevealRequest>;

/** The part, whole; the screen hides it again after so many milliseconds. */
export const RevealResponse = Type.Object({ value: Type.String(), hideAfter: Type.Integer() });
export type RevealResponse = Static<typeof RevealResponse>;

/** POST /api/persons/:id/reveal: a person whom an officer has chosen at the counter, to fill the form. */
export const RevealPersonRequest = Type.Object({ commandId: Uuid }, closed);
export type RevealPersonRequest = Static<typeof RevealPersonRequest>;
export const RevealPersonResponse = Type.Object({ citizenNumber: Nullable(Type.String()), phone: Nullable(Type.String()) });
export type RevealPersonResponse = Static<typeof RevealPersonResponse>;
